import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, Segmented, Select, TextArea, TextField } from '../../ui/index.ts';
import styles from './ComposeDialog.module.css';
import { composed, composedKinds, flawOf } from './composed.ts';
import type { ComposedKind } from './composed.ts';
import type { Keeping } from './keep-question.ts';
import { useQuizzes } from '../queries.ts';

type ComposeDialogProps = {
  /** A question is open: the new one comes after it, and closes nothing. */
  later: boolean;
  locked: string | null;
  /** What could not be done, said where the teacher looks. */
  said: string | null;
  /** Gives whether it was asked. */
  onAsk: (question: Question, keeping: Keeping) => Promise<boolean>;
  onClose: () => void;
};

/** A question typed while the lesson runs: its words, its kind, Enter. */
export function ComposeDialog({ later, locked, said, onAsk, onClose }: ComposeDialogProps) {
  const { t } = useText();
  const formId = useId();
  const [kind, setKind] = useState<ComposedKind>('choice');
  const [text, setText] = useState('');
  const [options, setOptions] = useState('');
  const [keeping, setKeeping] = useState('no');
  const quizzes = useQuizzes().data ?? [];
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const draft = { kind, text, options };
  const flaw = flawOf(draft);

  async function ask() {
    setTried(true);
    if (busy || flaw !== null || locked !== null) return;
    setBusy(true);
    const keep = keeping === 'no' || keeping === 'new' ? keeping : { quizId: keeping };
    if (await onAsk(composed(draft), keep)) onClose();
    else setBusy(false);
  }

  return (
    <Dialog
      open
      title={t('console.compose.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            look="filled"
            shortcut="Enter"
            busy={busy}
            disabledReason={locked}
          >
            {t(later ? 'console.compose.later' : 'console.compose.ask')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextField
          label={t('console.compose.text')}
          hint={t('console.compose.textHint')}
          value={text}
          onChange={setText}
          maxLength={2000}
          autoComplete="off"
        />
        <Segmented
          label={t('console.compose.kind')}
          choices={composedKinds.map((value) => ({
            value,
            label: t(`console.compose.kinds.${value}`),
          }))}
          value={kind}
          onChange={setKind}
        />
        {kind === 'choice' && (
          <TextArea
            label={t('console.compose.options')}
            hint={t('console.compose.optionsHint')}
            error={tried && flaw ? t(`console.compose.flaw.${flaw}`) : undefined}
            rows={4}
            value={options}
            onChange={setOptions}
            maxLength={4200}
            onKeyDown={(event) => {
              // In this field Enter begins a new line.
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              void ask();
            }}
          />
        )}
        <Select
          label={t('console.compose.keep')}
          options={[
            { value: 'no', label: t('console.compose.keepNot') },
            { value: 'new', label: t('console.compose.keepNew') },
            ...quizzes.map(({ id, title }) => ({
              value: id,
              label: title || t('console.compose.keepUntitled'),
            })),
          ]}
          value={keeping}
          onChange={setKeeping}
        />
        {said !== null && (
          <p className={styles.said} role="alert">
            {said}
          </p>
        )}
      </form>
    </Dialog>
  );
}
