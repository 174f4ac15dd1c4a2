import type { BackupJob } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/index.ts';
import { madeAtOf } from '../backups/copies.ts';
import type { BackupCopies } from '../backups/copies.ts';
import { useBackupWords } from '../backups/words.ts';
import { useMoment } from '../shell/moment.ts';
import { BarePage } from '../shell/BarePage.tsx';
import { usePage } from '../shell/page.ts';

type RescuedPageProps = {
  /** The restore, or the going on with what was there, that has ended well. */
  job: BackupJob;
  /** What was restored; null where this page did not ask for it. */
  restored: BackupCopies | null;
  onDone: () => void;
};

/** The data are whole again: which they are, and the way into the program. */
export function RescuedPage({ job, restored, onDone }: RescuedPageProps) {
  const { t } = useText();
  const moment = useMoment();
  const words = useBackupWords();
  usePage(t('safety.rescue.back'));
  return (
    <BarePage width="wide" title={t('safety.rescue.back')}>
      {job.backupId !== null && (
        <p>
          <b>{t('safety.job.restored', { when: moment(madeAtOf(job.backupId)) })}</b>
        </p>
      )}
      <p className="soft">
        {job.kind === 'goOn'
          ? t('safety.rescue.backGoOn')
          : restored
            ? t('safety.rescue.backWords', {
                contents: words.wholeContents(restored) ?? words.contents(restored),
              })
            : t('safety.rescue.backPlain')}
      </p>
      <div>
        <Button look="filled" onClick={onDone}>
          {t('safety.rescue.home')}
        </Button>
      </div>
    </BarePage>
  );
}
