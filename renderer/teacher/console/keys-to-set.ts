import type { Key, Question } from '../../../lan-server/questions/index.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import type { AnswerRow } from '../../../lan-server/questions/kind.ts';

/** The answers of a question as rows, nobody having answered: letter, words, whether right. */
export function emptyRows(question: Question): AnswerRow[] {
  const kind = kindOf(question);
  return kind.rows(question, kind.emptyTally(question));
}

/** Places of the right answers among the rows. */
export function rightPlaces(question: Question): number[] {
  return emptyRows(question).flatMap((row, place) => (row.right === true ? [place] : []));
}

/** The key that makes exactly these answers right, or null where the kind has none such. */
export function keyFor(question: Question, places: readonly number[]): Key | null {
  const kind = kindOf(question);
  const key =
    kind.keyMarking?.(
      question,
      [...places].sort((a, b) => a - b),
    ) ?? null;
  return key !== null && kind.withKey(question, key) !== null ? key : null;
}

/** Whether the teacher can say after asking which answer was right: its answers have letters and a key fits. */
export function canSetKey(question: Question): boolean {
  const rows = emptyRows(question);
  return rows.length > 0 && rows.every((row) => row.letter) && keyFor(question, [0]) !== null;
}

/** The key after one press: the answer alone, or, where several may be right, added or taken away. null = none left. */
export function keyAfterPress(question: Question, place: number): Key | null {
  const now = rightPlaces(question);
  const several = keyFor(question, [0, 1]) !== null;
  if (!several) return keyFor(question, [place]);
  const next = now.includes(place) ? now.filter((one) => one !== place) : [...now, place];
  return next.length === 0 ? null : keyFor(question, next);
}
