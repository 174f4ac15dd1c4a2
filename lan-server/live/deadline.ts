import type { QuestionId } from '../contract/ids.ts';
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

/** Calls `timeIsUp` when the time of the open question has run out. */
export function createDeadline(deps: {
  state: () => LessonState;
  clock: Clock;
  timers: Timers;
  timeIsUp: (questionId: QuestionId, round: number) => void;
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
      const asked = currentAsked(deps.state());
      if (stopped || closesAt === null || asked === null) return;
      const { question, round } = asked;
      const left = Math.max(0, closesAt - clock.now()) + graceMs;
      waiting = timers.set(
        () => {
          waiting = null;
          deps.timeIsUp(question.id, round);
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

/** When the running timer of the open question ends, ms since 1970; null where none runs. */
export function closingTime(state: LessonState): number | null {
  const progress = currentAsked(state)?.progress;
  if (state.status !== 'live' || progress?.phase !== 'open' || !progress.timer?.running)
    return null;
  return progress.timer.closesAt;
}
