import type { Express } from 'express';
import { everyRoute as knownRoutes } from '../../lan-server/gateway/every-route.ts';
import { apiPath } from '../../lan-server/contract/paths.ts';
import { createHttp } from '../../lan-server/gateway/http.ts';

/** Stands for whatever the doors are given: nothing of it is used before somebody asks. */
const anything: unknown = new Proxy(() => anything, {
  get: (_target, name) => (name === 'pagesDir' ? 'no-pages' : anything),
});

/** The doors with nothing behind them. */
export function emptyHttp(): Express {
  return createHttp(anything as Parameters<typeof createHttp>[0]);
}

/** Every route of the API and `/health`, read from the routers, so that a new one cannot be forgotten here. */
export function everyRoute(): { method: string; path: string }[] {
  return knownRoutes(emptyHttp())
    .filter(({ path }) => path.startsWith(`${apiPath}/`) || path === '/health')
    .map(({ method, path }) => ({ method, path: path.replaceAll(/:\w+/g, 'abc-123') }));
}
