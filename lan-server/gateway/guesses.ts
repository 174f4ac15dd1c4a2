import { createGrowingWait } from '../people/growing-wait.ts';
import type { GrowingWait } from '../people/growing-wait.ts';

/** Wrong seat codes are seen from these sides. */
type Side = 'device' | 'address' | 'lesson';

/** A right code takes back its own try alone: nobody makes room for guesses by a code of their own. */
export type Guesses = Pick<GrowingWait<Side>, 'begin' | 'takeBack'>;

/**
 * Slows down guessing seat codes. A class of thirty behind one address may mistype four times each; a device that makes itself a
 * new token for each guess meets the address's limit, and one that changes its address the lesson's. Of 30 seats among 9.8
 * million codes an address hits one in an hour with a probability of 0.0004. The lesson's lock is short: it must not keep a class out.
 */
export function createGuesses({ now }: { now: () => number }): Guesses {
  return createGrowingWait({
    now,
    patience: {
      device: { from: 8, firstLockMs: 5000, longestLockMs: 5 * 60_000 },
      address: { from: 120, firstLockMs: 10_000, longestLockMs: 15 * 60_000 },
      lesson: { from: 400, firstLockMs: 5000, longestLockMs: 60_000 },
    },
  });
}
