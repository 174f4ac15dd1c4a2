import type { SeatId } from '../contract/ids.ts';
import { kindOf } from '../questions/index.ts';
import { noConfidence } from '../contract/confidence.ts';
import type { Asked, CountedAnswer } from './asked.ts';
import { countSure } from './confidence.ts';
import { countMove, recountFlow } from './peer.ts';
import type { LessonState } from './state.ts';

/** Adds (1) or takes out (-1) one answer from tally and counters. Costs the same whatever the class's size. */
function count(asked: Asked, counted: CountedAnswer, by: 1 | -1): void {
  const kind = kindOf(asked.question);
  kind.count(asked.tally, counted.answer, by);
  asked.answered += by;
  if (kind.grade(asked.question, counted.answer)?.right) asked.right += by;
  countSure(asked, counted, by);
}

/** The same with what it says of its seat's way since the first vote. */
export function countSeat(asked: Asked, seatId: SeatId, counted: CountedAnswer, by: 1 | -1): void {
  count(asked, counted, by);
  countMove(asked, seatId, counted.answer, by);
}

/** Replaces the counted answer of a seat; one seat has one counted answer to a question. */
export function countAnswer(asked: Asked, seatId: SeatId, counted: CountedAnswer): void {
  const before = asked.answers.get(seatId);
  if (before) countSeat(asked, seatId, before, -1);
  asked.answers.set(seatId, counted);
  countSeat(asked, seatId, counted, 1);
}

/** Counts everything anew, after the key has changed. */
export function recount(state: LessonState, asked: Asked): void {
  asked.tally = kindOf(asked.question).emptyTally(asked.question);
  asked.answered = 0;
  asked.right = 0;
  asked.confidence = noConfidence();
  for (const [seatId, counted] of asked.answers) {
    if (!state.seats.get(seatId)?.removed) count(asked, counted, 1);
  }
  recountFlow(state, asked);
}
