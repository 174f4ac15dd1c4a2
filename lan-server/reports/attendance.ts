import type { LessonRecord } from '../ports.ts';
import type { Labels } from './labels.ts';

type Columns = {
  head: string[];
  cells: (seatId: string) => (string | number | null)[];
  /** Who is on the list and never took a seat: name and cells. */
  missing: { name: string | null; cells: (string | number | null)[] }[];
};

/** Whether each student was there, and how late; only in a lesson with a list of names. */
export function attendanceColumns({ attendance, seats }: LessonRecord, labels: Labels): Columns {
  if (!attendance) return { head: [], cells: () => [], missing: [] };
  const bySeat = new Map(attendance.map((row) => [row.seatId, row]));
  const cells = (seatId: string) => {
    const row = bySeat.get(seatId);
    return [row ? labels.attendanceMark[row.status] : null, row?.minutes ?? null];
  };
  const taken = new Set(seats.map(({ seatId }) => seatId));
  return {
    head: [labels.attendance, labels.minutesLate],
    cells,
    missing: attendance
      .filter(({ seatId }) => !taken.has(seatId))
      .map(({ seatId, name }) => ({ name, cells: cells(seatId) })),
  };
}
