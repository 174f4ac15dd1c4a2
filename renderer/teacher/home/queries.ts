import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** What came of the newest lessons, and what needs the teacher. */
export function useDashboard() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.dashboard,
    queryFn: async () => valueOf(await api.dashboard()),
    refetchInterval: 30_000,
  });
}

/** Lessons that run, at a glance: asked often while there are any. */
export function useRunning(anyRun: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.runningLessons,
    queryFn: async () => valueOf(await api.runningLessons()).lessons,
    refetchInterval: 2000,
    enabled: anyRun,
  });
}
