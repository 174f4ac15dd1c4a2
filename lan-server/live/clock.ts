/** Time as the lesson needs it: ms since 1970 that never jump while a lesson runs and the program is awake. */
export type Clock = { now(): number };

/** A clock that can be set by the laptop's. */
export type LessonClock = Clock & {
  /** Takes the laptop's time again: for when no lesson runs. */
  sync(): void;
  /**
   * Looks whether the laptop slept since the last look, and if so goes forward to its time: gives the ms by which the lesson's
   * time is ahead of the last look, else 0.
   */
  wake(): number;
};

/** A program that did not come to itself for so long was not there: the laptop slept, or the program was held. In ms. */
const sleepMs = 5000;

/**
 * The wall clock when it was last taken plus monotonic time since: when somebody sets the laptop's clock in mid-lesson, no
 * timer jumps. While the laptop sleeps, monotonic time goes on or stands still (Linux) as the system has it; `wake` tells both
 * alike, by whichever clock went on. A laptop's clock that is set forward looks the same, and does as little harm: whoever
 * asks moves the timers as far.
 */
export function createClock(
  laptop: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): LessonClock {
  let start = laptop() - monotonic();
  const look = () => ({ laptop: laptop(), monotonic: monotonic(), now: now() });
  const now = () => Math.round(start + monotonic());
  let last = look();
  return {
    now,
    sync() {
      start = laptop() - monotonic();
      last = look();
    },
    wake() {
      const before = last;
      const passed = Math.max(laptop() - before.laptop, monotonic() - before.monotonic);
      // Never back: what is stored already has its time.
      if (passed >= sleepMs) start = Math.max(start, laptop() - monotonic());
      last = look();
      return passed >= sleepMs ? last.now - before.now : 0;
    },
  };
}
