/** Random numbers that can be had again. */
export type Seeded = {
  /** What to give as CHALKBOX_SEED to get the same numbers. */
  seed: number;
  /** From 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** True in so many of a hundred cases. */
  chance: (percent: number) => boolean;
  /** Numbers of its own, for whoever draws at moments that nobody can repeat. */
  branch: () => Seeded;
};

/** The seed from CHALKBOX_SEED, else a new one; said on the console, so that a failure can be repeated. */
export function seeded(what: string): Seeded {
  const given = Number(process.env['CHALKBOX_SEED']);
  const seed = Number.isInteger(given) && given > 0 ? given : 1 + Math.floor(Math.random() * 1e9);
  console.log(`${what}: CHALKBOX_SEED=${seed}`);
  return fromSeed(seed);
}

/** mulberry32, by Tommy Ettinger: 32 bits of state are plenty for choosing moments. */
export function fromSeed(seed: number): Seeded {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    seed,
    next,
    between,
    pick: (list) => list[between(0, list.length - 1)] as never,
    chance: (percent) => next() * 100 < percent,
    branch: () => fromSeed(between(1, 2 ** 31)),
  };
}
