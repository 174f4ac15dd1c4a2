import { useState } from 'react';
import type { ApiError, ApiResult } from '../api.ts';

/**
 * Acts on things of a list, one at a time: what is under way, what was done, what was refused. A thing that is gone already, because
 * another window was quicker, counts as done.
 */
export function useListAct(refetch: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState('');
  const [refused, setRefused] = useState<ApiError | null>(null);

  return {
    busy,
    done,
    setDone,
    refused,
    /** Does it, and shows the list as it is then. `said`: the sentence of what was done; of something gone there is no value. */
    async act<T>(
      deed: () => Promise<ApiResult<T>>,
      said: (value: T | null) => string,
    ): Promise<boolean> {
      setBusy(true);
      setDone('');
      const result = await deed();
      await refetch();
      setBusy(false);
      const gone = !result.ok && result.error.code === 'not_found';
      setRefused(result.ok || gone ? null : result.error);
      if (!result.ok && !gone) return false;
      setDone(said(result.ok ? result.value : null));
      return true;
    },
  };
}
