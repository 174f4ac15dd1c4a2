import type { QuizSummary } from '../../../lan-server/contract/api.ts';

/** Case and accents do not matter when one is looking for something: “fisica” finds “Física”. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The quizzes that have every word of `wanted` in title or subject, in their order; all when nothing is wanted. */
export function findQuizzes<Q extends Pick<QuizSummary, 'title' | 'subject'>>(
  quizzes: readonly Q[],
  wanted: string,
): Q[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  return quizzes.filter((quiz) => {
    const text = plain(`${quiz.title} ${quiz.subject}`);
    return words.every((word) => text.includes(word));
  });
}
