import { attendanceLetters } from '../../../lan-server/contract/attendance.ts';
import type { AttendanceMark } from '../../../lan-server/contract/attendance.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import type { RosterSeat } from '../../live/console.ts';
import type { AttendanceOf } from './AttendanceTable.tsx';

const marks = new Map<string, AttendanceMark>(
  (Object.entries(attendanceLetters) as [AttendanceMark, string][]).map(([mark, letter]) => [
    letter,
    mark,
  ]),
);

/** The list of a lesson as the console knows it: names once, letters in each frame. Who has no name yet is left out. */
export function listedNow(
  roster: NonNullable<TeacherView['roster']>,
  enrolled: readonly RosterSeat[],
): AttendanceOf[] {
  const late = new Map(roster.late);
  return enrolled.flatMap(({ seatId, name }, place) => {
    const letter = roster.attendance.charAt(place);
    const status = marks.get(letter.toLowerCase());
    if (!status || name === null) return [];
    const minutes = late.get(place) ?? null;
    return [{ seatId, name, status, minutes, marked: letter !== letter.toLowerCase() }];
  });
}
