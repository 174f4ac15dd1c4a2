import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.tsx';
import { errorIn, valueOf } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';
import { NotFoundPage } from '../shell/NotFoundPage.tsx';
import { NotFetched } from '../shell/NotFetched.tsx';
import { PageLoading } from '../shell/PageLoading.tsx';
import { Shell } from '../shell/Shell.tsx';
import { Editor } from './Editor.tsx';

/** Fetches a quiz and puts it on the desk. */
export function EditorPage({ quizId }: { quizId: string }) {
  const api = useApi();
  const query = useQuery({
    queryKey: queryKeys.quiz(quizId),
    queryFn: async () => valueOf(await api.quiz(quizId)),
    // What is on the desk is newer than what could be fetched; the next visit starts from the disk.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

  if (query.data) return <Editor stored={query.data} />;
  const failed = errorIn(query.error);
  if (failed?.code === 'not_found') return <NotFoundPage />;
  if (!failed && !errorIn(query.failureReason)) return <PageLoading />;
  return (
    <Shell>
      <NotFetched error={failed} onRetry={() => query.refetch()} />
    </Shell>
  );
}
