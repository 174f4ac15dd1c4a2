import type { StudentId } from '../contract/ids.ts';

/** Who was not there in the newest lesson and in how many in a row, of lessons from the newest back. */
export function absentInARow(
  absent: readonly ReadonlySet<StudentId>[],
): { studentId: StudentId; times: number }[] {
  const [newest = new Set<StudentId>()] = absent;
  return [...newest].map((studentId) => {
    const there = absent.findIndex((set) => !set.has(studentId));
    return { studentId, times: there < 0 ? absent.length : there };
  });
}
