import { useState } from 'react';
import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { useText } from '../../i18n/text.tsx';
import { useQuizzes } from '../queries.ts';

/** The quiz that a lesson is started from; null: questions asked aloud, nothing prepared. */
export type StartFrom = Pick<QuizSummary, 'id' | 'title' | 'questions' | 'unready'> | null;

/** The quiz of a lesson: the one that was given, or what is chosen from the library; `choice` only in the second case. */
export function useChosenQuiz(given: StartFrom | 'choose') {
  const { t } = useText();
  const quizzes = useQuizzes();
  const [id, setId] = useState('');
  if (given !== 'choose') return { quiz: given, choice: null };
  const all = quizzes.data ?? [];
  return {
    quiz: all.find((one) => one.id === id) ?? null,
    choice: {
      options: [
        { value: '', label: t('schedule.aloud') },
        ...all.map((one) => ({ value: one.id, label: one.title || t('teacher.library.untitled') })),
      ],
      value: id,
      onChange: setId,
    },
  };
}
