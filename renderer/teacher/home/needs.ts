import type { LessonSummary, QuizSummary } from '../../../lan-server/contract/api.ts';

/** Milliseconds after which a lesson that still runs was probably forgotten. */
const forgotten = 3 * 3_600_000;
const most = 4;

/** Something that only the teacher can set right. */
export type Need =
  | { is: 'left-open'; lesson: LessonSummary }
  | { is: 'unready'; quiz: QuizSummary };

/** What waits for the teacher at `now` (ms since 1970): lessons left open first, then quizzes that lack something. */
export function needsOf(
  running: readonly LessonSummary[],
  quizzes: readonly QuizSummary[],
  now: number,
): Need[] {
  return [
    ...running
      .filter((lesson) => now - lesson.startedAt > forgotten)
      .map((lesson) => ({ is: 'left-open', lesson }) as const),
    ...quizzes.filter((quiz) => quiz.unready > 0).map((quiz) => ({ is: 'unready', quiz }) as const),
  ].slice(0, most);
}
