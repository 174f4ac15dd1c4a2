import type { SeatId } from '../../contract/ids.ts';
import type { LessonState } from '../state.ts';

/** What the room knows of people and the journal does not. */

/** Who is connected now, and who may hold answers. Times are ms since 1970. */
export type Presence = {
  here: number;
  isHere(seatId: SeatId): boolean;
  /** When the last device of a seat went; null: it is there, or never was. */
  goneAt(seatId: SeatId): number | null;
  /** When a device of this seat last told that it holds an unsent answer; null: none does. */
  holdsSince(seatId: SeatId): number | null;
  /** Whether a device is connected and was heard lately. Left out: nobody asks. */
  isThere?(device: string): boolean;
};

/** Names stand outside the journal. null in an anonymous lesson. */
export type NameOf = (seatId: SeatId) => string | null;

/** Connected seats that are in the lesson: a removed student's phone may still be there. */
export function hereOf(state: LessonState, presence: Presence): number {
  if (state.seated === state.seats.size) return presence.here;
  let here = 0;
  for (const { id, removed } of state.seats.values())
    if (!removed && presence.isHere(id)) here += 1;
  return here;
}
