import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, Sheet } from '../../ui/index.ts';
import { BackupRow } from './BackupRow.tsx';
import styles from './Backups.module.css';
import type { BackupCopies } from './copies.ts';

/** How many stand there before one asks for all. */
const first = 8;

type BackupListProps = {
  backups: readonly BackupCopies[];
  label: string;
  blocked: string | null;
  onRestore: ((backup: BackupCopies) => void) | null;
};

/** The backups, newest first. */
export function BackupList({ backups, label, blocked, onRestore }: BackupListProps) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const placed = backups.some(({ places }) => places.includes('folder'));
  const shown = all ? backups : backups.slice(0, first);
  return (
    <Sheet pad="none" className={styles.list}>
      <ul aria-label={label}>
        {shown.map((backup) => (
          <BackupRow
            key={`${backup.id} ${backup.flaw ?? ''}`}
            backup={backup}
            placed={placed}
            blocked={blocked}
            onRestore={onRestore && (() => onRestore(backup))}
          />
        ))}
      </ul>
      {shown.length < backups.length && (
        <div className={styles.more}>
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('safety.backups.all', { count: backups.length })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
