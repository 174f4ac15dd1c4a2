import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** One student across lessons. */
export function useStudentHistory(studentId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.studentHistory(studentId),
    queryFn: async () => valueOf(await api.studentHistory(studentId)),
  });
}
