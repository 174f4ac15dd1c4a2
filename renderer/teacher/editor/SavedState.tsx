import { useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/index.ts';
import { useErrorText } from '../shell/error-text.ts';
import type { SaveState } from './autosave.ts';
import styles from './EditorBar.module.css';

/** One word on whether what is typed is on the disk. Only trouble is read out: every save would be too much. */
export function SavedState({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const { t, time } = useText();
  const errorText = useErrorText();
  const calm = {
    saved: () =>
      state.is === 'saved' && state.at !== null
        ? t('teacher.editor.savedAt', { time: time(state.at) })
        : t('teacher.editor.saved'),
    waiting: () => t('teacher.editor.saving'),
    saving: () => t('teacher.editor.saving'),
    failing: () => '',
    conflict: () => '',
    gone: () => '',
  }[state.is]();
  return (
    <>
      {calm && (
        <span className={styles.saved} data-state={state.is}>
          {calm}
        </span>
      )}
      <span role="status" className={styles.failing}>
        {state.is === 'failing' && (
          <>
            <span className={styles.reason}>
              {t(state.again ? 'teacher.editor.notSaved' : 'teacher.editor.refused', {
                reason: errorText(state.error),
              })}
            </span>
            <Button small onClick={onRetry}>
              {t('teacher.editor.retry')}
            </Button>
          </>
        )}
      </span>
    </>
  );
}
