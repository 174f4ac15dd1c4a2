import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, LoadingFrame, Notice } from '../../ui/index.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { BackupList } from '../backups/BackupList.tsx';
import { offeredOf, withCopies } from '../backups/copies.ts';
import type { BackupCopies } from '../backups/copies.ts';
import { isRunning, useBackupJob, useBackups } from '../backups/queries.ts';
import type { FollowedJob } from '../backups/queries.ts';
import { RestoreDialog } from '../backups/RestoreDialog.tsx';
import { RestoringPage } from '../backups/RestoringPage.tsx';
import { SecondPlace } from '../backups/SecondPlace.tsx';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import { BarePage } from '../shell/BarePage.tsx';
import { usePage } from '../shell/page.ts';
import { BestBackup } from './BestBackup.tsx';
import { Found } from './Found.tsx';
import { Resort } from './Resort.tsx';
import { RescuedPage } from './RescuedPage.tsx';
import styles from './RescuePage.module.css';

/**
 * The program found its data damaged and touched nothing: what was found, the way back, and the last resorts. `onDone` leads
 * into the program once the data are whole.
 */
export function RescuePage({ onDone }: { onDone: () => void }) {
  const followed = useBackupJob();
  const { job } = followed;
  const [wanted, setWanted] = useState<BackupCopies | null>(null);
  // An empty Chalkbox greets whoever opens it: no page in between.
  const emptied = job?.phase === 'done' && job.kind === 'empty';
  useEffect(() => {
    if (emptied) onDone();
  }, [emptied, onDone]);

  if (isRunning(job) || emptied) return <RestoringPage followed={followed} />;
  if (job?.phase === 'done') return <RescuedPage job={job} restored={wanted} onDone={onDone} />;
  return <Choices followed={followed} onDone={onDone} onWant={setWanted} />;
}

type ChoicesProps = {
  followed: FollowedJob;
  onDone: () => void;
  /** The backup that is being asked about. */
  onWant: (backup: BackupCopies) => void;
};

function Choices({ followed, onDone, onWant }: ChoicesProps) {
  const { t } = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<BackupCopies | null>(null);
  const rescue = useQuery({
    queryKey: queryKeys.rescue,
    queryFn: async () => valueOf(await api.rescue()),
    refetchInterval: 10_000,
  });
  const backups = useBackups({ every: 5000 });
  usePage(t('safety.rescue.title'));

  const problem = rescue.data?.problem;
  // Rescued from another window in the meantime.
  const over = rescue.data !== undefined && problem === null;
  useEffect(() => {
    if (over) onDone();
  }, [over, onDone]);

  const best = backups.data ? offeredOf(backups.data) : null;
  const others = withCopies(backups.data?.backups ?? []).filter((one) => one.id !== best?.id);
  const ask = (backup: BackupCopies) => {
    onWant(backup);
    setAsking(backup);
  };
  const failed = errorIn(rescue.error) ?? errorIn(backups.error);
  const { job } = followed;

  return (
    <BarePage width="wide" title={t('safety.rescue.title')}>
      <div role="status" className={styles.news}>
        {job?.phase === 'cancelled' && <Notice>{t('safety.rescue.cancelled')}</Notice>}
        {job?.phase === 'failed' && (
          <ErrorNotice
            happened={t('safety.rescue.failed', {
              reason: t(`safety.problem.${job.problem ?? 'failed'}`),
            })}
            safe={t('safety.rescue.failedSafe')}
          />
        )}
        {failed && !(rescue.data && backups.data) && (
          <ErrorNotice
            happened={t('teacher.page.failed.happened', { reason: errorText(failed) })}
            safe={t('safety.rescue.failedSafe')}
            action={
              <Button onClick={() => void Promise.all([rescue.refetch(), backups.refetch()])}>
                {t('teacher.page.failed.retry')}
              </Button>
            }
          />
        )}
      </div>
      {problem ? <Found problem={problem} /> : !failed && <LoadingFrame />}
      {problem && backups.data && (
        <>
          <BestBackup backup={best} onRestore={ask} />
          {problem.canGoOn && <Resort what="goOn" begin={followed.begin} />}
          {others.length > 0 && (
            <section className={styles.section} aria-labelledby="other-backups">
              <h2 id="other-backups">{t('safety.rescue.others')}</h2>
              <BackupList
                backups={others}
                label={t('safety.rescue.others')}
                blocked={null}
                onRestore={ask}
              />
            </section>
          )}
          <SecondPlace
            folder={backups.data.folder}
            changeable
            title={t('safety.rescue.placeTitle')}
            words={t('safety.rescue.placeWords')}
          />
          <Resort what="empty" begin={followed.begin} />
        </>
      )}
      {asking && (
        <RestoreDialog
          backup={asking}
          begin={followed.begin}
          inRescue
          onClose={() => setAsking(null)}
        />
      )}
    </BarePage>
  );
}
