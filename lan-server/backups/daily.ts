/** Timers as they are needed here; injected so that tests can hold time. */
export type Timers = { set(run: () => void, ms: number): unknown; clear(timer: unknown): void };

const hour = 60 * 60_000;
/** A daily backup is due so long after the newest one. */
export const dailyAfterMs = 24 * hour;
/** After the start the phones of a class that comes back go first. */
const usualFirstLookMs = 20_000;
/** A laptop that slept wakes up with timers that have stood still, so the clock is asked now and then. */
const lookEveryMs = hour / 4;
/** While a class answers its disk is left alone, but not for longer than a lesson; then in ms. */
const longestWaitMs = hour;
const lookAgainMs = 60_000;
/** After one that failed (a full disk) the next try waits. */
const afterFailureMs = hour;

export type Daily = { nextAt(): number | null; stop(): void };

/**
 * Makes a backup each day while the program runs, and soon after the start where the newest is older than a day.
 * One that is due waits for the end of a lesson with students in it (`classIsHere`), an hour at most: then it holds the lesson, too.
 * `newestAt`: when the newest good daily one was made; `make` tells whether it went well, null = it could not begin now
 * (another job runs, there is nothing to keep yet).
 */
export function createDaily({
  newestAt,
  make,
  classIsHere,
  now,
  timers,
  firstLookMs = usualFirstLookMs,
}: {
  newestAt: () => Promise<number | null>;
  make: () => Promise<boolean | null>;
  classIsHere: () => boolean;
  now: () => number;
  timers: Timers;
  firstLookMs?: number | undefined;
}): Daily {
  let stopped = false;
  let nextAt: number | null = null;
  let notBefore = 0;
  /** Since when one that is due has been waiting for a class; null: none is. */
  let waitsSince: number | null = null;
  let timer = timers.set(() => void look(), firstLookMs);

  async function look(): Promise<void> {
    await makeIfDue().catch(() => {
      notBefore = now() + afterFailureMs;
    });
    if (!stopped)
      timer = timers.set(() => void look(), waitsSince === null ? lookEveryMs : lookAgainMs);
  }

  async function makeIfDue(): Promise<void> {
    const newest = await newestAt();
    // A clock that was wrong once must not keep it from making backups for a year.
    const from = newest === null || newest > now() + hour ? null : newest;
    nextAt = Math.max(notBefore, from === null ? now() : from + dailyAfterMs);
    if (nextAt > now() || stopped) return;
    if (classIsHere()) {
      waitsSince ??= now();
      // A clock that was set back would keep it waiting.
      if (Math.abs(now() - waitsSince) < longestWaitMs) return;
    }
    waitsSince = null;
    const made = await make();
    if (made === null) return;
    notBefore = made ? 0 : now() + afterFailureMs;
    nextAt = made ? now() + dailyAfterMs : notBefore;
  }

  return {
    nextAt: () => nextAt,
    stop() {
      stopped = true;
      timers.clear(timer);
    },
  };
}
