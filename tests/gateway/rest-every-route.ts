import { everyRoute as knownRoutes } from '../../lan-server/gateway/every-route.ts';
import type { Shape } from '../../lan-server/gateway/handle.ts';
import { apiPath } from '../../lan-server/contract/paths.ts';
import { emptyHttp } from '../../scripts/roles/empty-http.ts';

/**
 * Every route of the API and `/health`, read from the routers, so that a new one cannot be forgotten here; `shape`: what it parses.
 */
export function everyRoute(): { method: string; path: string; shape: Shape | null }[] {
  return knownRoutes(emptyHttp())
    .filter(({ path }) => path.startsWith(`${apiPath}/`) || path === '/health')
    .map(({ method, path, shape }) => ({
      method,
      path: path.replaceAll(/:\w+/g, 'abc-123'),
      shape,
    }));
}
