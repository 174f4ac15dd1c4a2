import { Router } from 'express';
import { lessonParamsSchema as lessonParams } from '../../contract/api.ts';
import { releasedSchema } from '../../contract/history.ts';
import type { Privacy, ReleaseState } from '../../contract/history.ts';
import { teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import type { Past } from '../past.ts';

/** How long names are kept, and which of one's lessons go when; an admin sees all of them. */
export function privacyRoutes({ past: { retention } }: { past: Pick<Past, 'retention'> }): Router {
  const routes = Router();
  routes.get(
    '/',
    needs('lessons.make'),
    handle({}, async (_given, _request, response) => {
      const { id, role } = teacherOf(response);
      const coming = await retention.coming();
      return {
        days: await retention.days(),
        coming: coming
          .filter(({ ownerId }) => role === 'admin' || ownerId === id)
          .map(({ lessonId, title, endedAt, seats, goesAt, ownerId }) => ({
            lessonId,
            // What a colleague's lesson was about is not an admin's to read.
            title: ownerId === id ? title : null,
            endedAt,
            seats,
            goesAt,
          })),
      } satisfies Privacy;
    }),
  );
  return routes;
}

/** Whether students may read their own results of a lesson. */
export function releaseRoutes({
  past: { history, now },
}: {
  past: Pick<Past, 'history' | 'now'>;
}): Router {
  const routes = Router();
  routes.get(
    '/:id/released',
    needs('lesson.read'),
    handle(
      { params: lessonParams },
      async ({ params: { id } }) => (await history.released(id)) satisfies ReleaseState,
    ),
  );
  routes.put(
    '/:id/released',
    needs('lesson.run'),
    smallBody,
    handle({ params: lessonParams, body: releasedSchema }, async ({ params: { id }, body }) => {
      await history.release(id, body.released ? now() : null);
      return body;
    }),
  );
  return routes;
}
