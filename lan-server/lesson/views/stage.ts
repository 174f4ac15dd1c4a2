import type { Timer } from '../../contract/frames.ts';
import type { Asked, Progress, TimerState } from '../asked.ts';
import type { LessonState } from '../state.ts';

/** What the stages of all audiences have in common: which question it is, and how much time is left (`now` in ms since 1970). */

/** Question `number` of `of`, from 1. */
export function placeOf(state: LessonState, asked: Asked) {
  return { number: state.order.indexOf(asked.question.id) + 1, of: state.order.length };
}

/** Of an open question; null where it is not open or has no timer. */
export function timerOf(progress: Progress, now: number): Timer | null {
  return progress.phase === 'open' ? timerNow(progress.timer, now) : null;
}

/** As it stands at this moment: what is left, not when it ends. */
export function timerNow(timer: TimerState | null, now: number): Timer | null {
  if (timer === null) return null;
  return timer.running
    ? { leftMs: Math.max(0, timer.closesAt - now), totalMs: timer.totalMs, running: true }
    : { leftMs: timer.leftMs, totalMs: timer.totalMs, running: false };
}

/** While the class talks with its neighbours; nothing otherwise. */
export function talking({ talk }: Asked, now: number) {
  return talk && { talk: { timer: timerNow(talk.timer, now) } };
}
