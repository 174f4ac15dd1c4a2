import { useText } from '../../i18n/text.tsx';
import { Button, Sheet } from '../../ui/index.ts';
import type { BackupCopies } from '../backups/copies.ts';
import { useBackupWords } from '../backups/words.ts';
import { useMoment } from '../shell/moment.ts';
import styles from './RescuePage.module.css';

type BestBackupProps = {
  /** The newest good one; null when none was found. */
  backup: BackupCopies | null;
  onRestore: (backup: BackupCopies) => void;
};

/** The first choice: back to the newest good backup. */
export function BestBackup({ backup, onRestore }: BestBackupProps) {
  const { t } = useText();
  const moment = useMoment();
  const words = useBackupWords();
  if (!backup)
    return (
      <Sheet as="section" pad="roomy" label={t('safety.rescue.noBackup')} className={styles.choice}>
        <h2>{t('safety.rescue.noBackup')}</h2>
        <p className="soft">{t('safety.rescue.noBackupWords')}</p>
      </Sheet>
    );
  return (
    <Sheet
      as="section"
      pad="roomy"
      lifted
      label={t('safety.rescue.best')}
      className={styles.choice}
    >
      <h2>{t('safety.rescue.best')}</h2>
      <p className={styles.when}>{moment(backup.madeAt)}</p>
      <p className="soft">
        {[
          words.wholeContents(backup) ?? words.contents(backup),
          words.reason(backup),
          ...(backup.own ? [] : [t('safety.backups.other')]),
          ...(backup.places.includes('folder') ? [words.places(backup)] : []),
        ].join(' · ')}
      </p>
      <Button look="filled" onClick={() => onRestore(backup)}>
        {t('safety.rescue.bestDo')}
      </Button>
    </Sheet>
  );
}
