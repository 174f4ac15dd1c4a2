import { Router } from 'express';
import type { DoorLesson, LessonSummary, Simulation } from '../../contract/api.ts';
import { lessonListQuerySchema, lessonParamsSchema, newLessonSchema } from '../../contract/api.ts';
import type { AcceptedAnswer } from '../../contract/commands.ts';
import type { CardList, CardsQuery } from '../../contract/moderation.ts';
import type { Identity } from '../../contract/frames.ts';
import type { GameResults } from '../../contract/game.ts';
import type { LateRule } from '../../contract/late.ts';
import type { Play } from '../../contract/play.ts';
import type { LessonId, QuizId } from '../../contract/ids.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Rejection } from '../../contract/rejections.ts';
import type { Library } from '../../library/quizzes.ts';
import type { LessonsPort } from '../../ports.ts';
import { kindOf, questionKinds } from '../../questions/index.ts';
import type { Question } from '../../questions/index.ts';
import { teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { pageAfter } from '../paging.ts';

/** The running part, as the HTTP side needs it. */
export type LiveLessons = {
  start(
    ownerId: string,
    lesson: {
      quizId: QuizId | null;
      title: string;
      subject: string;
      identity: Identity;
      changes: boolean;
      late: LateRule;
      play: Play;
      questions: Question[];
    },
  ): Promise<LessonSummary | Rejection>;
  /** Counts a typed answer as right, or not any more, also long after the lesson. */
  acceptAnswer(
    ownerId: string,
    lessonId: LessonId,
    change: AcceptedAnswer,
  ): Promise<Rejection | undefined>;
  /** Answers to an open question of a lesson that runs. */
  cards(lessonId: LessonId, query: CardsQuery): CardList | Rejection;
  /** `unknown_code`, or `lesson_over` for one that has just ended. */
  byCode(code: string): DoorLesson | Rejection;
  /** Points, places and teams of a lesson that runs or has run. */
  game(lessonId: LessonId): GameResults | undefined;
  live(): DoorLesson[];
  liveCount(): number;
  connectedSeats(): number;
  simulate(lessonId: LessonId, students: number): Simulation;
  simulation(lessonId: LessonId): Simulation;
  stopSimulation(lessonId: LessonId): void;
};

/** Lessons: start one, list them, look at one. What happens in a lesson goes over the socket. */
export function lessonRoutes({
  library,
  lessons,
  live,
  newId,
}: {
  library: Library;
  lessons: LessonsPort;
  live: LiveLessons;
  newId: () => string;
}): Router {
  const routes = Router();

  routes.get(
    '/',
    handle({ query: lessonListQuerySchema }, async ({ query }, _request, response) => {
      const page = await pageAfter(
        query,
        (after, limit) => lessons.list(teacherOf(response).id, { ...query, after, limit }),
        ({ startedAt, id }) => ({ at: startedAt, id }),
      );
      return isRejection(page) ? page : { lessons: page.rows, next: page.next };
    }),
  );

  routes.post(
    '/',
    smallBody,
    handle({ body: newLessonSchema }, async ({ body }, _request, response) => {
      const { quizId, identity, changes, late, play } = body;
      const ownerId = teacherOf(response).id;
      const content = await contentOf(ownerId, quizId);
      if (isRejection(content)) return content;
      const title = body.title === '' ? content.title : body.title;
      const { subject, questions } = content;
      const wanted = { quizId, title, subject, identity, changes, late, play, questions };
      const started = await live.start(ownerId, wanted);
      if (!isRejection(started)) response.status(201);
      return started;
    }),
  );

  routes.get(
    '/:id',
    handle({ params: lessonParamsSchema }, async ({ params: { id } }, _request, response) => {
      return (await lessons.summary(teacherOf(response).id, id)) ?? reject('not_found');
    }),
  );

  /** What a lesson starts with: the quiz's questions that can be asked, or “A B C D” with nothing prepared. */
  async function contentOf(
    ownerId: string,
    quizId: QuizId | null,
  ): Promise<{ title: string; subject: string; questions: Question[] } | Rejection> {
    if (quizId === null) {
      return { title: '', subject: '', questions: [questionKinds.choice.blank(newId())] };
    }
    const quiz = await library.get(ownerId, quizId);
    if (isRejection(quiz)) return quiz;
    if (quiz.questions.length === 0) return reject('no_questions');
    const problems = quiz.questions.map((question) => kindOf(question).problems(question));
    const ready = quiz.questions.filter((_question, index) => problems[index]?.length === 0);
    if (ready.length > 0) return { title: quiz.title, subject: quiz.subject, questions: ready };
    return reject('quiz_not_ready', {
      questions: quiz.questions.map(({ id }, index) => ({
        questionId: id,
        number: index + 1,
        problems: problems[index],
      })),
    });
  }

  return routes;
}
