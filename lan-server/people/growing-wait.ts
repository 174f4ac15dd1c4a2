/** From which wrong try on the next one has to wait, and how long: doubled by each further one. In ms. */
export type Patience = { from: number; firstLockMs: number; longestLockMs: number };

type Tries = { wrong: number; lastAt: number; lockedUntil: number };

export type GrowingWait<Side extends string> = {
  /**
   * Counts a try on every side before it is looked at, so that a hundred at once count as a hundred. 0, or how many ms are left
   * until the next one is looked at: then a right one is refused too, and nothing was counted.
   */
  begin(by: Record<Side, string>): number;
  /** The try was no wrong one: it alone is taken back. */
  takeBack(by: Record<Side, string>): void;
  /** One who is on a side starts anew. */
  forget(side: Side, key: string): void;
};

/** Without a wrong try for so long, one is as new. In ms. */
const forgottenAfterMs = 60 * 60_000;
/** A guesser may make up names for himself; what was quiet longest is forgotten first. */
const mostKnown = 1000;

/**
 * Slows down guessing: whoever was wrong too often waits, and longer each time. `patience` names the sides from which a try is
 * seen (its address, its device, …); each has its own limit. `now`: ms, never backwards.
 */
export function createGrowingWait<Side extends string>({
  now,
  patience,
}: {
  now: () => number;
  patience: Record<Side, Patience>;
}): GrowingWait<Side> {
  const sides = (Object.keys(patience) as Side[]).map((side) => ({
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
    // Moved to the end: when there are too many, the one that was quiet longest goes.
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
    forget(side, key) {
      for (const { side: other, known } of sides) if (other === side) known.delete(key);
    },
  };
}
