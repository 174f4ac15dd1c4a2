import type { BackupJob } from '../../../lan-server/contract/backups.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Icon, icons, Notice } from '../../ui/index.ts';
import { useMoment } from '../shell/moment.ts';
import { madeAtOf } from './copies.ts';
import type { BackupCopies } from './copies.ts';
import { useBackupWords } from './words.ts';

type JobEndProps = {
  /** One that has ended. */
  job: BackupJob;
  backups: readonly BackupCopies[];
  onClose: () => void;
};

/** What came of the last backup or restore. */
export function JobEnd({ job, backups, onClose }: JobEndProps) {
  const { t } = useText();
  const moment = useMoment();
  const words = useBackupWords();
  const restore = job.kind !== 'backup';
  const close = (
    <Button small onClick={onClose}>
      {t('safety.job.close')}
    </Button>
  );
  const reason = (problem: BackupJob['problem']) => t(`safety.problem.${problem ?? 'failed'}`);

  if (job.phase === 'failed')
    return (
      <ErrorNotice
        happened={t(restore ? 'safety.job.restoreFailed' : 'safety.job.backupFailed', {
          reason: reason(job.problem),
        })}
        safe={t(restore ? 'safety.job.restoreFailedSafe' : 'safety.job.backupFailedSafe')}
        action={close}
      />
    );
  if (job.phase === 'cancelled')
    return (
      <Notice action={close}>
        {t(restore ? 'safety.job.restoreCancelled' : 'safety.job.backupCancelled')}
      </Notice>
    );
  if (job.folderProblem !== null)
    return (
      <ErrorNotice
        happened={t('safety.job.backupNotInFolder', { reason: reason(job.folderProblem) })}
        safe={t('safety.job.backupNotInFolderSafe')}
        action={close}
      />
    );
  if (!restore || job.backupId === null)
    return (
      <Notice tone="go" icon={<Icon path={icons.stored} />} action={close}>
        {t('safety.job.backupDone')}
      </Notice>
    );
  const about = backups.find((backup) => backup.id === job.backupId);
  const contents = about && words.wholeContents(about);
  return (
    <Notice
      tone="go"
      icon={<Icon path={icons.stored} />}
      title={t('safety.job.restored', { when: moment(about?.madeAt ?? madeAtOf(job.backupId)) })}
      action={close}
    >
      {contents ? t('safety.job.restoredWords', { contents }) : t('safety.job.restoredPlain')}
    </Notice>
  );
}
