import type { AttendanceMark } from '../contract/attendance.ts';
import type { SeatId, TeacherId } from '../contract/ids.ts';

/** Events of a lesson with a list of names. `device`: the SHA-256 of a device's token. */
export type RosterEvent =
  /** Students who came to the class since the start, or whose name was not on the list. */
  | { type: 'seatsAdded'; seats: SeatId[] }
  /** A device says that this seat is its student's; the teacher has to say. */
  | { type: 'seatClaimed'; seatId: SeatId; device: string }
  | { type: 'claimEnded'; device: string; because: 'refused' | 'calledOff' }
  /** The seat goes to this device; those that held it lead nowhere any more. */
  | { type: 'deviceLetIn'; seatId: SeatId; device: string; instead: string[] }
  /** The teacher's word on attendance; `mark` null takes it back. `by` null: of a program that knew one teacher. */
  | {
      type: 'attendanceMarked';
      seatId: SeatId;
      mark: AttendanceMark | null;
      minutes?: number;
      by: TeacherId | null;
    };
