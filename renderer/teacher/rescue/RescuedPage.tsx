import type { BackupJob } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Logo } from '../../ui/index.ts';
import { madeAtOf } from '../backups/copies.ts';
import type { BackupCopies } from '../backups/copies.ts';
import { useBackupWords } from '../backups/words.ts';
import { useMoment } from '../shell/moment.ts';
import { usePage } from '../shell/page.ts';
import styles from './RescuePage.module.css';

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
    <main className={styles.page}>
      <div className={styles.brand}>
        <Logo />
        Chalkbox
      </div>
      <h1 className={styles.title}>{t('safety.rescue.back')}</h1>
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
    </main>
  );
}
