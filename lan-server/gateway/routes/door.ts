import { Router } from 'express';
import type { RequestHandler } from 'express';
import { doorParamsSchema } from '../../contract/api.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';
import type { LiveLessons } from './lessons.ts';

/** Which lessons can be joined: open to everybody on the network. */
export function doorRoutes({
  live,
  limit,
}: {
  live: Pick<LiveLessons, 'live' | 'byCode'>;
  limit: RequestHandler;
}): Router {
  const routes = Router();
  routes.get(
    '/',
    needs('nobody'),
    handle({}, async () => ({ lessons: live.live() })),
  );
  routes.get(
    '/:code',
    needs('nobody'),
    limit,
    handle({ params: doorParamsSchema }, async ({ params: { code } }) => live.byCode(code)),
  );
  return routes;
}
