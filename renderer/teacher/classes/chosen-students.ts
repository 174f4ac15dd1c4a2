import { useState } from 'react';
import type { ClassStudent } from '../../../lan-server/contract/classes.ts';

/** Those who are chosen for what is done to them together. Who has left meanwhile is not among them any more. */
export function useChosen(everybody: readonly ClassStudent[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    has: chosen,
    /** In the order of the list. */
    ids: everybody.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
    choose(ids: readonly string[], on: boolean) {
      setChosen((before) => {
        const after = new Set(before);
        for (const id of ids) {
          if (on) after.add(id);
          else after.delete(id);
        }
        return after;
      });
    },
    clear: () => setChosen(new Set()),
  };
}

export type ChosenStudents = ReturnType<typeof useChosen>;
