import { useQuery } from '@tanstack/react-query';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** Who of a lesson's list was there; empty in a lesson without one. While it runs, asked again every few seconds. */
export function useAttendance(lessonId: LessonId, live: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.attendance(lessonId),
    queryFn: async () => valueOf(await api.attendance(lessonId)),
    refetchInterval: live ? 5000 : false,
  });
}
