import { kindOf } from '../questions/index.ts';
import type { Answer, Question } from '../questions/index.ts';

/** An answer as it stands in a table: its letters, and its parts joined by `; `. */
export function answerText(
  question: Question,
  answer: Answer,
): { text: string; letter: string | null } {
  const kind = kindOf(question);
  const alone = kind.emptyTally(question);
  kind.count(alone, answer, 1);
  const letters = kind
    .rows(question, alone)
    .filter(({ count }) => count > 0)
    .map(({ letter }) => letter ?? '')
    .join('');
  return {
    text: kind
      .cells(question, answer)
      .filter((cell) => cell !== '')
      .join('; '),
    letter: letters === '' ? null : letters,
  };
}
