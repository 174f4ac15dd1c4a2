import type { SeatId } from '../../contract/ids.ts';
import type { Asked } from '../asked.ts';
import type { LessonState, Work } from '../state.ts';
import type { Presence } from './people.ts';

/** The console's seats: one letter each, in the order of joining; what the letters mean stands at `TeacherView.grid`. */

/** `asked`: the question that they are about; null: the lobby, or the work at one's own speed. */
export function seatGrid(state: LessonState, asked: Asked | null, presence: Presence): string {
  let seats = '';
  for (const seat of state.seats.values()) {
    if (seat.waits) seats += presence.isHere(seat.id) ? 'q' : 'Q';
    else if (seat.removed) seats += 'x';
    else {
      const letter = letterOf(state, seat.id, asked, presence);
      seats += presence.isHere(seat.id) ? letter : letter.toUpperCase();
    }
  }
  return seats;
}

function letterOf(
  state: LessonState,
  seatId: SeatId,
  asked: Asked | null,
  presence: Presence,
): string {
  const holdsSince = presence.holdsSince(seatId);
  // What is held of an earlier question is no matter of this one.
  if (holdsSince !== null && holdsSince >= (asked?.openedAt ?? 0)) return 'h';
  const counted = asked?.answers.get(seatId);
  if (counted) return counted.late?.byMs ? 'l' : 'a';
  if (asked?.tooLate.has(seatId)) return 't';
  if (asked === null && state.work) return workLetterOf(state.work, seatId, presence);
  return asked && mayHold(seatId, asked, presence) ? 'm' : 'w';
}

/** Offline, but it was there while the question was open: it may have been answered on the phone. */
function mayHold(seatId: SeatId, asked: Asked, presence: Presence): boolean {
  const { phase } = asked.progress;
  if (phase !== 'open' && phase !== 'closed') return false;
  const goneAt = presence.goneAt(seatId);
  return goneAt !== null && goneAt >= asked.openedAt;
}

/** The same for the whole work, where handing in is what is waited for. */
function workLetterOf(
  { standing, openedAt, handedIn }: Work,
  seatId: SeatId,
  presence: Presence,
): string {
  if (handedIn.has(seatId)) return 'a';
  const goneAt = presence.goneAt(seatId);
  return standing !== 'released' && goneAt !== null && goneAt >= openedAt ? 'm' : 'w';
}

/** How many seats have one of these letters. */
export function countIn(seats: string, letters: string): number {
  let count = 0;
  for (const letter of seats) if (letters.includes(letter)) count += 1;
  return count;
}
