import { useState } from 'react';
import type { Saying } from '../rich/sayings.tsx';

const kept = 'chalkbox-first-language';

function remembered(): string | null {
  try {
    return localStorage.getItem(kept);
  } catch {
    // Storage is switched off: the question's own language comes first.
    return null;
  }
}

/** What a question says, the language first that was asked for last; `swap` brings the other one up. */
export function useFirstLanguage(sayings: Saying[]): { shown: Saying[]; swap: () => void } {
  const [first, setFirst] = useState(remembered);
  const [own, second] = sayings;
  const swapped = second !== undefined && second.language === first;
  return {
    shown: swapped && own ? [second, own] : sayings,
    swap() {
      const next = swapped ? '' : (second?.language ?? '');
      setFirst(next);
      try {
        localStorage.setItem(kept, next);
      } catch {
        // It holds for this question.
      }
    },
  };
}
