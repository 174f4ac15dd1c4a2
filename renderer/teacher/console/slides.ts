import type { QuestionId } from '../../../lan-server/contract/ids.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { takesAnswers } from '../../../lan-server/questions/index.ts';

/** The ids of what is only shown. */
export function slidesIn(questions: readonly Question[]): ReadonlySet<QuestionId> {
  return new Set(questions.filter((one) => !takesAnswers(one)).map(({ id }) => id));
}
