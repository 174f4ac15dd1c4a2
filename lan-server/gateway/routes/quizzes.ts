import { Router } from 'express';
import { z } from 'zod';
import { duplicateQuizSchema, newQuizSchema, saveQuizSchema } from '../../contract/api.ts';
import { quizIdSchema } from '../../contract/ids.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { Library } from '../../library/quizzes.ts';
import { teacherOf } from '../auth.ts';
import { handle, quizBody, smallBody } from '../handle.ts';

const params = z.object({ id: quizIdSchema });

/** The teacher's quizzes. */
export function quizRoutes({ library }: { library: Library }): Router {
  const routes = Router();

  routes.get(
    '/',
    handle({}, async (_given, _request, response) => ({
      quizzes: await library.list(teacherOf(response).id),
    })),
  );

  routes.post(
    '/',
    quizBody,
    handle({ body: newQuizSchema }, async ({ body }, _request, response) => {
      const quiz = await library.create(teacherOf(response).id, body);
      if (!isRejection(quiz)) response.status(201);
      return quiz;
    }),
  );

  routes.get(
    '/:id',
    handle({ params }, ({ params: { id } }, _request, response) =>
      library.get(teacherOf(response).id, id),
    ),
  );

  routes.put(
    '/:id',
    quizBody,
    handle({ params, body: saveQuizSchema }, ({ params: { id }, body }, _request, response) =>
      library.save(teacherOf(response).id, id, body),
    ),
  );

  routes.delete(
    '/:id',
    handle({ params }, async ({ params: { id } }, _request, response) => {
      return (await library.remove(teacherOf(response).id, id)) ?? undefined;
    }),
  );

  routes.post(
    '/:id/restore',
    handle({ params }, ({ params: { id } }, _request, response) =>
      library.restore(teacherOf(response).id, id),
    ),
  );

  routes.post(
    '/:id/duplicate',
    smallBody,
    handle(
      { params, body: duplicateQuizSchema },
      async ({ params: { id }, body }, _request, response) => {
        const quiz = await library.duplicate(teacherOf(response).id, id, body.title);
        if (!isRejection(quiz)) response.status(201);
        return quiz;
      },
    ),
  );

  return routes;
}
