import type { SeatId } from '../contract/ids.ts';
import type { Answer } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';
import { countMove, recountFlow } from './peer.ts';
import type { Asked, CountedAnswer, LessonState } from './state.ts';

/** Adds (1) or takes out (-1) one answer from tally and counters. Costs the same whatever the class's size. */
export function count(asked: Asked, answer: Answer, by: 1 | -1): void {
  const kind = kindOf(asked.question);
  kind.count(asked.tally, answer, by);
  asked.answered += by;
  if (kind.grade(asked.question, answer)?.right) asked.right += by;
}

/** Replaces the counted answer of a seat; one seat has one counted answer to a question. */
export function countAnswer(asked: Asked, seatId: SeatId, counted: CountedAnswer): void {
  const before = asked.answers.get(seatId);
  if (before) {
    count(asked, before.answer, -1);
    countMove(asked, seatId, before.answer, -1);
  }
  asked.answers.set(seatId, counted);
  count(asked, counted.answer, 1);
  countMove(asked, seatId, counted.answer, 1);
}

/** Counts everything anew, after the key has changed. */
export function recount(state: LessonState, asked: Asked): void {
  asked.tally = kindOf(asked.question).emptyTally(asked.question);
  asked.answered = 0;
  asked.right = 0;
  for (const [seatId, counted] of asked.answers) {
    if (!state.seats.get(seatId)?.removed) count(asked, counted.answer, 1);
  }
  recountFlow(state, asked);
}
