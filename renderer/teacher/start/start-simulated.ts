import type { LessonSummary, QuizSummary } from '../../../lan-server/contract/api.ts';
import type { Api, ApiResult, NewQuiz } from '../api.ts';

/** How many made-up students come. */
const students = 30;

/**
 * Starts a sample lesson with a simulated class. The sample quiz is a real one in the library: it is made when there is
 * none that can be asked whole.
 */
export async function startSimulatedLesson(
  api: Api,
  known: readonly QuizSummary[],
  sample: NewQuiz,
): Promise<ApiResult<LessonSummary>> {
  const there = known.find(
    (quiz) => quiz.title === sample.title && quiz.questions > 0 && quiz.unready === 0,
  );
  let quizId = there?.id;
  if (quizId === undefined) {
    const made = await api.createQuiz(sample);
    if (!made.ok) return made;
    quizId = made.value.id;
  }
  const lesson = await api.startLesson({ quizId, title: sample.title ?? '' });
  if (!lesson.ok) return lesson;
  const simulation = await api.startSimulation(lesson.value.id, students);
  return simulation.ok ? lesson : simulation;
}
