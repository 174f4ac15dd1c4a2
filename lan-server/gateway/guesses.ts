/** From which wrong try on the next one has to wait, and how long: doubled by each further one. In ms. */
type Patience = { from: number; firstLockMs: number; longestLockMs: number };

type Tries = { wrong: number; lastAt: number; lockedUntil: number };

export type Guesses = {
  /**
   * Counts a try before it is looked at, so that a hundred at once count as a hundred. 0, or how many ms are left until the
   * next one is looked at: then a right one is refused too, and nothing was counted.
   */
  begin(by: Guesser): number;
  /** The try was no wrong one: it alone is taken back, so that nobody makes room for guesses by a code of their own. */
  takeBack(by: Guesser): void;
};

export type Guesser = { device: string; address: string; lesson: string };

/**
 * Wrong seat codes. A class of thirty behind one address may mistype four times each; a device that makes itself a new token for
 * each guess meets the address's limit, and one that changes its address the lesson's. Of 30 seats among 9.8 million codes
 * an address hits one in an hour with a probability of 0.0004. The lesson's lock is short: it must not keep a class out.
 */
const patience: Record<keyof Guesser, Patience> = {
  device: { from: 8, firstLockMs: 5000, longestLockMs: 5 * 60_000 },
  address: { from: 120, firstLockMs: 10_000, longestLockMs: 15 * 60_000 },
  lesson: { from: 400, firstLockMs: 5000, longestLockMs: 60_000 },
};

/** Without a wrong try for so long, one is as new. In ms. */
const forgottenAfterMs = 60 * 60_000;
/** A guesser may make up devices; what was quiet longest is forgotten first. */
const mostKnown = 1000;

/** Slows down guessing seat codes. `now`: ms, never backwards. */
export function createGuesses({ now }: { now: () => number }): Guesses {
  const sides = (Object.keys(patience) as (keyof Guesser)[]).map((side) => ({
    side,
    limit: patience[side],
    known: new Map<string, Tries>(),
  }));

  function triesOf(known: Map<string, Tries>, key: string): Tries {
    const before = known.get(key);
    const tries =
      before && now() - before.lastAt < forgottenAfterMs
        ? before
        : { wrong: 0, lastAt: now(), lockedUntil: 0 };
    known.delete(key);
    known.set(key, tries);
    const oldest = known.keys().next();
    if (known.size > mostKnown && !oldest.done) known.delete(oldest.value);
    return tries;
  }

  return {
    begin(by) {
      const all = sides.map(({ side, limit, known }) => ({
        limit,
        tries: triesOf(known, by[side]),
      }));
      const left = Math.max(...all.map(({ tries }) => tries.lockedUntil)) - now();
      if (left > 0) return left;
      for (const { limit, tries } of all) {
        tries.wrong += 1;
        tries.lastAt = now();
        if (tries.wrong < limit.from) continue;
        const lockMs = limit.firstLockMs * 2 ** Math.min(tries.wrong - limit.from, 20);
        tries.lockedUntil = now() + Math.min(lockMs, limit.longestLockMs);
      }
      return 0;
    },
    takeBack(by) {
      for (const { side, known } of sides) {
        const tries = known.get(by[side]);
        if (!tries) continue;
        tries.wrong = Math.max(0, tries.wrong - 1);
        // No lock but its own can stand: while one does, no try begins.
        tries.lockedUntil = 0;
      }
    },
  };
}
