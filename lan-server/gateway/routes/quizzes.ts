import { Router } from 'express';
import {
  duplicateQuizSchema,
  newQuizSchema,
  quizListQuerySchema,
  quizParamsSchema as params,
  saveQuizSchema,
} from '../../contract/api.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { Library } from '../../library/quizzes.ts';
import { teacherOf } from '../auth.ts';
import { handle, quizBody, smallBody } from '../handle.ts';
import { pageAfter } from '../paging.ts';
import { needs } from '../needs.ts';

/** The teacher's quizzes. */
export function quizRoutes({ library }: { library: Library }): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('quizzes.make'),
    handle({ query: quizListQuerySchema }, async ({ query }, _request, response) => {
      const page = await pageAfter(
        query,
        (after, limit) => library.list(teacherOf(response).id, { ...query, after, limit }),
        ({ updatedAt, id }) => ({ at: updatedAt, id }),
      );
      return isRejection(page) ? page : { quizzes: page.rows, next: page.next };
    }),
  );

  routes.post(
    '/',
    needs('quizzes.make'),
    quizBody,
    handle({ body: newQuizSchema }, async ({ body }, _request, response) => {
      const quiz = await library.create(teacherOf(response).id, body);
      if (!isRejection(quiz)) response.status(201);
      return quiz;
    }),
  );

  routes.get(
    '/:id',
    needs('quiz.use'),
    handle({ params }, ({ params: { id } }, _request, response) =>
      library.get(teacherOf(response).id, id),
    ),
  );

  routes.put(
    '/:id',
    needs('quiz.use'),
    quizBody,
    handle({ params, body: saveQuizSchema }, ({ params: { id }, body }, _request, response) =>
      library.save(teacherOf(response).id, id, body),
    ),
  );

  routes.delete(
    '/:id',
    needs('quiz.use'),
    handle({ params }, async ({ params: { id } }, _request, response) => {
      return (await library.remove(teacherOf(response).id, id)) ?? undefined;
    }),
  );

  routes.post(
    '/:id/restore',
    needs('quiz.use'),
    handle({ params }, ({ params: { id } }, _request, response) =>
      library.restore(teacherOf(response).id, id),
    ),
  );

  routes.post(
    '/:id/duplicate',
    needs('quiz.use'),
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
