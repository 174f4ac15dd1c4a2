import type { Comparison } from '../contract/comparison.ts';
import type { SeatId } from '../contract/ids.ts';
import type { Answer } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';
import type { Asked } from './asked.ts';
import type { LessonState, Seat } from './state.ts';
import { currentAsked } from './state.ts';

/**
 * Peer instruction: vote, talk, vote again; and any question asked anew, compared with its first time. Costs the same for each answer
 * in a class of 10 and of 1000.
 */

/**
 * Between these shares of right answers talking with a neighbour teaches most: below, too few know it and it is better explained
 * again; above, most know it already. Source: the course of a question in Lasry, Mazur and Watkins, “Peer instruction: From Harvard
 * to the two-year college”, American Journal of Physics 76 (2008), 1066–1069; docs/ways-to-play.md.
 */
const worthFrom = 0.3;
const worthTo = 0.7;
/** One alone has nobody to talk to. */
const leastVoices = 2;

/** Whether the console suggests to talk it over: the first vote is closed, and between 30 and 70 % were right. */
export function worthTalking(asked: Asked): boolean {
  const { question, progress, answered, right, first, talk } = asked;
  if (progress.phase !== 'closed' || first !== null || talk !== null) return false;
  if (answered < leastVoices || kindOf(question).key(question) === null) return false;
  return right >= worthFrom * answered && right <= worthTo * answered;
}

/** Whether a class that talks sees the time run. */
export function talkTimerRuns(state: LessonState): boolean {
  return state.status === 'live' && currentAsked(state)?.talk?.timer?.running === true;
}

/** Before a new round: its question keeps the first that anybody answered, and whether the key was shown meanwhile. */
export function keepFirst(asked: Asked): void {
  const { round, answers, tally, answered, right, progress } = asked;
  if (asked.first === null && answers.size > 0)
    asked.first = { round, answers, tally, answered, right };
  asked.talked =
    asked.first !== null &&
    progress.phase !== 'revealed' &&
    (asked.talked || round === asked.first.round);
}

/** Counts the flow from nothing: after a new round has begun, or the key has changed. */
export function recountFlow(state: LessonState, asked: Asked): void {
  const { question, first } = asked;
  const kind = kindOf(question);
  asked.both = 0;
  asked.flow = null;
  if (first === null) return;
  if (kind.placing?.(question)) {
    const size = kind.rows(question, asked.tally).length;
    asked.flow = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  }
  for (const [seatId, { answer }] of asked.answers) {
    if (!state.seats.get(seatId)?.removed) countMove(asked, seatId, answer, 1);
  }
  recountFirst(state, asked);
}

/** Counts of some kinds know what is right: they are made anew with the key. */
function recountFirst(state: LessonState, { question, first }: Asked): void {
  if (first === null) return;
  const kind = kindOf(question);
  first.tally = kind.emptyTally(question);
  first.answered = 0;
  first.right = 0;
  for (const [seatId, { answer }] of first.answers) {
    if (state.seats.get(seatId)?.removed) continue;
    kind.count(first.tally, answer, 1);
    first.answered += 1;
    if (kind.grade(question, answer)?.right) first.right += 1;
  }
}

/** Adds (1) or takes out (-1) what one answer says of its seat's way since the first vote. */
export function countMove(asked: Asked, seatId: SeatId, answer: Answer, by: 1 | -1): void {
  const before = asked.first?.answers.get(seatId);
  if (!before) return;
  asked.both += by;
  const place = kindOf(asked.question).placing?.(asked.question);
  const row = place && asked.flow?.[place(before.answer)];
  if (!row) return;
  const to = place(answer);
  row[to] = (row[to] ?? 0) + by;
}

/** A removed student's first vote leaves the counts (-1), and comes back with them (1). */
export function countFirst({ question, first }: Asked, seat: Seat, by: 1 | -1): void {
  const before = first?.answers.get(seat.id);
  if (!first || !before) return;
  const kind = kindOf(question);
  kind.count(first.tally, before.answer, by);
  first.answered += by;
  if (kind.grade(question, before.answer)?.right) first.right += by;
}

/** The first vote beside the current one; null where there was only one. */
export function comparison({ question, first, flow, both, talked }: Asked): Comparison | null {
  if (first === null) return null;
  const kind = kindOf(question);
  const { round, answered, right, tally } = first;
  return {
    round,
    answered,
    right: kind.key(question) === null ? null : right,
    picture: kind.picture(question, tally),
    both,
    flow: flow && flow.map((row) => [...row]),
    talked,
  };
}
