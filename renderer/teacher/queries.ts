import { QueryClient, useQuery } from '@tanstack/react-query';
import { useApi } from './api-context.tsx';
import { errorIn, valueOf } from './api-failure.ts';
import { queryKeys } from './query-keys.ts';

/**
 * The memory of what was fetched: shown at once, and asked for again by every page that opens. While the program does not answer, it keeps asking; a
 * refusal is final.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The laptop serves itself: without internet is the normal case, not “offline”.
        networkMode: 'always',
        retry: (_count, failure) => errorIn(failure)?.code === 'unreachable',
        retryDelay: (count) => Math.min(500 * 2 ** count, 4000),
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Other data have taken the place of these: what is shown is fetched anew, the rest is forgotten; all but what `keep` names. */
export function forgetFetched(queryClient: QueryClient, keep: string): void {
  const others = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== keep;
  queryClient.removeQueries({ type: 'inactive', predicate: others });
  void queryClient.invalidateQueries({ predicate: others });
}

/** The teacher's quizzes, newest first. */
export function useQuizzes() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.quizzes,
    queryFn: async () => valueOf(await api.quizzes()),
  });
}

/** Lessons of both kinds, newest first; asked again now and then, because a lesson may be ended from elsewhere. */
export function useLessons() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.lessons,
    queryFn: async () => valueOf(await api.lessons()),
    refetchInterval: 10_000,
  });
}

/** Addresses, name and neighbours; the network may change at any moment. */
export function useNetwork() {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.network,
    queryFn: async () => valueOf(await api.network()),
    refetchInterval: 8000,
  });
}
