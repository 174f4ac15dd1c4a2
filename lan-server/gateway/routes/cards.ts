import { Router } from 'express';
import { lessonParamsSchema } from '../../contract/api.ts';
import { cardsQuerySchema } from '../../contract/moderation.ts';
import { reject } from '../../contract/rejections.ts';
import type { LessonsPort } from '../../ports.ts';
import { teacherOf } from '../auth.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';
import type { LiveLessons } from './lessons.ts';

/** What students wrote to an open question of a lesson that runs: a page at a time, for the teacher alone. */
export function cardRoutes({
  lessons,
  live,
}: {
  lessons: LessonsPort;
  live: Pick<LiveLessons, 'cards'>;
}): Router {
  const routes = Router();
  routes.get(
    '/:id/cards',
    needs('lesson.run'),
    handle(
      { params: lessonParamsSchema, query: cardsQuerySchema },
      async ({ params: { id }, query }, _request, response) => {
        const known = await lessons.summary(teacherOf(response).id, id);
        return known ? live.cards(id, query) : reject('not_found');
      },
    ),
  );
  return routes;
}
