import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.tsx';
import { Button, Icon, icons, Topbar } from '../../ui/index.ts';
import { paths } from '../router/paths.ts';
import type { SaveState } from './autosave.ts';
import styles from './EditorBar.module.css';
import type { Edit, QuizContent } from './quiz-edits.ts';
import { SavedState } from './SavedState.tsx';

type EditorBarProps = {
  quiz: QuizContent;
  saving: SaveState;
  /** Why a lesson could not be started from it. */
  unsaved: string | null;
  undo: (() => void) | null;
  redo: (() => void) | null;
  previewOpen: boolean;
  onPreview: () => void;
  onEdit: (edit: Edit) => void;
  onRetry: () => void;
  onStart: () => void;
};

/** The head of the editor: title and subject edited in place, how saving stands, undo, the way into a lesson. */
export function EditorBar(props: EditorBarProps) {
  const { t } = useText();
  const { quiz, onEdit } = props;
  const name = useRef<HTMLInputElement>(null);
  // Nothing is written yet: one begins with the title, or tabs on.
  const untouched = quiz.title === '' && quiz.questions.every(({ text }) => text === '');
  const atFirst = useRef(untouched);
  useEffect(() => {
    if (atFirst.current) name.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Topbar
      back={{ href: paths.library, label: t('teacher.editor.back') }}
      title={
        <span className="sr">
          {t('teacher.editor.title', {
            title: quiz.title.trim() || t('teacher.editor.quizTitleEmpty'),
          })}
        </span>
      }
      actions={
        <>
          <span className={styles.pair}>
            <Button
              look="quiet"
              label={t('teacher.editor.undo')}
              aria-keyshortcuts="Control+Z"
              icon={<Icon path={icons.undo} />}
              aria-disabled={props.undo === null}
              className={props.undo ? undefined : styles.idle}
              onClick={() => props.undo?.()}
            />
            <Button
              look="quiet"
              label={t('teacher.editor.redo')}
              aria-keyshortcuts="Control+Shift+Z"
              icon={<Icon path={icons.redo} />}
              aria-disabled={props.redo === null}
              className={props.redo ? undefined : styles.idle}
              onClick={() => props.redo?.()}
            />
          </span>
          <Button
            className={styles.preview}
            icon={<Icon path={icons.eye} />}
            aria-expanded={props.previewOpen}
            aria-controls="preview"
            onClick={props.onPreview}
          >
            {t('teacher.editor.preview')}
          </Button>
          <Button look="filled" icon={<Icon path={icons.play} />} onClick={props.onStart}>
            {t('teacher.editor.start')}
          </Button>
        </>
      }
    >
      <span className={styles.names}>
        <input
          ref={name}
          className={styles.title}
          aria-label={t('teacher.editor.quizTitle')}
          placeholder={t('teacher.editor.quizTitleEmpty')}
          maxLength={200}
          value={quiz.title}
          onChange={(event) => onEdit({ type: 'title', title: event.currentTarget.value })}
        />
        <input
          className={styles.subject}
          aria-label={t('teacher.editor.subject')}
          placeholder={t('teacher.editor.subjectEmpty')}
          maxLength={200}
          value={quiz.subject}
          onChange={(event) => onEdit({ type: 'subject', subject: event.currentTarget.value })}
        />
      </span>
      <SavedState state={props.saving} onRetry={props.onRetry} />
      {props.unsaved !== null && (
        <span role="alert" className={styles.unsaved}>
          {t('teacher.editor.startUnsaved', { reason: props.unsaved })}
        </span>
      )}
    </Topbar>
  );
}
