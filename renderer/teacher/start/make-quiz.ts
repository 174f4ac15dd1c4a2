import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { kindNamed } from '../../../lan-server/questions/index.ts';
import { randomId } from '../../live/random-id.ts';
import type { ApiError } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { queryKeys } from '../query-keys.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';

/** Makes a quiz with one empty question and opens it in the editor. */
export function useMakeQuiz() {
  const api = useApi();
  const go = useGo();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const make = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    const made = await api.createQuiz({ questions: [kindNamed('choice').blank(randomId(12))] });
    setBusy(false);
    if (!made.ok) {
      setError(made.error);
      return;
    }
    queryClient.setQueryData(queryKeys.quiz(made.value.id), made.value);
    void queryClient.invalidateQueries({ queryKey: queryKeys.quizzes, exact: true });
    go(paths.quiz(made.value.id));
  };

  return { make, busy, error };
}
