import { useText } from '../../i18n/text.tsx';
import { Button, Pill } from '../../ui/index.ts';
import { useMoment } from '../shell/moment.ts';
import styles from './Backups.module.css';
import type { BackupCopies } from './copies.ts';
import { useBackupWords, useBytes } from './words.ts';

type BackupRowProps = {
  backup: BackupCopies;
  /** Say where it stands: there is more than one place. */
  placed: boolean;
  /** Why nothing can be restored now; it is said above the list too. */
  blocked: string | null;
  /** Null: not on this device. */
  onRestore: (() => void) | null;
};

/** One backup: when, why, what is in it, where, and whether it is good. */
export function BackupRow({ backup, placed, blocked, onRestore }: BackupRowProps) {
  const { t } = useText();
  const moment = useMoment();
  const words = useBackupWords();
  const bytes = useBytes();
  const when = moment(backup.madeAt);
  const facts = [
    words.reason(backup),
    words.contents(backup),
    bytes(backup.bytes),
    ...(placed ? [words.places(backup)] : []),
  ];
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <b className={styles.when}>{when}</b>
        {backup.flaw === null ? (
          <Pill tone="good">{t('safety.backups.good')}</Pill>
        ) : (
          <Pill tone={backup.flaw === 'damaged' ? 'bad' : 'warn'}>
            {t(`safety.backups.flaw.${backup.flaw}`)}
          </Pill>
        )}
        {!backup.own && ' '}
        {!backup.own && <Pill>{t('safety.backups.other')}</Pill>}
        <p className="small soft">{facts.join(' · ')}</p>
      </div>
      {backup.flaw === null && onRestore && (
        <Button
          aria-label={t('safety.backups.restoreNamed', { when })}
          disabledReason={blocked}
          reasonElsewhere
          onClick={onRestore}
        >
          {t('safety.backups.restore')}
        </Button>
      )}
    </li>
  );
}
