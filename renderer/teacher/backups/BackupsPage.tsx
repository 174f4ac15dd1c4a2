import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BackupJob } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorNotice,
  LoadingFrame,
  Notice,
} from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { forgetFetched, useLessons } from '../queries.ts';
import { queryKeys } from '../query-keys.ts';
import { paths } from '../router/paths.ts';
import { SubPage } from '../shell/SubPage.tsx';
import { BackupList } from './BackupList.tsx';
import styles from './Backups.module.css';
import { withCopies } from './copies.ts';
import type { BackupCopies } from './copies.ts';
import { JobEnd } from './JobEnd.tsx';
import { LastGood } from './LastGood.tsx';
import { isRunning, useAtLaptop, useBackupJob, useBackups } from './queries.ts';
import type { FollowedJob } from './queries.ts';
import { RestoreDialog } from './RestoreDialog.tsx';
import { RestoringPage } from './RestoringPage.tsx';
import { SecondPlace } from './SecondPlace.tsx';
import { useBackupRefusal } from './words.ts';

/** Milliseconds for which the end of a job is told to who opens the page. */
const news = 10 * 60_000;

const replaces = (job: BackupJob | null) => job !== null && job.kind !== 'backup';

/** What came of the last job that somebody waits for; null when that is long ago. What the clock began is told elsewhere. */
function endToTell(job: BackupJob | null): BackupJob | null {
  if (!job || job.endedAt === null || job.reason === 'daily') return null;
  return Date.now() - job.endedAt < news ? job : null;
}

/** Forgets all that was fetched once other data have taken the place of these; true when the job was lost on the way. */
function useReplacedData({ job, known }: FollowedJob): boolean {
  const queryClient = useQueryClient();
  const [followed, setFollowed] = useState<number | null>(null);
  const running = replaces(job) && isRunning(job);
  if (job && running && job.number !== followed) setFollowed(job.number);
  const over = known && followed !== null && !running;
  useEffect(() => {
    if (over) forgetFetched(queryClient, queryKeys.backupJob[0]);
  }, [over, queryClient]);
  return over && job?.number !== followed;
}

/** How safe the data are, what copies there are, and the way back to each. */
export function BackupsPage() {
  const followed = useBackupJob();
  const lost = useReplacedData(followed);
  if (replaces(followed.job) && isRunning(followed.job))
    return <RestoringPage followed={followed} />;
  return <Overview followed={followed} lost={lost} />;
}

function Overview({ followed, lost }: { followed: FollowedJob; lost: boolean }) {
  const { t } = useText();
  const api = useApi();
  const refusalText = useBackupRefusal();
  const query = useBackups();
  const atLaptop = useAtLaptop();
  const live = (useLessons().data ?? []).filter((lesson) => lesson.status !== 'ended');
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const queryClient = useQueryClient();
  // Beyond this page: who comes back to it has read that already.
  const [closed, setClosed] = useState(() =>
    queryClient.getQueryData<number | null>(queryKeys.closedNews),
  );
  const close = (endedAt: number | null) => {
    queryClient.setQueryData(queryKeys.closedNews, endedAt);
    setClosed(endedAt);
  };
  const [asking, setAsking] = useState<BackupCopies | null>(null);

  const { job, begin } = followed;
  const end = endToTell(job);
  const backUp = async () => {
    setAsked(true);
    setRefused(null);
    setRefused(await begin(api.backUp()));
    setAsked(false);
  };
  const backups = withCopies(query.data?.backups ?? []);
  const lessonRuns = live[0] && t('safety.backups.lessonRuns', { count: live.length });
  const blocked = lessonRuns ?? (isRunning(job) ? t('safety.backups.jobRuns') : null);
  const failed = query.data ? null : errorIn(query.error);

  return (
    <SubPage
      title={t('safety.backups.title')}
      words={t('safety.backups.words')}
      aside={
        query.data && (
          <SecondPlace
            folder={query.data.folder}
            changeable={atLaptop === true}
            title={t('safety.folder.title')}
            words={t('safety.folder.words')}
          />
        )
      }
    >
      <div role="status" className={styles.news}>
        {lost && <Notice tone="warn">{t('safety.job.vanished')}</Notice>}
        {end && end.endedAt !== closed && (
          <JobEnd job={end} backups={backups} onClose={() => close(end.endedAt)} />
        )}
      </div>
      {refused && (
        <ErrorNotice
          happened={t('safety.job.notBegun', { reason: refusalText(refused) })}
          safe={t('safety.job.backupFailedSafe')}
        />
      )}
      {failed?.code === 'forbidden' && (
        <Notice tone="warn">{t('staff.teachers.adminsOnly')}</Notice>
      )}
      {failed && failed.code !== 'forbidden' && (
        <ErrorNotice
          happened={t('teacher.page.failed.happened', { reason: refusalText(failed) })}
          safe={t('teacher.page.failed.safe')}
          action={
            <Button onClick={() => void query.refetch()}>{t('teacher.page.failed.retry')}</Button>
          }
        />
      )}
      {!query.data && !failed && <LoadingFrame count={6} />}
      {query.data && (
        <>
          <LastGood
            backups={query.data}
            followed={followed}
            asked={asked}
            onBackUp={() => void backUp()}
          />
          <section className={styles.listHead} aria-labelledby="all-backups">
            <h2 id="all-backups" className={styles.heading}>
              {t('safety.backups.list')}
            </h2>
            {atLaptop === false && <Notice>{t('safety.backups.laptopOnly')}</Notice>}
            {atLaptop && live[0] && backups.length > 0 && (
              <Notice
                tone="warn"
                action={
                  <ButtonLink small href={paths.lesson(live[0].id)}>
                    {t('safety.backups.lessonOpen')}
                  </ButtonLink>
                }
              >
                {lessonRuns}
              </Notice>
            )}
            {backups.length === 0 ? (
              <EmptyState title={t('safety.backups.empty')}>
                {t('safety.backups.emptyWords')}
              </EmptyState>
            ) : (
              <BackupList
                backups={backups}
                label={t('safety.backups.list')}
                blocked={blocked}
                onRestore={atLaptop ? setAsking : null}
              />
            )}
          </section>
        </>
      )}
      {asking && <RestoreDialog backup={asking} begin={begin} onClose={() => setAsking(null)} />}
    </SubPage>
  );
}
