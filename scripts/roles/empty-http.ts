import type { Express } from 'express';
import { createHttp } from '../../lan-server/gateway/http.ts';

/** Stands for whatever the doors are given: nothing of it is used before somebody asks. */
const anything: unknown = new Proxy(() => anything, {
  get: (_target, name) => (name === 'pagesDir' ? 'no-pages' : anything),
});

/** The doors with nothing behind them: their routers can be read. */
export function emptyHttp(): Express {
  return createHttp(anything as Parameters<typeof createHttp>[0]);
}
