import { useState } from 'react';

/** Where a student is in the work: at a question of their own order (from 0), or at the overview. */
export type WorkPlace = number | 'overview';

const key = 'chalkbox.place';

type Kept = { of: string; at: WorkPlace };

function read(of: string): WorkPlace {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as Kept;
    return kept.of === of ? kept.at : 'overview';
  } catch {
    // Nothing kept, or no storage: the overview is a place to begin from.
    return 'overview';
  }
}

/** The place, which a reload does not lose. `of` names the lesson, the seat and how the work stands. */
export function useWorkPlace(of: string): [WorkPlace, (at: WorkPlace) => void] {
  const [place, setPlace] = useState(() => read(of));
  return [
    place,
    (at) => {
      setPlace(at);
      try {
        localStorage.setItem(key, JSON.stringify({ of, at } satisfies Kept));
      } catch {
        // Without storage a reload begins at the overview.
      }
    },
  ];
}
