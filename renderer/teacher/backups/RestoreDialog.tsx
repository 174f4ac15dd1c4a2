import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { ConfirmDialog } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { useMoment } from '../shell/moment.ts';
import styles from './Backups.module.css';
import type { BackupCopies } from './copies.ts';
import type { FollowedJob } from './queries.ts';
import { useBackupRefusal, useBackupWords } from './words.ts';

type RestoreDialogProps = {
  backup: BackupCopies;
  /** Begins the job and gives back why it was refused. */
  begin: FollowedJob['begin'];
  /** In rescue there is nothing to make a copy of: the file that was found is moved aside. */
  inRescue?: boolean;
  onClose: () => void;
};

/** Asks once, and says what will be replaced, what is kept, and what phones do. */
export function RestoreDialog({ backup, begin, inRescue, onClose }: RestoreDialogProps) {
  const { t } = useText();
  const api = useApi();
  const moment = useMoment();
  const words = useBackupWords();
  const refusalText = useBackupRefusal();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const contents = words.wholeContents(backup);

  const restore = async () => {
    setBusy(true);
    setRefused(null);
    const error = await begin(api.restoreBackup({ id: backup.id, place: backup.place }));
    setBusy(false);
    if (error) setRefused(error);
    else onClose();
  };
  return (
    <ConfirmDialog
      open
      stop={!inRescue}
      title={t('safety.ask.title', { when: moment(backup.madeAt) })}
      confirm={t('safety.ask.confirm')}
      busy={busy}
      onConfirm={() => void restore()}
      onCancel={onClose}
    >
      <div className={styles.ask}>
        {contents && <p>{t('safety.ask.holds', { contents })}</p>}
        <ul>
          {(inRescue
            ? (['safety.rescue.ask', 'safety.rescue.askPhones'] as const)
            : (['safety.ask.replaced', 'safety.ask.safety', 'safety.ask.phones'] as const)
          ).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
        {refused && (
          <p role="alert" className={styles.refused}>
            {t('safety.job.notBegun', { reason: refusalText(refused) })}
          </p>
        )}
      </div>
    </ConfirmDialog>
  );
}
