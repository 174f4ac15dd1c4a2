/** Time as the lesson needs it: ms since 1970 that never jump while a lesson runs. */
export type Clock = { now(): number };

/** A clock that can be set by the laptop's. */
export type LessonClock = Clock & {
  /** Takes the laptop's time again: for when no lesson runs. */
  sync(): void;
};

/**
 * The wall clock when it was last taken plus monotonic time since: when somebody sets the laptop's clock in mid-lesson, no
 * timer jumps. Monotonic time stands still while the laptop sleeps, so before the next day's lesson it is taken anew.
 */
export function createClock(): LessonClock {
  let start = Date.now() - performance.now();
  return {
    now: () => Math.round(start + performance.now()),
    sync() {
      start = Date.now() - performance.now();
    },
  };
}
