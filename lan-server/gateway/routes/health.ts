import { Router } from 'express';
import type { z } from 'zod';
import type { healthSchema } from '../../contract/api.ts';
import type { HealthPort } from '../../ports.ts';
import { handle } from '../handle.ts';
import type { LiveLessons } from './lessons.ts';

/** The check writes to the disk, and anybody may ask: it is done at most this often. */
const checkEveryMs = 2000;

/** `GET /health`: open to all, says no names. 503 when the disk refuses. */
export function healthRoutes({
  health,
  live,
  version,
  now,
}: {
  health: HealthPort;
  live: Pick<LiveLessons, 'liveCount' | 'connectedSeats'>;
  version: string;
  now: () => number;
}): Router {
  const routes = Router();
  const startedAt = now();
  let checked = { at: Number.NEGATIVE_INFINITY, ok: true };

  routes.get(
    '/',
    handle({}, async (_given, _request, response) => {
      if (now() - checked.at >= checkEveryMs) checked = { at: now(), ok: health.check() };
      response.setHeader('Cache-Control', 'no-store');
      response.status(checked.ok ? 200 : 503);
      return {
        status: checked.ok ? 'ok' : 'degraded',
        version,
        uptimeSeconds: (now() - startedAt) / 1000,
        database: checked.ok ? 'ok' : 'failing',
        liveLessons: live.liveCount(),
        connectedSeats: live.connectedSeats(),
      } satisfies z.infer<typeof healthSchema>;
    }),
  );

  return routes;
}
