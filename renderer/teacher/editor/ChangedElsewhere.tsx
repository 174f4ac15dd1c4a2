import { useState } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, Dialog, ErrorNotice } from '../../ui/index.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import { useErrorText } from '../shell/error-text.ts';
import type { EditorDesk } from './use-editor.ts';

/** Asks what to do when another window saved or deleted the quiz in the meantime: nothing is lost either way. */
export function ChangedElsewhere({ desk, title }: { desk: EditorDesk; title: string }) {
  const { t, time } = useText();
  const api = useApi();
  const go = useGo();
  const errorText = useErrorText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const { saving } = desk;
  if (saving.is !== 'conflict' && saving.is !== 'gone') return null;

  const keepMine = async (name: string) => {
    setBusy(true);
    setError(null);
    const made = await api.createQuiz({ ...desk.quiz, title: name.slice(0, 200) });
    setBusy(false);
    if (!made.ok) {
      setError(made.error);
      return;
    }
    desk.letGo();
    go(paths.quiz(made.value.id), { replace: true });
  };
  const leave = () => {
    desk.letGo();
    go(paths.library, { replace: true });
  };
  const gone = saving.is === 'gone';

  return (
    <Dialog
      open
      title={t(gone ? 'teacher.editor.gone.title' : 'teacher.editor.conflict.title')}
      // It has to be settled: typing on would lead further apart.
      onClose={() => undefined}
      actions={
        gone ? (
          <>
            <Button onClick={leave}>{t('teacher.editor.gone.leave')}</Button>
            <Button look="filled" busy={busy} onClick={() => void keepMine(desk.quiz.title)}>
              {t('teacher.editor.gone.keep')}
            </Button>
          </>
        ) : (
          <>
            <Button busy={busy} onClick={() => void keepMine(t('teacher.library.copy', { title }))}>
              {t('teacher.editor.conflict.mine')}
            </Button>
            <Button look="filled" onClick={() => desk.takeTheirs(saving.theirs)}>
              {t('teacher.editor.conflict.theirs')}
            </Button>
          </>
        )
      }
    >
      <p>
        {gone
          ? t('teacher.editor.gone.words')
          : t('teacher.editor.conflict.words', { time: time(saving.theirs.updatedAt) })}
      </p>
      {error && (
        <ErrorNotice
          happened={t('teacher.editor.conflict.failed', { reason: errorText(error) })}
          safe={t('teacher.editor.conflict.safe')}
        />
      )}
    </Dialog>
  );
}
