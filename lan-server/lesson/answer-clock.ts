/**
 * The time that a round gave to think, for points by speed: the spans in which it could be answered (ms since 1970, the last one
 * open while `to` is null), and the timer in ms as far as it was extended (null: it was opened without one).
 */
export type AnswerClock = {
  spans: { from: number; to: number | null }[];
  limitMs: number | null;
};

/** Of a round that was not opened. */
export function noAnswerClock(): AnswerClock {
  return { spans: [], limitMs: null };
}

/** Opened at `at`; opened again in the same round, the new time is added to what had run. */
export function startClock(clock: AnswerClock, at: number, totalMs: number | null): void {
  clock.limitMs = totalMs === null ? null : ranUntil(clock, at) + totalMs;
  resumeClock(clock, at);
}

/** Goes on after a pause. */
export function resumeClock(clock: AnswerClock, at: number): void {
  if (running(clock) === null) clock.spans.push({ from: at, to: null });
}

/** Paused or closed. */
export function stopClock(clock: AnswerClock, at: number): void {
  const span = running(clock);
  if (span) span.to = Math.max(span.from, at);
}

/** More time. A round without a timer stays one, also where it gets an end now. */
export function extendClock(clock: AnswerClock, byMs: number): void {
  if (clock.limitMs !== null) clock.limitMs += byMs;
}

/** The program was gone for `lostMs` until `at`: nobody could answer. Negative: the laptop's clock was set back. */
export function skipOnClock(clock: AnswerClock, at: number, lostMs: number): void {
  const span = running(clock);
  if (!span) return;
  if (lostMs < 0) span.from += lostMs;
  else {
    span.to = Math.max(span.from, at - lostMs);
    clock.spans.push({ from: at, to: null });
  }
}

/** How much of the round had run at a moment, ms. */
export function ranUntil({ spans }: AnswerClock, moment: number): number {
  let ran = 0;
  for (const { from, to } of spans) ran += Math.max(0, Math.min(moment, to ?? moment) - from);
  return ran;
}

function running({ spans }: AnswerClock) {
  const span = spans.at(-1);
  return span && span.to === null ? span : null;
}
