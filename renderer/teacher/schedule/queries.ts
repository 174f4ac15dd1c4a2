import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiError, ApiResult, NewLesson } from '../api.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { planOf } from './plan-draft.ts';
import type { PlanDraft } from './plan-draft.ts';

/** What is planned from a day on (today where left out), for all classes or one. */
export function useSchedule({ from, classId }: { from?: string; classId?: string } = {}) {
  const api = useApi();
  return useQuery({
    queryKey: [...queryKeys.schedule, from ?? '', classId ?? ''],
    queryFn: async () => valueOf(await api.schedule({ from, classId })),
  });
}

/** Does something to the schedule and shows it as it is stored then; keeps why it could not be done, or tells `onRefused`. */
export function useScheduleAct() {
  const queryClient = useQueryClient();
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);

  const act = async <T>(
    deed: () => Promise<ApiResult<T>>,
    onRefused: (error: ApiError) => void = setError,
  ): Promise<T | null> => {
    if (busy) return null;
    setBusy(true);
    setError(null);
    const result = await deed();
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: queryKeys.schedule });
    if (result.ok) return result.value;
    onRefused(result.error);
    return null;
  };
  return { act, busy, error };
}

/** Stores a plan; keeps why it could not be stored. */
export function usePlanLesson() {
  const api = useApi();
  const { act, busy, error } = useScheduleAct();
  return {
    busy,
    error,
    act: (lesson: NewLesson, draft: PlanDraft) => act(() => api.plan({ lesson, ...planOf(draft) })),
  };
}
