import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiError, ApiResult } from '../api.ts';
import { queryKeys } from '../query-keys.ts';

/** What was done last, and how it is taken back. */
export type Done = { words: string; undo?: (() => Promise<ApiResult<unknown>>) | undefined };

/** Does things to classes and students: what was refused, what was done, and all that is shown fetched anew. */
export function useDeeds() {
  const queryClient = useQueryClient();
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  return {
    refused,
    done,
    setDone,
    /**
     * `said` makes the sentence of what was done; null: nothing is said. `after`: what the page does once it is done, before the
     * list is there anew.
     */
    async act<T>(
      deed: () => Promise<ApiResult<T>>,
      said: ((value: T) => Done | null) | null = null,
      after?: () => void,
    ): Promise<ApiResult<T>> {
      setRefused(null);
      const result = await deed();
      if (result.ok) {
        setDone(said?.(result.value) ?? null);
        after?.();
      } else setRefused(result.error);
      await queryClient.invalidateQueries({ queryKey: queryKeys.classes });
      return result;
    },
  };
}

export type ClassDeeds = ReturnType<typeof useDeeds>;
