import type { QuizSummary } from '../../../lan-server/contract/api.ts';
import { holding } from '../../../lan-server/contract/folded.ts';

/** The quizzes that have every word of `wanted` in title or subject, in their order; all when nothing is wanted. */
export function findQuizzes<Q extends Pick<QuizSummary, 'title' | 'subject'>>(
  quizzes: readonly Q[],
  wanted: string,
): Q[] {
  const has = holding(wanted);
  return quizzes.filter((quiz) => has(`${quiz.title} ${quiz.subject}`));
}
