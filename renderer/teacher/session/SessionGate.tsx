import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Session } from '../../../lan-server/contract/api.ts';
import type { Language } from '../../../lan-server/contract/languages.ts';
import { useApi } from '../api-context.tsx';
import { errorIn } from '../api-failure.ts';
import { forgetFetched } from '../queries.ts';
import { queryKeys } from '../query-keys.ts';
import { paths } from '../router/paths.ts';
import { AwayPage } from '../shell/AwayPage.tsx';
import { PageLoading } from '../shell/PageLoading.tsx';
import { WelcomePage } from '../welcome/WelcomePage.tsx';
import { openSession, signedIn } from './session.ts';
import { SignInPage } from './SignInPage.tsx';
import { SessionProvider } from './teacher.tsx';
import type { Teacher } from './teacher.tsx';

// Hardly ever needed, and then home is not.
const RescuePage = lazy(async () => ({
  default: (await import('../rescue/RescuePage.tsx')).RescuePage,
}));

type SessionGateProps = {
  /** From the address, exchanged once. */
  launchKey: string | null;
  onLanguage: (language: Language | null) => void;
  children: ReactNode;
};

/**
 * Lets the teacher in. When the session ends in the middle of work, the page stays as it is underneath and comes back
 * after signing in: what was typed is still there.
 */
export function SessionGate({ launchKey, onLanguage, children }: SessionGateProps) {
  const api = useApi();
  const queryClient = useQueryClient();
  const unusedKey = useRef(launchKey);
  const [known, setKnown] = useState<(Session & { teacher: Teacher }) | null>(null);
  const query = useQuery({
    queryKey: queryKeys.session,
    queryFn: async () => {
      const state = await openSession(api, unusedKey.current);
      unusedKey.current = null;
      return state;
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

  const state = query.data;
  const session = state?.is === 'in' ? state.session : null;
  const teacher = session?.teacher ?? null;
  if (session && hasTeacher(session) && session !== known) setKnown(session);
  if (state?.is === 'out' && state.left && known) setKnown(null);
  const language = teacher ? (teacher.language ?? session?.school?.language ?? null) : undefined;
  useEffect(() => {
    if (language !== undefined) onLanguage(language);
  }, [language, onLanguage]);

  const enter = (session: Session) => {
    // Nothing of who was here before may stay, on the page or in its memory.
    if (session.teacher && known && session.teacher.id !== known.teacher.id) {
      queryClient.removeQueries({
        predicate: (one) => one.queryKey[0] !== queryKeys.session[0],
      });
      window.history.replaceState(null, '', paths.home);
    }
    signedIn(queryClient, session);
    void queryClient.invalidateQueries({
      predicate: (one) => one.queryKey[0] !== queryKeys.session[0],
    });
  };

  const { refetch } = query;
  const leaveRescue = useCallback(() => {
    // Whatever was open belongs to the data before.
    window.history.replaceState(null, '', paths.home);
    void refetch().then(() => forgetFetched(queryClient, queryKeys.session[0]));
  }, [refetch, queryClient]);

  if (!state) {
    const failed = errorIn(query.error ?? query.failureReason);
    return failed ? (
      <AwayPage error={failed} onRetry={() => void query.refetch()} />
    ) : (
      <PageLoading />
    );
  }
  if (state.is === 'in' && state.session.rescue)
    return (
      <Suspense fallback={<PageLoading />}>
        <RescuePage onDone={leaveRescue} />
      </Suspense>
    );
  if (state.is === 'in' && !state.session.teacher)
    return <WelcomePage onLanguage={onLanguage} onDone={enter} />;

  return (
    <>
      {state.is === 'out' && (
        <SignInPage error={state.error} returning={known !== null} onSignedIn={enter} />
      )}
      {known && (
        <div key={known.teacher.id} hidden={state.is === 'out'}>
          <SessionProvider value={known}>{children}</SessionProvider>
        </div>
      )}
    </>
  );
}

function hasTeacher(session: Session): session is Session & { teacher: Teacher } {
  return session.teacher !== null;
}
