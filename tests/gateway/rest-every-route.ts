import { everyRoute as knownRoutes } from '../../lan-server/gateway/every-route.ts';
import { apiPath } from '../../lan-server/contract/paths.ts';
import { emptyHttp } from '../../scripts/roles/empty-http.ts';

/** Every route of the API and `/health`, read from the routers, so that a new one cannot be forgotten here. */
export function everyRoute(): { method: string; path: string }[] {
  return knownRoutes(emptyHttp())
    .filter(({ path }) => path.startsWith(`${apiPath}/`) || path === '/health')
    .map(({ method, path }) => ({ method, path: path.replaceAll(/:\w+/g, 'abc-123') }));
}
