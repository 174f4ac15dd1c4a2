import type { Log } from '../log.ts';
import type { JournalPort } from '../ports.ts';
import type { LessonClock } from './clock.ts';
import type { Timers } from './coalesce.ts';
import type { LessonRoom } from './lesson-room.ts';

/** How often a running timer is noted on disk: so much of it may a crash give back twice at most. */
const touchEveryMs = 1000;

/** While the laptop sleeps or the program is gone, no class loses time. */
export type Timekeeping = {
  /** Whatever runs first after a sleep notices it: a question's time must not be up by what nobody was there for. */
  timers: Timers;
  /** Begins to note on disk that the program is there, for lessons whose timer runs. */
  begin(): void;
  stop(): void;
};

/** `running`: the rooms whose lesson is not over. */
export function createTimekeeping(deps: {
  running: () => LessonRoom[];
  journal: Pick<JournalPort, 'touch'>;
  clock: LessonClock;
  timers: Timers;
  log: Log;
}): Timekeeping {
  const { running, journal, clock, log } = deps;
  const timers: Timers = {
    set: (run, ms) =>
      deps.timers.set(() => {
        noticeSleep();
        run();
      }, ms),
    clear: deps.timers.clear,
  };
  let touching: unknown = null;

  function noticeSleep() {
    const lostMs = clock.wake();
    if (lostMs === 0) return;
    log.info(
      { lostMs },
      'The laptop slept; the time of an open question goes on with what was left.',
    );
    for (const room of running()) void room.recover(lostMs);
  }

  function touch() {
    const timed = running().filter((room) => room.timerRuns());
    try {
      if (timed.length > 0) {
        journal.touch(
          timed.map((room) => room.lessonId),
          clock.now(),
        );
      }
    } catch (error) {
      log.warn({ error }, 'The running timer could not be noted.');
    }
    begin();
  }

  function begin() {
    touching = timers.set(touch, touchEveryMs);
  }

  return { timers, begin, stop: () => timers.clear(touching) };
}
