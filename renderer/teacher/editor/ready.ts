import type { Problem } from '../../../lan-server/questions/kind.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';

/** What a question lacks before it can be asked. */
export function problemsOf(question: Question): Problem[] {
  return kindOf(question).problems(question);
}

/** How many questions cannot be asked yet. */
export function unreadyCount(questions: readonly Question[]): number {
  return questions.filter((question) => problemsOf(question).length > 0).length;
}
