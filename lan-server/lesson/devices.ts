import type { TeacherView } from '../contract/frames.ts';
import type { SeatId } from '../contract/ids.ts';
import type { Answer } from '../questions/index.ts';
import type { Asked, CountedAnswer } from './asked.ts';
import type { LessonSettings } from './events.ts';
import { playOf } from './events.ts';
import type { LessonState, Seat } from './state.ts';
import { currentAsked } from './state.ts';

/**
 * Several devices of one student: one seat, one counted answer. Which one is the lesson's setting; both are kept, and where they differ
 * the teacher is told.
 */

/** More devices than a student ever comes with; who makes up new ones must not fill the journal. */
export const mostDevices = 20;

/** The place of a device among its seat's; undefined while the seat has but one, whose answers need not say so. */
export function deviceAt({ devices }: Seat, device: string | undefined): number | undefined {
  if (devices.length < 2 || device === undefined) return undefined;
  const place = devices.indexOf(device);
  return place < 0 ? undefined : place;
}

/** Whether an answer comes second from another device, in a lesson where the first one counts. */
export function otherCameFirst(
  settings: LessonSettings,
  standing: CountedAnswer | undefined,
  by: number | undefined,
): boolean {
  if (by === undefined || !standing) return false;
  return playOf(settings).devices === 'first' && (standing.by ?? 0) !== by;
}

/** Keeps what each device of the seat said last in this round, once there are several. Before the answer is counted. */
export function noteDevice(
  asked: Asked,
  seatId: SeatId,
  { answer, by }: { answer: Answer; by?: number },
): void {
  if (by === undefined) return;
  const standing = asked.answers.get(seatId);
  const said =
    asked.byDevice.get(seatId) ??
    new Map<number, Answer>(standing ? [[standing.by ?? 0, standing.answer]] : []);
  asked.byDevice.set(seatId, said.set(by, answer));
}

/** Whether the devices of a seat say different things in this round. */
export function devicesDiffer(asked: Asked, seatId: SeatId): boolean {
  const said = asked.byDevice.get(seatId);
  if (!said) return false;
  return new Set([...said.values()].map((answer) => JSON.stringify(answer))).size > 1;
}

/** Seats with more than one device, to the console: how many of them are there, and whether they differ. */
export function devicesView(
  state: LessonState,
  isThere: ((device: string) => boolean) | undefined,
): Pick<TeacherView, 'devices'> {
  const asked = currentAsked(state);
  const several: NonNullable<TeacherView['devices']> = [];
  for (const seatId of state.shared) {
    const seat = state.seats.get(seatId);
    if (!seat) continue;
    const held = seat.devices.filter((device) => state.byDevice.get(device) === seatId);
    const differ = asked !== null && devicesDiffer(asked, seatId);
    if (held.length < 2 && !differ) continue;
    const here = isThere ? held.filter(isThere).length : held.length;
    several.push({ seatId, of: held.length, here, ...(differ && { differ: true as const }) });
  }
  return several.length === 0 ? {} : { devices: several };
}
