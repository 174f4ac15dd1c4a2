import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../../../lan-server/contract/api.ts';
import type { Api, ApiError } from '../api.ts';
import { ApiFailure } from '../api-failure.ts';
import { queryKeys } from '../query-keys.ts';

/** Whether this device may act as the teacher; `error` says why an attempt failed. */
export type SessionState =
  | { is: 'in'; session: Session }
  /** `left`: somebody else is to sign in, so nothing of who was here may stay. */
  | { is: 'out'; error: ApiError | null; left?: true };

/**
 * Finds out who is here. A launch key is exchanged for the cookie first; a stale one does no harm where a cookie is good
 * already. Throws ApiFailure when the program does not answer.
 */
export async function openSession(api: Api, launchKey: string | null): Promise<SessionState> {
  const tried = launchKey === null ? null : await api.signIn({ launchKey });
  if (tried?.ok) return stateOf(tried.value);
  const found = await api.session();
  if (found.ok) return stateOf(found.value);
  if (found.error.code === 'not_signed_in') return { is: 'out', error: tried?.error ?? null };
  throw new ApiFailure(found.error);
}

/** Until one of several teachers has said who sits there, nobody is in. */
function stateOf(session: Session): SessionState {
  return session.choose ? { is: 'out', error: null } : { is: 'in', session };
}

/** Another teacher is to sign in: what was fetched for the one before goes. */
export function leftFor(queryClient: QueryClient): void {
  queryClient.setQueryData<SessionState>(queryKeys.session, () => ({
    is: 'out',
    error: null,
    left: true,
  }));
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.session[0] });
}

/** The session as the program last told it. */
export function signedIn(queryClient: QueryClient, session: Session): void {
  queryClient.setQueryData<SessionState>(queryKeys.session, () => ({ is: 'in', session }));
}

/** A request found that the session is over: the gate asks to sign in again, over the page as it stands. */
export function signedOut(queryClient: QueryClient): void {
  queryClient.setQueryData<SessionState>(queryKeys.session, (state) =>
    state?.is === 'out' ? state : { is: 'out', error: null },
  );
}
