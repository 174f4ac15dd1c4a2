import { Router } from 'express';
import type { DoorLesson, Simulation } from '../../contract/api.ts';
import { lessonListQuerySchema, lessonParamsSchema, newLessonSchema } from '../../contract/api.ts';
import type { AcceptedAnswer } from '../../contract/commands.ts';
import type { CardList, CardsQuery } from '../../contract/moderation.ts';
import type { Besides } from '../../lesson/besides.ts';
import type { LessonId } from '../../contract/ids.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Rejection } from '../../contract/rejections.ts';
import type { LessonsPort } from '../../ports.ts';
import { teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { pageAfter } from '../paging.ts';
import type { StartLesson } from '../start-lesson.ts';
import { needs } from '../needs.ts';

/** The running part, as the HTTP side needs it. */
export type LiveLessons = {
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
  /** What a lesson that runs or has run brought besides answers. */
  besides(lessonId: LessonId): Besides;
  live(): DoorLesson[];
  liveCount(): number;
  connectedSeats(): number;
  simulate(lessonId: LessonId, students: number): Simulation;
  simulation(lessonId: LessonId): Simulation;
  stopSimulation(lessonId: LessonId): void;
};

/** Lessons: start one, list them, look at one. What happens in a lesson goes over the socket. */
export function lessonRoutes({
  lessons,
  startLesson,
}: {
  lessons: LessonsPort;
  startLesson: StartLesson;
}): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('lessons.make'),
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
    needs('lessons.make'),
    smallBody,
    handle({ body: newLessonSchema }, async ({ body }, _request, response) => {
      const started = await startLesson(teacherOf(response).id, body);
      if (!isRejection(started)) response.status(201);
      return started;
    }),
  );

  routes.get(
    '/:id',
    needs('lesson.read'),
    handle({ params: lessonParamsSchema }, async ({ params: { id } }, _request, response) => {
      return (await lessons.summary(teacherOf(response).id, id)) ?? reject('not_found');
    }),
  );

  return routes;
}
