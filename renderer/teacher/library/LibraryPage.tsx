import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { Button, ErrorNotice, Icon, icons, UndoBar, useHotkeys } from '../../ui/index.ts';
import type { ApiError, ApiResult } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { useQuizzes } from '../queries.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import { ListPage } from '../shell/ListPage.tsx';
import rows from '../shell/Rows.module.css';
import { useMakeQuiz } from '../start/make-quiz.ts';
import { StartLessonDialog } from '../start/StartLessonDialog.tsx';
import { findQuizzes } from './find.ts';
import { QuizRow } from './QuizRow.tsx';

/** All quizzes, newest first: find, start, edit, duplicate, delete and take that back. */
export function LibraryPage() {
  const { t } = useText();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const quizzes = useQuizzes();
  const made = useMakeQuiz();
  const [starting, setStarting] = useState<QuizSummary | null>(null);
  const [planning, setPlanning] = useState<QuizSummary | null>(null);
  const [deleted, setDeleted] = useState<QuizSummary | null>(null);
  const [restored, setRestored] = useState<QuizSummary | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  useHotkeys({ Q: () => void made.make() });

  const nameOf = (quiz: QuizSummary) => quiz.title || t('teacher.library.untitled');
  /** Does it, then shows the list as it is stored, whatever came of it. */
  const act = async (deed: () => Promise<ApiResult<unknown>>): Promise<boolean> => {
    setRefused(null);
    const result = await deed();
    if (!result.ok) setRefused(result.error);
    await queryClient.invalidateQueries({ queryKey: queryKeys.quizzes });
    return result.ok;
  };
  const remove = async (quiz: QuizSummary) => {
    if (!(await act(() => api.deleteQuiz(quiz.id)))) return;
    setRestored(null);
    setDeleted(quiz);
  };
  const restore = async (quiz: QuizSummary) => {
    if (!(await act(() => api.restoreQuiz(quiz.id)))) return;
    setDeleted(null);
    setRestored(quiz);
  };

  const done = deleted
    ? t('teacher.library.deleted', { title: nameOf(deleted) })
    : restored && t('teacher.library.restored', { title: nameOf(restored) });
  const problem = refused ?? made.error;
  const copy = (quiz: QuizSummary) =>
    api.duplicateQuiz(quiz.id, t('teacher.library.copy', { title: nameOf(quiz) }).slice(0, 200));

  return (
    <>
      <ListPage
        title={t('teacher.library.title')}
        query={quizzes}
        rows={6}
        make={
          <Button
            look="filled"
            icon={<Icon path={icons.plus} />}
            shortcut="Q"
            busy={made.busy}
            onClick={() => void made.make()}
          >
            {t('teacher.library.make')}
          </Button>
        }
        empty={{ title: t('teacher.library.empty'), words: t('teacher.library.emptyWords') }}
        search={{
          label: t('teacher.library.find'),
          find: findQuizzes,
          found: (count) => t('teacher.library.found', { count }),
          nothing: (text) => t('teacher.library.nothing', { text }),
          all: t('teacher.library.nothingAll'),
        }}
        notices={
          <div className={rows.notices}>
            {problem && (
              <ErrorNotice
                happened={t('teacher.library.failed', { reason: errorText(problem) })}
                safe={t('teacher.library.failedSafe')}
              />
            )}
            <UndoBar
              onUndo={deleted ? () => void restore(deleted) : undefined}
              onDismiss={() => {
                setDeleted(null);
                setRestored(null);
              }}
            >
              {done}
            </UndoBar>
          </div>
        }
      >
        {(found) => (
          <ul aria-label={t('teacher.library.list')}>
            {found.map((quiz) => (
              <QuizRow
                key={quiz.id}
                quiz={quiz}
                onStart={() => setStarting(quiz)}
                onPlan={() => setPlanning(quiz)}
                onDuplicate={() => void act(() => copy(quiz))}
                onDelete={() => void remove(quiz)}
              />
            ))}
          </ul>
        )}
      </ListPage>
      {planning && <StartLessonDialog quiz={planning} later onClose={() => setPlanning(null)} />}
      {starting && <StartLessonDialog quiz={starting} onClose={() => setStarting(null)} />}
    </>
  );
}
