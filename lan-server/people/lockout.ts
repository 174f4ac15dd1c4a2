import { createGrowingWait } from './growing-wait.ts';

export type Lockout = {
  /** 0, or how many ms are left until the next try of `address` to be `teacher` is looked at (see `GrowingWait.begin`). */
  begin(address: string, teacher: string): number;
  /** The try was right: this teacher starts anew from that address. */
  succeeded(address: string, teacher: string): void;
};

const locks = { firstLockMs: 30_000, longestLockMs: 15 * 60_000 };

/**
 * Wrong passwords, PINs and codes: after five wrong tries of one address to be one teacher (15 of the address whoever it tries to be,
 * 25 to be that teacher from everywhere) 30 s, doubled by each further one. The launch key is no part of it, so the teacher at the
 * laptop is never locked out by somebody in the room.
 */
export function createLockout({ now }: { now: () => number }): Lockout {
  const wait = createGrowingWait({
    now,
    patience: {
      pair: { from: 5, ...locks },
      address: { from: 15, ...locks },
      teacher: { from: 25, ...locks },
    },
  });
  const sides = (address: string, teacher: string) => ({
    pair: `${address} ${teacher}`,
    address,
    teacher,
  });
  return {
    begin: (address, teacher) => wait.begin(sides(address, teacher)),
    succeeded(address, teacher) {
      // Of the rest only this try is taken back: a teacher who signs in must not make room for a guesser.
      const by = sides(address, teacher);
      wait.takeBack(by);
      wait.forget('pair', by.pair);
    },
  };
}
