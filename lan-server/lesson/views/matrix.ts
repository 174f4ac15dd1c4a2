import type { SeatId } from '../../contract/ids.ts';
import type { MatrixFrame } from '../../contract/work.ts';
import { cellLetters } from '../../contract/work.ts';
import { kindOf } from '../../questions/index.ts';
import type { Asked } from '../asked.ts';
import type { LessonState, Seat } from '../state.ts';

/** The console's matrix of a lesson at one's own speed, students × questions. For the teacher's eyes: it says what is right. */

/** Its rows for these seats; `null`: for all. `now` in ms since 1970. */
export function matrixRows(
  state: LessonState,
  seatIds: Iterable<SeatId> | null,
  now: number,
): MatrixFrame['rows'] {
  const rows: MatrixFrame['rows'] = [];
  for (const seatId of seatIds ?? state.seats.keys()) {
    const seat = state.seats.get(seatId);
    if (seat) rows.push(rowOf(state, seat, now));
  }
  return rows;
}

function rowOf(state: LessonState, seat: Seat, now: number): MatrixFrame['rows'][number] {
  let cells = '';
  let newest = Math.max(seat.takenAt, state.work?.openedAt ?? 0);
  for (const id of state.order) {
    const asked = state.asked.get(id);
    const counted = asked?.answers.get(seat.id);
    if (counted) newest = Math.max(newest, counted.at);
    cells += asked ? cellOf(asked, seat.id) : cellLetters.none;
  }
  return {
    at: seat.number - 1,
    cells,
    handedIn: state.work?.handedIn.has(seat.id) ?? false,
    quietMs: Math.max(0, now - newest),
  };
}

function cellOf({ question, answers }: Asked, seatId: SeatId): string {
  const counted = answers.get(seatId);
  if (!counted) return cellLetters.none;
  const grade = kindOf(question).grade(question, counted.answer);
  if (grade === null) return cellLetters.given;
  if (grade.right) return cellLetters.right;
  return grade.credit > 0 ? cellLetters.part : cellLetters.wrong;
}
