import { useQuery } from '@tanstack/react-query';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** What a lesson brought; while it runs, asked again every few seconds. */
export function useResults(lessonId: LessonId) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.results(lessonId),
    queryFn: async () => valueOf(await api.results(lessonId)),
    refetchInterval: (query) => (query.state.data?.lesson.status === 'ended' ? false : 5000),
  });
}
