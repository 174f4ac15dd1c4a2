import type { TeacherCommand } from '../contract/commands.ts';
import { reject } from '../contract/rejections.ts';
import type { Decision, SeatCommand } from './commands.ts';
import { mostDevices } from './devices.ts';
import { playOf } from './events.ts';
import type { LessonState } from './state.ts';
import { seatsWithCode } from './state.ts';
import { drawnTeam } from './teams.ts';

/** The lesson's door: who gets a seat, who comes back to one, who is sent out and let in again. */

/**
 * A school's whole hall with room to spare; and as many again that were removed. Who makes up students must neither fill the
 * console nor the journal.
 */
const mostSeated = 2000;
const mostSeats = 5000;

/** A device comes without a seat; one that has its seat already gets no other. */
export function join(
  state: LessonState,
  { seatId, device, suspect = false }: Extract<SeatCommand, { type: 'takeSeat' }>,
): Decision {
  if (state.byDevice.has(device)) return [];
  // In a lesson with a list, who takes a new seat is not on it: the teacher is asked.
  return takeSeat(state, { seatId, device, suspect: suspect || state.roster !== null });
}

/** Takes a seat that nobody has yet, for a device that has none. */
export function takeSeat(
  state: LessonState,
  { seatId, device, suspect = false }: Omit<Extract<SeatCommand, { type: 'takeSeat' }>, 'type'>,
): Decision {
  if (state.seated >= mostSeated || state.seats.size >= mostSeats) return reject('lesson_full');
  const { lateJoin, approve } = playOf(state.settings);
  // A seat is one student's for good, also when nobody holds it any more.
  if (state.seats.has(seatId)) return reject('forbidden');
  if (state.locked) return reject('door_locked');
  if (state.begun && !lateJoin) return reject('too_late_to_join');
  const team = drawnTeam(state, seatId);
  return [
    {
      type: 'seatTaken',
      seatId,
      device,
      ...(team !== null && { team }),
      ...((approve || suspect) && { waits: true }),
    },
  ];
}

/** Another device comes to a seat, by the seat's code. */
export function comeBack(
  state: LessonState,
  { seat: code, device }: Extract<SeatCommand, { type: 'comeBack' }>,
): Decision {
  const [seat, another] = code === null ? [] : seatsWithCode(state, code);
  if (!seat) return reject('seat_code_unknown');
  // Nobody can tell whose it is; the teacher can, and the student joins anew.
  if (another) return reject('seat_code_doubled');
  if (seat.removed) return reject('seat_removed');
  const held = state.byDevice.get(device);
  if (held === seat.id) return [];
  // Another tab of this device took a seat meanwhile; giving it up is “I am somebody else”.
  if (held !== undefined) return reject('forbidden');
  if (seat.devices.length >= mostDevices) return reject('too_many');
  return [{ type: 'deviceJoined', seatId: seat.id, device }];
}

/** Takes a student out, or turns away one who waits to be let in. */
export function removeSeat(
  state: LessonState,
  { seatId, mayReturn }: Extract<TeacherCommand, { type: 'removeSeat' }>,
): Decision {
  const seat = state.seats.get(seatId);
  if (!seat) return reject('seat_unknown');
  if (seat.removed && !seat.waits) return [];
  return [{ type: 'seatRemoved', seatId, ...(mayReturn && { mayReturn: true }) }];
}

/** Undoes a removal, or lets in one who waits. */
export function restoreSeat(
  state: LessonState,
  { seatId }: Extract<TeacherCommand, { type: 'restoreSeat' }>,
): Decision {
  const seat = state.seats.get(seatId);
  if (!seat) return reject('seat_unknown');
  return seat.removed ? [{ type: 'seatRestored', seatId }] : [];
}

/** Nobody new comes in, or somebody does again. */
export function lockDoor(state: LessonState, locked: boolean): Decision {
  return state.locked === locked ? [] : [{ type: 'doorLocked', locked }];
}
