import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.tsx';
import { valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** The classes that the teacher may see, by name. */
export function useClasses() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.classes,
    queryFn: async () => valueOf(await api.classes()).classes,
  });
}

/** One class with its sections. */
export function useClass(classId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.schoolClass(classId),
    queryFn: async () => valueOf(await api.schoolClass(classId)),
  });
}

/** Who is in it, by name. */
export function useClassStudents(classId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.classStudents(classId),
    queryFn: async () => valueOf(await api.classStudents(classId)).students,
  });
}

/** Who of it is archived. */
export function useArchivedStudents(classId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.archivedStudents(classId),
    queryFn: async () => valueOf(await api.classStudents(classId, true)).students,
  });
}

/** Pairs of the class that may be one student. */
export function useDoubles(classId: string) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.doubles(classId),
    queryFn: async () => valueOf(await api.doubles(classId)).doubles,
  });
}
