import { attendanceLetters } from '../contract/attendance.ts';
import type { TeacherView } from '../contract/frames.ts';
import { reject } from '../contract/rejections.ts';
import type { PickStanding } from '../contract/roll.ts';
import { attendanceIn, markAttendance } from './attendance.ts';
import type { Decision, RosterCommand } from './commands.ts';
import { mostDevices } from './devices.ts';
import { takeSeat } from './door.ts';
import type { LessonEvent } from './events.ts';
import type { RosterEvent } from './roster-events.ts';
import type { RosterState } from './roster-state.ts';
import type { LessonState, Seat } from './state.ts';

/** A lesson with a list of names: whose seat is whose, who waits for the teacher's word, who was there. */

/** More devices than these want no seat but the teacher's attention. */
const mostClaims = 200;
const mostClaimsOfSeat = 5;
/** So often a device is refused before it may not ask any more. */
const mostRefusals = 3;

/** What a command about the list does; the caller has checked who may ask, and that the lesson goes on. */
export function decideRoster(state: LessonState, command: RosterCommand): Decision {
  const { roster } = state;
  if (roster === null) return reject('not_in_this_lesson');
  switch (command.type) {
    case 'pickSeat':
      return pickSeat(state, roster, command);
    case 'callOff':
      return roster.claims.has(command.device)
        ? [{ type: 'claimEnded', device: command.device, because: 'calledOff' }]
        : [];
    case 'addSeats': {
      const seats = command.seats.filter((seatId) => !roster.arrived.has(seatId));
      return seats.length === 0 ? [] : [{ type: 'seatsAdded', seats }];
    }
    case 'admitClaim':
      return admit(state, roster, command.claim);
    case 'refuseClaim': {
      const claim = claimOf(roster, command.claim);
      // Called off, or answered by another console.
      return claim ? [{ type: 'claimEnded', device: claim.device, because: 'refused' }] : [];
    }
    case 'markAttendance':
      return markAttendance(roster, command);
    default:
      return command satisfies never;
  }
}

function pickSeat(
  state: LessonState,
  roster: RosterState,
  { seatId, device, proved, ask, suspect }: Extract<RosterCommand, { type: 'pickSeat' }>,
): Decision {
  const held = state.byDevice.get(device);
  if (held === seatId) return [];
  // Another tab of this device took a seat meanwhile; giving it up is “I am somebody else”.
  if (held !== undefined) return reject('forbidden');
  if (!roster.arrived.has(seatId)) return reject('seat_unknown');
  const seat = state.seats.get(seatId);
  if (!seat && !ask) return takeSeat(state, { seatId, device, ...(suspect && { suspect }) });
  if (seat && !seat.removed && proved)
    return seat.devices.length >= mostDevices
      ? reject('too_many')
      : [{ type: 'deviceJoined', seatId, device }];
  if (roster.claims.get(device)?.seatId === seatId) return [];
  if ((roster.turnedAway.get(device)?.times ?? 0) >= mostRefusals) return reject('forbidden');
  const before: LessonEvent[] = roster.claims.has(device)
    ? [{ type: 'claimEnded', device, because: 'calledOff' }]
    : [];
  if (roster.claims.size >= mostClaims) return reject('too_many');
  const ofSeat = [...roster.claims.values()].filter((claim) => claim.seatId === seatId);
  if (ofSeat.length >= mostClaimsOfSeat) return reject('too_many');
  return [...before, { type: 'seatClaimed', seatId, device }];
}

function admit(state: LessonState, roster: RosterState, id: number): Decision {
  const claim = claimOf(roster, id);
  if (!claim) return [];
  const { seatId, device } = claim;
  const seat = state.seats.get(seatId);
  // The teacher's yes opens the door, whatever else stands at it.
  if (!seat) return [{ type: 'seatTaken', seatId, device, admitted: true }];
  const instead = seat.devices.filter((one) => state.byDevice.get(one) === seatId);
  const back: LessonEvent[] = seat.removed ? [{ type: 'seatRestored', seatId }] : [];
  return [...back, { type: 'deviceLetIn', seatId, device, instead }];
}

function claimOf(roster: RosterState, id: number) {
  for (const claim of roster.claims.values()) if (claim.id === id) return claim;
  return undefined;
}

/** Folds one event about the list, in place. Of a lesson without one (a damaged journal) nothing is left to fold into. */
export function evolveRoster(
  { roster, seats, byDevice }: LessonState,
  event: RosterEvent,
  seq: number,
): void {
  if (!roster) return;
  switch (event.type) {
    case 'seatsAdded':
      for (const seatId of event.seats) {
        if (roster.arrived.has(seatId)) continue;
        roster.seats.push(seatId);
        // A guest who turned out to be of the class was there already.
        const seat = seats.get(seatId);
        roster.arrived.set(seatId, seat && !seat.removed ? seat.takenAt : null);
      }
      return;
    case 'seatClaimed':
      roster.claims.set(event.device, { id: seq, seatId: event.seatId, device: event.device });
      return;
    case 'claimEnded':
      roster.claims.delete(event.device);
      if (event.because === 'refused') turnAway(roster, event.device, 'refused');
      return;
    case 'deviceLetIn': {
      const { seatId, device, instead } = event;
      roster.claims.delete(device);
      roster.turnedAway.delete(device);
      for (const one of instead) {
        if (byDevice.get(one) === seatId) byDevice.delete(one);
        turnAway(roster, one, 'moved');
      }
      byDevice.set(device, seatId);
      const seat = seats.get(seatId);
      if (seat && !seat.devices.includes(device)) seat.devices.push(device);
      return;
    }
    case 'attendanceMarked':
      if (event.mark === null) roster.marks.delete(event.seatId);
      else roster.marks.set(event.seatId, { mark: event.mark, minutes: event.minutes ?? null });
      return;
    default:
      event satisfies never;
  }
}

function turnAway(roster: RosterState, device: string, why: 'refused' | 'moved'): void {
  const before = roster.turnedAway.get(device)?.times ?? 0;
  roster.turnedAway.set(device, { why, times: why === 'refused' ? before + 1 : before });
}

/** A seat of the list was taken, or its student let in: since then they are there. */
export function noteArrival({ roster }: LessonState, seat: Seat, device: string): void {
  if (!roster) return;
  roster.claims.delete(device);
  roster.turnedAway.delete(device);
  if (!seat.waits && roster.arrived.get(seat.id) === null)
    roster.arrived.set(seat.id, seat.takenAt);
}

/** What a device without a seat is told of the name that it asked for. */
export function pickStanding({ roster }: LessonState, device: string): PickStanding | null {
  if (!roster) return null;
  return roster.claims.has(device) ? 'asked' : (roster.turnedAway.get(device)?.why ?? null);
}

/** What the console may know of the list; its names travel beside it, once. */
export function rosterView(state: LessonState): Pick<TeacherView, 'roster'> {
  const { roster } = state;
  if (!roster) return {};
  let attendance = '';
  const late: [number, number][] = [];
  for (const [place, seatId] of roster.seats.entries()) {
    const one = attendanceIn(state, seatId);
    if (!one) continue;
    const letter = attendanceLetters[one.status];
    attendance += one.marked ? letter.toUpperCase() : letter;
    if (one.minutes !== null) late.push([place, one.minutes]);
  }
  const claims = [...roster.claims.values()].map(({ id, seatId }) => ({ claim: id, seatId }));
  return { roster: { attendance, late, claims } };
}
