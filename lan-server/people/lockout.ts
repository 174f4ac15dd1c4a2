import { createGrowingWait } from './growing-wait.ts';

export type Lockout = {
  /** 0, or how many ms are left until the next try from `address` is looked at (see `GrowingWait.begin`). */
  begin(address: string): number;
  /** The try was right: its address starts anew. */
  succeeded(address: string): void;
};

const locks = { firstLockMs: 30_000, longestLockMs: 15 * 60_000 };

/**
 * Wrong passwords: after five wrong tries of one address (25 of all together) 30 s, doubled by each further one. The launch
 * key is no part of it, so the teacher at the laptop is never locked out by somebody in the room.
 */
export function createLockout({ now }: { now: () => number }): Lockout {
  const wait = createGrowingWait({
    now,
    patience: { address: { from: 5, ...locks }, all: { from: 25, ...locks } },
  });
  return {
    begin: (address) => wait.begin({ address, all: '' }),
    succeeded(address) {
      // Of all together only this try is taken back: a teacher who signs in must not make room for a guesser.
      wait.takeBack({ address, all: '' });
      wait.forget('address', address);
    },
  };
}
