import type { LessonCommand } from '../lesson/commands.ts';
import { currentAsked } from '../lesson/state.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Clock } from './clock.ts';
import type { Timers } from './coalesce.ts';

/** An answer tapped at the last moment travels this long before the timer closes the question. */
const graceMs = 400;

export type Deadline = {
  /** Follows the state's timer: sets, moves or drops the deadline. `leastMs`: not before so many ms from now. */
  arm(leastMs?: number): void;
  stop(): void;
};

/** Calls `timeIsUp` when the time of the open question, or of the work, has run out. */
export function createDeadline(deps: {
  state: () => LessonState;
  clock: Clock;
  timers: Timers;
  timeIsUp: (command: Extract<LessonCommand, { type: 'timeIsUp' | 'workTimeIsUp' }>) => void;
}): Deadline {
  const { clock, timers } = deps;
  let waiting: unknown = null;
  let stopped = false;

  function drop() {
    if (waiting !== null) timers.clear(waiting);
    waiting = null;
  }

  return {
    arm(leastMs = 0) {
      drop();
      const closesAt = closingTime(deps.state());
      if (stopped || closesAt === null) return;
      const asked = currentAsked(deps.state());
      const left = Math.max(0, closesAt - clock.now()) + graceMs;
      waiting = timers.set(
        () => {
          waiting = null;
          deps.timeIsUp(
            asked === null
              ? { type: 'workTimeIsUp' }
              : { type: 'timeIsUp', questionId: asked.question.id, round: asked.round },
          );
        },
        Math.max(left, leastMs),
      );
    },
    stop() {
      stopped = true;
      drop();
    },
  };
}

/** When the running timer of the open question, or of the work, ends, ms since 1970; null where none runs. */
export function closingTime(state: LessonState): number | null {
  const asked = currentAsked(state);
  const open = asked?.progress.phase === 'open' ? asked.progress.timer : null;
  const timer = asked === null ? state.work?.timer : open;
  return state.status === 'live' && timer?.running ? timer.closesAt : null;
}
