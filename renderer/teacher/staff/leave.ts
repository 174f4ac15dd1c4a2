import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api-context.tsx';
import { useGo } from '../router/go.ts';
import { paths } from '../router/paths.ts';
import { leftFor } from '../session/session.ts';
import { useTeacher } from '../session/teacher.tsx';
import type { ApiError } from '../api.ts';

/**
 * Lets somebody else in: at the laptop its window asks who sits there, elsewhere the device is signed out. Gives why it could not be
 * done, or null.
 */
export function useLeave(): () => Promise<ApiError | null> {
  const api = useApi();
  const go = useGo();
  const queryClient = useQueryClient();
  const { atLaptop } = useTeacher();
  return async () => {
    const result = await (atLaptop ? api.leave() : api.signOut());
    if (!result.ok && result.error.code !== 'not_signed_in') return result.error;
    // Home is where the next person should arrive.
    go(paths.home, { replace: true });
    leftFor(queryClient);
    return null;
  };
}
