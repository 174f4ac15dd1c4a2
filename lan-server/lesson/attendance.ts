import { attendanceOf } from '../contract/attendance.ts';
import type { Attendance } from '../contract/attendance.ts';
import type { SeatId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Decision, RosterCommand } from './commands.ts';
import { playOf } from './events.ts';
import type { RosterState } from './roster-state.ts';
import type { LessonState } from './state.ts';

/** Who of the list was there, too late or missing: as their devices say, and as the teacher says, whose word goes first. */

/** The teacher's word; the same again changes nothing. */
export function markAttendance(
  roster: RosterState,
  command: Extract<RosterCommand, { type: 'markAttendance' }>,
): Decision {
  const { seatId, mark, minutes, by = null } = command;
  if (!roster.arrived.has(seatId)) return reject('seat_unknown');
  const said = roster.marks.get(seatId);
  const late = mark === 'late' && minutes !== undefined ? minutes : null;
  if ((said?.mark ?? null) === mark && (said?.minutes ?? null) === late) return [];
  return [
    {
      type: 'attendanceMarked',
      seatId,
      mark,
      ...(late !== null && { minutes: late }),
      by,
    },
  ];
}

/** Of one seat of the list; null for one that is not on it. */
export function attendanceIn(state: LessonState, seatId: SeatId): Attendance | null {
  const { roster, settings, startedAt } = state;
  const arrivedAt = roster?.arrived.get(seatId);
  if (!roster || arrivedAt === undefined) return null;
  const marked = roster.marks.get(seatId) ?? null;
  return attendanceOf({
    startedAt,
    arrivedAt,
    graceMinutes: playOf(settings).graceMinutes,
    marked,
  });
}
