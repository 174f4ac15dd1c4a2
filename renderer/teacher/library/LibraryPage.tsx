import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import {
  Button,
  EmptyState,
  ErrorNotice,
  Icon,
  icons,
  LoadingFrame,
  SearchBox,
  UndoBar,
  useHotkeys,
} from '../../ui/index.ts';
import type { ApiError, ApiResult } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { useQuizzes } from '../queries.ts';
import { queryKeys } from '../query-keys.ts';
import { useErrorText } from '../shell/error-text.ts';
import { usePage } from '../shell/page.ts';
import { Shell } from '../shell/Shell.tsx';
import { useMakeQuiz } from '../start/make-quiz.ts';
import { StartLessonDialog } from '../start/StartLessonDialog.tsx';
import { findQuizzes } from './find.ts';
import styles from './LibraryPage.module.css';
import { QuizRow } from './QuizRow.tsx';

/** All quizzes, newest first: find, start, edit, duplicate, delete and take that back. */
export function LibraryPage() {
  const { t } = useText();
  const api = useApi();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const quizzes = useQuizzes();
  const made = useMakeQuiz();
  const [wanted, setWanted] = useState('');
  const [starting, setStarting] = useState<QuizSummary | null>(null);
  const [planning, setPlanning] = useState<QuizSummary | null>(null);
  const [deleted, setDeleted] = useState<QuizSummary | null>(null);
  const [restored, setRestored] = useState<QuizSummary | null>(null);
  const [refused, setRefused] = useState<ApiError | null>(null);
  usePage(t('teacher.library.title'));
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
  const failed = errorIn(quizzes.error);
  const problem = refused ?? made.error;
  const found = findQuizzes(quizzes.data ?? [], wanted);
  const make = (
    <Button
      look="filled"
      icon={<Icon path={icons.plus} />}
      shortcut="Q"
      busy={made.busy}
      onClick={() => void made.make()}
    >
      {t('teacher.library.make')}
    </Button>
  );

  return (
    <Shell>
      <header className={styles.header}>
        <h1>{t('teacher.library.title')}</h1>
        {quizzes.data && quizzes.data.length > 0 && (
          <>
            <SearchBox
              label={t('teacher.library.find')}
              value={wanted}
              onChange={setWanted}
              shortcut="/"
            />
            {make}
          </>
        )}
      </header>
      <div className={styles.notices}>
        {problem && (
          <ErrorNotice
            happened={t('teacher.library.failed', { reason: errorText(problem) })}
            safe={t('teacher.library.failedSafe')}
          />
        )}
        {failed && !quizzes.data && (
          <ErrorNotice
            happened={t('teacher.page.failed.happened', { reason: errorText(failed) })}
            safe={t('teacher.page.failed.safe')}
            action={
              <Button onClick={() => void quizzes.refetch()}>
                {t('teacher.page.failed.retry')}
              </Button>
            }
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
      {!quizzes.data && !failed && <LoadingFrame count={6} />}
      {quizzes.data?.length === 0 && (
        <EmptyState title={t('teacher.library.empty')} step={make}>
          {t('teacher.library.emptyWords')}
        </EmptyState>
      )}
      {quizzes.data && quizzes.data.length > 0 && found.length === 0 && (
        <EmptyState
          title={t('teacher.library.nothing', { text: wanted.trim() })}
          step={<Button onClick={() => setWanted('')}>{t('teacher.library.nothingAll')}</Button>}
        />
      )}
      {found.length > 0 && (
        <>
          <p className="sr" role="status">
            {wanted.trim() !== '' && t('teacher.library.found', { count: found.length })}
          </p>
          <ul aria-label={t('teacher.library.list')}>
            {found.map((quiz) => (
              <QuizRow
                key={quiz.id}
                quiz={quiz}
                onStart={() => setStarting(quiz)}
                onPlan={() => setPlanning(quiz)}
                onDuplicate={() =>
                  void act(() =>
                    api.duplicateQuiz(
                      quiz.id,
                      t('teacher.library.copy', { title: nameOf(quiz) }).slice(0, 200),
                    ),
                  )
                }
                onDelete={() => void remove(quiz)}
              />
            ))}
          </ul>
        </>
      )}
      {planning && <StartLessonDialog quiz={planning} later onClose={() => setPlanning(null)} />}
      {starting && <StartLessonDialog quiz={starting} onClose={() => setStarting(null)} />}
    </Shell>
  );
}
