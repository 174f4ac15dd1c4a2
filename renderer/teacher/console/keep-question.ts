import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Question } from '../../../lan-server/questions/index.ts';
import { useApi } from '../api-context.tsx';
import { queryKeys } from '../query-keys.ts';

/** Where a question that was typed in the lesson is kept: nowhere else, in a new quiz, or in the quiz with this id. */
export type Keeping = 'no' | 'new' | { quizId: string };

/** Another window may save the same quiz at the same moment. */
const tries = 3;

/** Puts a question behind the others of a quiz, or into a new one called `title`; gives whether it is stored. */
export function useKeepQuestion(title: string) {
  const api = useApi();
  const queryClient = useQueryClient();
  return useCallback(
    async (question: Question, where: Exclude<Keeping, 'no'>): Promise<boolean> => {
      const kept = async (): Promise<boolean> => {
        if (where === 'new') return (await api.createQuiz({ title, questions: [question] })).ok;
        for (let left = tries; left > 0; left -= 1) {
          const found = await api.quiz(where.quizId);
          if (!found.ok) return false;
          const { title: name, subject, questions, revision } = found.value;
          const content = { title: name, subject, questions: [...questions, question], revision };
          const saved = await api.saveQuiz(where.quizId, content);
          if (saved.ok) return true;
          if (saved.error.code !== 'changed_elsewhere') return false;
        }
        return false;
      };
      const done = await kept();
      if (done) void queryClient.invalidateQueries({ queryKey: queryKeys.quizzes });
      return done;
    },
    [api, queryClient, title],
  );
}
