import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LessonSummary } from '../../../lan-server/contract/api.ts';
import type { ApiError, ApiResult, NewLesson } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { openWallInDesktop } from '../desktop.ts';
import { queryKeys } from '../query-keys.ts';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';

/** Starts a lesson, puts it on the projector where the desktop app can, and goes to its console. */
export function useStartLesson() {
  const api = useApi();
  const go = useGo();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  /** Runs any way of making a lesson; a second press while it runs does nothing. */
  const run = async (make: () => Promise<ApiResult<LessonSummary>>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    const made = await make();
    setBusy(false);
    if (!made.ok) {
      setError(made.error);
      return;
    }
    void queryClient.invalidateQueries({ queryKey: queryKeys.lessons });
    void queryClient.invalidateQueries({ queryKey: queryKeys.quizzes });
    openWallInDesktop(made.value.id);
    go(paths.lesson(made.value.id));
  };

  return { busy, error, run, start: (lesson: NewLesson) => run(() => api.startLesson(lesson)) };
}
