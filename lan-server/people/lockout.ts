/** Wrong tries from one address, or from all together. */
type Tries = { wrong: number; lastAt: number; lockedUntil: number };

export type Lockout = {
  /**
   * Counts a try from `address` before it is looked at, so that a hundred tries at once count as a hundred. Returns 0, or how
   * many ms are left until the next try is allowed (then it was not counted).
   */
  begin(address: string): number;
  /** The try was right: its address starts anew. */
  succeeded(address: string): void;
};

const free = { address: 5, all: 25 };
const firstLockMs = 30_000;
const longestLockMs = 15 * 60_000;
/** Without a wrong try for so long, an address is as new. */
const forgottenAfterMs = 60 * 60_000;
const mostAddresses = 1000;

/**
 * Slows down guessing: after five wrong tries of one address (25 of all together) 30 s, doubled by each further one. The
 * launch key is no part of it, so the teacher at the laptop is never locked out by somebody in the room.
 */
export function createLockout({ now }: { now: () => number }): Lockout {
  const addresses = new Map<string, Tries>();
  let all: Tries = fresh();

  const triesOf = (address: string): Tries => {
    const known = addresses.get(address);
    const tries = known && now() - known.lastAt < forgottenAfterMs ? known : fresh();
    // Moved to the end: when there are too many, the one that was quiet longest goes.
    addresses.delete(address);
    addresses.set(address, tries);
    const oldest = addresses.keys().next();
    if (addresses.size > mostAddresses && !oldest.done) addresses.delete(oldest.value);
    return tries;
  };

  return {
    begin(address) {
      const own = triesOf(address);
      if (now() - all.lastAt >= forgottenAfterMs) all = fresh();
      const left = Math.max(own.lockedUntil, all.lockedUntil) - now();
      if (left > 0) return left;
      count(own, free.address, now());
      count(all, free.all, now());
      return 0;
    },
    succeeded(address) {
      addresses.delete(address);
      // Only this try is taken back: a teacher who signs in must not make room for a guesser.
      all.wrong = Math.max(0, all.wrong - 1);
      // No lock but its own can stand: while one does, no try begins.
      all.lockedUntil = 0;
    },
  };
}

function fresh(): Tries {
  return { wrong: 0, lastAt: 0, lockedUntil: 0 };
}

function count(tries: Tries, allowed: number, now: number): void {
  tries.wrong += 1;
  tries.lastAt = now;
  if (tries.wrong < allowed) return;
  const lockMs = firstLockMs * 2 ** Math.min(tries.wrong - allowed, 10);
  tries.lockedUntil = now + Math.min(lockMs, longestLockMs);
}
