import type { SeatId, StudentId } from '../contract/ids.ts';
import type { SeatStudent } from '../ports.ts';

/** Whose the seats of one lesson are. Beside the journal, like the names. */
export type Roll = {
  seatOf(studentId: StudentId): SeatId | null;
  studentOf(seatId: SeatId): StudentId | null;
  add(seats: readonly SeatStudent[]): void;
  forget(seats: readonly SeatStudent[]): void;
};

/** Begins with what is on disk. */
export function createRoll(known: readonly SeatStudent[]): Roll {
  const seats = new Map<StudentId, SeatId>();
  const students = new Map<SeatId, StudentId>();

  function add(more: readonly SeatStudent[]) {
    for (const { seatId, studentId } of more) {
      seats.set(studentId, seatId);
      students.set(seatId, studentId);
    }
  }
  add(known);

  return {
    seatOf: (studentId) => seats.get(studentId) ?? null,
    studentOf: (seatId) => students.get(seatId) ?? null,
    add,
    forget(gone) {
      for (const { seatId, studentId } of gone) {
        seats.delete(studentId);
        students.delete(seatId);
      }
    },
  };
}

/**
 * Names as a class tells them apart: two Adas are told by the school's number, and where one has none, by a number of ours. `free`: the
 * lesson's own rule for names.
 */
export function listedName(
  { name, number }: { name: string; number: string | null },
  alike: ReadonlySet<string>,
  free: (wanted: string) => string,
): string {
  return free(alike.has(name) && number !== null ? `${name} (${number})` : name);
}

/** The names that more than one of them has. */
export function namesTwice(students: readonly { name: string }[]): Set<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { name } of students) (once.has(name) ? twice : once).add(name);
  return twice;
}
