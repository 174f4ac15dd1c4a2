import type { StudentResult } from './figures.ts';

/** What stands in the matrix for one student and question. `letter` null: wrong, and there are no letters to show. */
export type Cell =
  | { is: 'right' }
  | { is: 'wrong'; letter: string | null }
  | { is: 'given' }
  | { is: 'none' };

/** More letters than this do not fit into a cell. */
const mostLetters = 3;

/** Reads a cell of the matrix from a student's answer. */
export function cellOf(answer: StudentResult['answers'][number] | undefined): Cell {
  if (!answer) return { is: 'none' };
  if (answer.right === null) return { is: 'given' };
  if (answer.right) return { is: 'right' };
  const { letter } = answer;
  return { is: 'wrong', letter: letter && letter.length <= mostLetters ? letter : null };
}

export type Sorting = 'points' | 'name';

/**
 * Students in the order wanted; those without a name come by number. Equal points are sorted by name, and who was removed stands
 * last in any order.
 */
export function sortStudents(
  students: readonly StudentResult[],
  by: Sorting,
  language: string,
): StudentResult[] {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  const byName = (a: StudentResult, b: StudentResult) =>
    a.name === null || b.name === null || compare(a.name, b.name) === 0
      ? a.number - b.number
      : compare(a.name, b.name);
  return students.toSorted(
    (a, b) =>
      Number(a.removed) - Number(b.removed) ||
      (by === 'points' ? b.points - a.points : 0) ||
      byName(a, b),
  );
}
