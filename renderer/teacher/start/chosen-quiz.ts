import { useState } from 'react';
import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { useQuizzes } from '../queries.ts';

/** The quiz that a lesson is started from; null: questions asked aloud, nothing prepared. */
export type StartFrom = Pick<QuizSummary, 'id' | 'title' | 'questions' | 'unready'> | null;

/** A quiz chosen from the library, or none: what a `Select` needs, and the quiz. `start`: the id that it begins with, `''` for none. */
export function useQuizChoice(start = '') {
  const { t } = useText();
  const quizzes = useQuizzes();
  const [id, setId] = useState(start);
  const all = quizzes.data ?? [];
  const find = (wanted: string) => all.find((one) => one.id === wanted) ?? null;
  const options = all.map((one) => ({
    value: one.id,
    label: one.title || t('teacher.library.untitled'),
  }));
  // One that was deleted, or has not come yet, can stay chosen.
  const gone = start !== '' && !find(start);
  return {
    find,
    quiz: find(id),
    choice: {
      options: [
        { value: '', label: t('schedule.aloud') },
        ...(gone ? [{ value: start, label: quizzes.data ? t('schedule.quizGone') : '…' }] : []),
        ...options,
      ],
      value: id,
      onChange: setId,
    },
  };
}

/** The quiz of a lesson: the one that was given, or what is chosen from the library; `choice` only in the second case. */
export function useChosenQuiz(given: StartFrom | 'choose') {
  const { quiz, choice } = useQuizChoice();
  return given === 'choose' ? { quiz, choice } : { quiz: given, choice: null };
}
