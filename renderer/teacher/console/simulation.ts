import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Simulation } from '../../../lan-server/contract/api.ts';
import type { LessonId } from '../../../lan-server/contract/ids.ts';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import type { ApiError } from '../api.ts';
import { queryKeys } from '../query-keys.ts';

/** A class of made-up students, to rehearse with. */
export type SimulatedClass = {
  running: boolean;
  students: number;
  joined: number;
  /** Being started or stopped. */
  busy: boolean;
  /** Why the last start or stop did not work. */
  error: ApiError | null;
  start: () => void;
  stop: () => void;
};

const classSize = 30;

/** The simulated class of a lesson; asks how far it is while it runs. */
export function useSimulation(lessonId: LessonId, enabled: boolean): SimulatedClass {
  const api = useApi();
  const client = useQueryClient();
  const queryKey = queryKeys.simulation(lessonId);
  const { data } = useQuery({
    queryKey,
    queryFn: async () => valueOf(await api.simulation(lessonId)),
    enabled,
    refetchInterval: (query) => (query.state.data?.running ? 1000 : false),
  });
  const start = useMutation({
    mutationFn: async () => valueOf(await api.startSimulation(lessonId, classSize)),
    onSuccess: (simulation) => client.setQueryData<Simulation>(queryKey, simulation),
  });
  const stop = useMutation({
    mutationFn: async () => valueOf(await api.stopSimulation(lessonId)),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return {
    running: data?.running ?? false,
    students: data?.students ?? 0,
    joined: data?.joined ?? 0,
    busy: start.isPending || stop.isPending,
    error: errorIn(start.error ?? stop.error),
    start: () => start.mutate(),
    stop: () => stop.mutate(),
  };
}
