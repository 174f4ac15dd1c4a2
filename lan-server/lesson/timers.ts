import { reject } from '../contract/rejections.ts';
import { extendClock, resumeClock, skipOnClock, stopClock } from './answer-clock.ts';
import type { Asked, TimerState } from './asked.ts';
import type { Decision, LessonCommand } from './commands.ts';
import type { LessonEvent } from './events.ts';
import { extendWork } from './pacing.ts';
import { talkTimerRuns } from './peer.ts';
import type { LessonState } from './state.ts';
import { askedOf, currentAsked } from './state.ts';

/**
 * Time that runs: of the open question, of the talk about it, of the work at one's own speed. It ends, is extended, stands still in a
 * pause, and takes nothing from the class while the program was gone. Moments are ms since 1970, spans ms.
 */

/** More time for what runs. */
export function extendTimer(state: LessonState, seconds: number): Decision {
  const byMs = seconds * 1000;
  if (state.work) return extendWork(state, byMs);
  const asked = currentAsked(state);
  if (!asked || (asked.progress.phase !== 'open' && !asked.talk))
    return reject('question_not_open');
  return [{ type: 'timerExtended', questionId: asked.question.id, byMs }];
}

/** The timer of this round has run out: its question closes. */
export function timeIsUp(
  state: LessonState,
  { questionId, round }: Extract<LessonCommand, { type: 'timeIsUp' }>,
  now: number,
): Decision {
  const asked = state.asked.get(questionId);
  if (!asked) return reject('question_unknown');
  const { progress } = asked;
  if (progress.phase !== 'open' || round !== asked.round) return reject('question_not_open');
  // The timer was extended or the lesson paused since this deadline was set.
  if (!progress.timer?.running || progress.timer.closesAt > now)
    return reject('question_not_timed');
  return [{ type: 'questionClosed', questionId, because: 'time' }];
}

/** The program was gone for so long: where a timer runs, it moves. */
export function recover(state: LessonState, lostMs: number): LessonEvent[] {
  const progress = currentAsked(state)?.progress;
  const timer = progress?.phase === 'open' ? progress.timer : state.work?.timer;
  const runs = timer?.running === true || talkTimerRuns(state);
  return runs && lostMs !== 0 ? [{ type: 'recovered', lostMs }] : [];
}

/** The timer that an event starts at `at`; `endsAt` null: none; `totalMs` null: from now until then. */
export function timerFrom(
  endsAt: number | null,
  totalMs: number | null,
  at: number,
): TimerState | null {
  return endsAt === null
    ? null
    : { running: true, closesAt: endsAt, totalMs: totalMs ?? endsAt - at };
}

/** Folds more time into the question, or into the talk about it. */
export function extended(
  state: LessonState,
  { questionId, byMs }: Extract<LessonEvent, { type: 'timerExtended' }>,
  at: number,
): void {
  const asked = askedOf(state, questionId);
  // In a paused lesson a timer that is only now set waits for the end of the pause like any other.
  const none: TimerState =
    state.status === 'paused'
      ? { running: false, leftMs: 0, totalMs: 0 }
      : { running: true, closesAt: at, totalMs: 0 };
  if (asked.progress.phase === 'open') {
    asked.progress = { phase: 'open', timer: longer(asked.progress.timer ?? none, byMs) };
    extendClock(asked.clock, byMs);
  } else if (asked.talk) asked.talk = { timer: longer(asked.talk.timer ?? none, byMs) };
}

/** Folds the beginning of a pause: what runs stands still. */
export function paused(state: LessonState, at: number): void {
  state.status = 'paused';
  onOpenClock(state, (clock) => stopClock(clock, at));
  mapTimer(state, (timer) =>
    timer.running
      ? { running: false, leftMs: Math.max(0, timer.closesAt - at), totalMs: timer.totalMs }
      : timer,
  );
}

/** Folds the end of a pause: what stood still goes on. */
export function resumed(state: LessonState, at: number): void {
  state.status = 'live';
  onOpenClock(state, (clock) => resumeClock(clock, at));
  mapTimer(state, (timer) =>
    timer.running ? timer : { running: true, closesAt: at + timer.leftMs, totalMs: timer.totalMs },
  );
}

/** Folds a time in which the program was gone: what runs ends so much later. */
export function recovered(state: LessonState, lostMs: number, at: number): void {
  onOpenClock(state, (clock) => skipOnClock(clock, at, lostMs));
  mapTimer(state, (timer) =>
    timer.running ? { ...timer, closesAt: timer.closesAt + lostMs } : timer,
  );
}

function longer(timer: TimerState, byMs: number): TimerState {
  const totalMs = timer.totalMs + byMs;
  return timer.running
    ? { running: true, closesAt: timer.closesAt + byMs, totalMs }
    : { running: false, leftMs: timer.leftMs + byMs, totalMs };
}

function onOpenClock(state: LessonState, change: (clock: Asked['clock']) => void): void {
  const asked = currentAsked(state);
  if (asked?.progress.phase === 'open') change(asked.clock);
}

function mapTimer(state: LessonState, change: (timer: TimerState) => TimerState): void {
  if (state.work?.timer) state.work.timer = change(state.work.timer);
  const asked = currentAsked(state);
  if (asked?.progress.phase === 'open' && asked.progress.timer)
    asked.progress = { phase: 'open', timer: change(asked.progress.timer) };
  else if (asked?.talk?.timer) asked.talk = { timer: change(asked.talk.timer) };
}
