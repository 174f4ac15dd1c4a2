import { Router } from 'express';
import type { z } from 'zod';
import type { healthSchema } from '../../contract/api.ts';
import type { HealthPort } from '../../ports.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';
import type { LiveLessons } from './lessons.ts';

/** `GET /health`: open to all, says no names. 503 when the disk refuses. */
export function healthRoutes({
  health,
  live,
  version,
  now,
}: {
  health: Pick<HealthPort, 'check'>;
  live: Pick<LiveLessons, 'liveCount' | 'connectedSeats'>;
  version: string;
  now: () => number;
}): Router {
  const routes = Router();
  const startedAt = now();

  routes.get(
    '/',
    needs('nobody'),
    handle({}, async (_given, _request, response) => {
      const canCommit = health.check();
      response.setHeader('Cache-Control', 'no-store');
      response.status(canCommit ? 200 : 503);
      return {
        status: canCommit ? 'ok' : 'degraded',
        version,
        uptimeSeconds: (now() - startedAt) / 1000,
        database: canCommit ? 'ok' : 'failing',
        liveLessons: live.liveCount(),
        connectedSeats: live.connectedSeats(),
      } satisfies z.infer<typeof healthSchema>;
    }),
  );

  return routes;
}
