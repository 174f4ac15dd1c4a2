import type { SeatId } from '../contract/ids.ts';
import { countSeat } from './counting.ts';
import type { LessonEvent } from './events.ts';
import { enterGame, setPresent } from './game.ts';
import { countFirst } from './peer.ts';
import { evolveRoster, noteArrival } from './roster.ts';
import type { LessonState, Seat } from './state.ts';
import { seatOf } from './state.ts';

/** What becomes of seats: taken, held by more devices, removed and given back. All fold one event in place. */

export function seatTaken(
  state: LessonState,
  { seatId, device, team, waits: asks }: Extract<LessonEvent, { type: 'seatTaken' }>,
  at: number,
): void {
  const number = state.seats.size + 1;
  const waits = asks ?? false;
  const seat: Seat = {
    id: seatId,
    number,
    device,
    devices: [device],
    takenAt: at,
    removed: waits,
    waits,
    points: 0,
    streak: 0,
    team: team ?? null,
    replies: [],
    tooLate: 0,
  };
  state.seats.set(seatId, seat);
  state.byDevice.set(device, seatId);
  noteArrival(state, seat, device);
  if (waits) return;
  enterGame(state, seat);
  state.seated += 1;
}

/** A device came to a seat beside those that hold it. */
export function deviceJoined(
  state: LessonState,
  { seatId, device }: Extract<LessonEvent, { type: 'deviceJoined' }>,
): void {
  const seat = seatOf(state, seatId);
  if (!seat.devices.includes(device)) seat.devices.push(device);
  if (seat.devices.length > 1) state.shared.add(seatId);
  state.byDevice.set(device, seatId);
  noteArrival(state, seat, device);
}

/** The teacher gave a seat to a device in place of those that held it. */
export function deviceLetIn(
  state: LessonState,
  event: Extract<LessonEvent, { type: 'deviceLetIn' }>,
  seq: number,
): void {
  if (seatOf(state, event.seatId).devices.length > 0) state.shared.add(event.seatId);
  evolveRoster(state, event, seq);
}

export function seatRemoved(
  state: LessonState,
  { seatId, mayReturn }: Extract<LessonEvent, { type: 'seatRemoved' }>,
): void {
  setRemoved(state, seatId, true);
  if (mayReturn) letGo(state, seatId);
}

export function seatRestored(
  state: LessonState,
  { seatId }: Extract<LessonEvent, { type: 'seatRestored' }>,
): void {
  setRemoved(state, seatId, false);
}

function setRemoved(state: LessonState, seatId: SeatId, removed: boolean): void {
  const seat = seatOf(state, seatId);
  seat.waits = false;
  if (!removed) noteArrival(state, seat, seat.devices[0] ?? '');
  if (seat.removed === removed) return;
  setPresent(state, seat, !removed);
  state.seated += removed ? -1 : 1;
  // A removed student's answers leave the counts, and come back when the removal is undone.
  for (const asked of state.asked.values()) {
    const counted = asked.answers.get(seatId);
    const by = removed ? -1 : 1;
    countFirst(asked, seat, by);
    if (!counted) continue;
    countSeat(asked, seatId, counted, by);
  }
}

/** Its devices lead nowhere any more. */
function letGo(state: LessonState, seatId: SeatId): void {
  for (const [device, held] of state.byDevice) if (held === seatId) state.byDevice.delete(device);
}
