import { Router } from 'express';
import type { Response } from 'express';
import { lessonParamsSchema, newSimulationSchema } from '../../contract/api.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { LessonsPort } from '../../ports.ts';
import { teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import type { LiveLessons } from './lessons.ts';

/** The simulated class of a lesson. */
export function simulationRoutes({
  lessons,
  live,
}: {
  lessons: LessonsPort;
  live: Pick<LiveLessons, 'simulate' | 'simulation' | 'stopSimulation'>;
}): Router {
  const routes = Router();
  const own = async (response: Response, id: string) =>
    (await lessons.summary(teacherOf(response).id, id)) ?? reject('not_found');

  routes.get(
    '/:id/simulation',
    needs('lesson.run'),
    handle({ params: lessonParamsSchema }, async ({ params: { id } }, _request, response) => {
      const lesson = await own(response, id);
      return isRejection(lesson) ? lesson : live.simulation(id);
    }),
  );

  routes.post(
    '/:id/simulation',
    needs('lesson.run'),
    smallBody,
    handle(
      { params: lessonParamsSchema, body: newSimulationSchema },
      async ({ params: { id }, body }, _request, response) => {
        const lesson = await own(response, id);
        if (isRejection(lesson)) return lesson;
        if (lesson.status === 'ended') return reject('lesson_over');
        return live.simulate(id, body.students);
      },
    ),
  );

  routes.delete(
    '/:id/simulation',
    needs('lesson.run'),
    handle({ params: lessonParamsSchema }, async ({ params: { id } }, _request, response) => {
      const lesson = await own(response, id);
      if (isRejection(lesson)) return lesson;
      live.stopSimulation(id);
      return undefined;
    }),
  );

  return routes;
}
