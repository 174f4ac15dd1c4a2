import type { Marked } from '../contract/attendance.ts';
import type { SeatId } from '../contract/ids.ts';

/** A device that waits for the teacher's yes. `id`: its event's place in the journal. */
export type Claim = { id: number; seatId: SeatId; device: string };

/** What became of the name that a device asked for last, and how often it was refused. */
export type TurnedAway = { why: 'refused' | 'moved'; times: number };

/** What a lesson knows of its list of names; the names themselves stand outside. */
export type RosterState = {
  /** In their order: first those of the start, then those who were added. */
  seats: SeatId[];
  /** When the student of each seat came, ms since 1970; of all that are on the list. null: not yet. */
  arrived: Map<SeatId, number | null>;
  /** By device. */
  claims: Map<string, Claim>;
  turnedAway: Map<string, TurnedAway>;
  /** What the teacher has said. */
  marks: Map<SeatId, Marked>;
};

/** The list at the start. */
export function rosterOf(seats: readonly SeatId[]): RosterState {
  return {
    seats: [...seats],
    arrived: new Map(seats.map((seatId) => [seatId, null])),
    claims: new Map(),
    turnedAway: new Map(),
    marks: new Map(),
  };
}
