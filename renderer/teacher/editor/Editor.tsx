import { useLayoutEffect, useRef, useState } from 'react';
import type { Quiz } from '../../../lan-server/contract/api.ts';
import type { KindName } from '../../../lan-server/questions/index.ts';
import { kindNamed } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { randomId } from '../../live/random-id.ts';
import { classes, EmptyState, UndoBar } from '../../ui/index.ts';
import { useErrorText } from '../shell/error-text.ts';
import { usePage } from '../shell/page.ts';
import { StartLessonDialog } from '../start/StartLessonDialog.tsx';
import { AddQuestion } from './AddQuestion.tsx';
import { ChangedElsewhere } from './ChangedElsewhere.tsx';
import styles from './Editor.module.css';
import { useRichPart } from '../rich/use-rich-part.ts';
import { EditorBar } from './EditorBar.tsx';
import { useEditorKeys } from './editor-keys.ts';
import { Preview } from './Preview.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { QuestionList } from './QuestionList.tsx';
import { unreadyCount } from './ready.ts';
import { useEditor } from './use-editor.ts';

/** The editor of a quiz: questions at the left, the one that is being worked on, what wall and phone make of it. */
export function Editor({ stored }: { stored: Quiz }) {
  const { t } = useText();
  const errorText = useErrorText();
  const desk = useEditor(stored);
  const { quiz, selected, edit } = desk;
  const part = useRichPart();
  const [deleted, setDeleted] = useState<number | null>(null);
  const [previewOpen, setPreviewOpen] = useState(false);
  const [starting, setStarting] = useState(false);
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const title = quiz.title.trim() || t('teacher.editor.quizTitleEmpty');
  usePage(t('teacher.editor.title', { title }));

  const place = quiz.questions.findIndex((question) => question.id === selected);
  const question = quiz.questions[place];

  // One writes on in a new question at once; the next key must find it there.
  const work = useRef<HTMLElement>(null);
  const newest = useRef(false);
  useLayoutEffect(() => {
    if (newest.current) work.current?.querySelector('textarea')?.focus();
    newest.current = false;
  });

  const add = (kind: KindName) => {
    setDeleted(null);
    edit({ type: 'add', question: kindNamed(kind).blank(randomId(12)), at: place + 1 });
    newest.current = true;
  };
  const move = (id: string, to: number) => edit({ type: 'move', id, to });
  const undo = desk.undo && (() => (setDeleted(null), desk.undo?.()));
  const start = async () => {
    setUnsaved(null);
    const state = await desk.flush();
    if (state.is === 'saved') setStarting(true);
    else if (state.is === 'failing') setUnsaved(errorText(state.error));
  };
  useEditorKeys({
    undo,
    redo: desk.redo,
    add: () => add(question?.kind ?? 'choice'),
    move: (by) => question && move(question.id, place + by),
  });

  return (
    <div className={styles.editor}>
      <EditorBar
        quiz={quiz}
        saving={desk.saving}
        unsaved={unsaved}
        undo={undo}
        redo={desk.redo}
        previewOpen={previewOpen}
        onPreview={() => setPreviewOpen(!previewOpen)}
        onEdit={edit}
        onRetry={() => void desk.flush()}
        onStart={() => void start()}
      />
      <div className={styles.grid}>
        <nav className={styles.list} aria-label={t('teacher.editor.questions')}>
          <QuestionList
            questions={quiz.questions}
            selected={selected}
            onSelect={desk.select}
            onMove={move}
          />
          <AddQuestion current={question?.kind ?? 'choice'} onAdd={add} />
        </nav>
        <main ref={work} className={styles.work}>
          <div className={styles.column}>
            <UndoBar onUndo={undo ?? undefined} onDismiss={() => setDeleted(null)}>
              {deleted !== null && t('teacher.editor.deleted', { number: deleted })}
            </UndoBar>
            {question ? (
              <QuestionForm
                key={question.id}
                question={question}
                number={place + 1}
                of={quiz.questions.length}
                part={part}
                onEdit={(change) => {
                  setDeleted(null);
                  edit(change);
                }}
                onDuplicate={() =>
                  edit({
                    type: 'add',
                    question: { ...question, id: randomId(12) },
                    at: place + 1,
                  })
                }
                onDelete={() => {
                  edit({ type: 'remove', id: question.id });
                  setDeleted(place + 1);
                }}
              />
            ) : (
              <EmptyState title={t('teacher.editor.empty')}>
                {t('teacher.editor.emptyWords')}
              </EmptyState>
            )}
          </div>
        </main>
        <aside
          id="preview"
          className={classes(styles.look, previewOpen && styles.lookOpen)}
          aria-label={t('teacher.editor.preview')}
        >
          {question && (
            <Preview
              question={question}
              title={title}
              number={place + 1}
              of={quiz.questions.length}
            />
          )}
        </aside>
      </div>
      <ChangedElsewhere desk={desk} title={title} />
      {starting && (
        <StartLessonDialog
          quiz={{
            id: stored.id,
            title: quiz.title,
            questions: quiz.questions.length,
            unready: unreadyCount(quiz.questions),
          }}
          onClose={() => setStarting(false)}
        />
      )}
    </div>
  );
}
