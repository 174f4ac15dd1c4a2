import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, ErrorNotice, TextField } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useErrorText } from '../shell/error-text.ts';
import styles from './Classes.module.css';

type ClassWordsDialogProps = {
  title: string;
  go: string;
  start?: { name: string; subject: string };
  onSave: (words: { name: string; subject: string }) => Promise<ApiError | null>;
  onClose: () => void;
};

/** Name and subject of a class, new or there already. */
export function ClassWordsDialog({ title, go, start, onSave, onClose }: ClassWordsDialogProps) {
  const { t } = useText();
  const errorText = useErrorText();
  const formId = useId();
  const [name, setName] = useState(start?.name ?? '');
  const [subject, setSubject] = useState(start?.subject ?? '');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '' || busy) return;
    setBusy(true);
    setError(await onSave({ name, subject }));
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={formId} look="filled" busy={busy}>
            {go}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('classes.make.name')}
          hint={t('classes.make.nameHint')}
          error={missing ? t('classes.make.nameMissing') : null}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="off"
        />
        <TextField
          label={t('classes.make.subject')}
          value={subject}
          onChange={setSubject}
          maxLength={80}
          autoComplete="off"
        />
        {error && (
          <ErrorNotice
            happened={t('classes.page.failed', { reason: errorText(error) })}
            safe={t('classes.page.failedSafe')}
          />
        )}
      </form>
    </Dialog>
  );
}
