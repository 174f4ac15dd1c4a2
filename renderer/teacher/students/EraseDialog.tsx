import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StudentHistory } from '../../../lan-server/contract/history.ts';
import { useText } from '../../i18n/text.tsx';
import { ConfirmDialog, ErrorNotice, Switch } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { useBackups } from '../backups/queries.ts';
import { useTeacher } from '../session/teacher.tsx';
import { useErrorText } from '../shell/error-text.ts';
import styles from './EraseDialog.module.css';

/** What became of it: `fresh` is whether a fresh backup was begun, null where none was wanted. */
export type Erased = { name: string; fresh: { begun: true } | { error: ApiError } | null };

type EraseDialogProps = {
  student: StudentHistory['student'];
  onErased: (erased: Erased) => void;
  onClose: () => void;
};

/** Says what goes, what stays and what still holds it, and asks once. */
export function EraseDialog({ student, onErased, onClose }: EraseDialogProps) {
  const { t } = useText();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  // Only who may look after the laptop is told of its backups.
  const backups = useBackups({ enabled: useTeacher().role === 'admin' }).data;
  const [fresh, setFresh] = useState(true);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const { name } = student;
  const before = backups?.backups.filter(({ own, flaw }) => own && flaw === null).length ?? null;
  const offered = before !== null && before > 0;

  const erase = async () => {
    setBusy(true);
    setRefused(null);
    const done = await api.eraseStudent(student.id);
    if (!done.ok) {
      setBusy(false);
      setRefused(done.error);
      return;
    }
    const begun = offered && fresh ? await api.backUpAlone() : null;
    onErased({ name, fresh: begun && (begun.ok ? { begun: true } : { error: begun.error }) });
    await queryClient.invalidateQueries();
  };

  return (
    <ConfirmDialog
      open
      stop
      busy={busy}
      title={t('history.student.eraseAsk', { name })}
      confirm={t('history.student.eraseConfirm')}
      onConfirm={() => void erase()}
      onCancel={onClose}
    >
      <div className={styles.words}>
        {refused && (
          <ErrorNotice
            happened={t('history.student.eraseFailed', { reason: errorText(refused) })}
            safe={t('history.student.eraseFailedSafe')}
          />
        )}
        <p>{t('history.student.eraseWhat')}</p>
        {before !== null && (
          <p>
            {before > 0
              ? t('history.student.eraseBackups', { count: before })
              : t('history.student.eraseNoBackups')}
          </p>
        )}
        {offered && (
          <div>
            <Switch checked={fresh} onChange={setFresh} label={t('history.student.eraseFresh')} />
            <p className="small soft">{t('history.student.eraseFreshWords')}</p>
          </div>
        )}
      </div>
    </ConfirmDialog>
  );
}
