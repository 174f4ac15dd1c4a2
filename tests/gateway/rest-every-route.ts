import type { Express, RequestHandler } from 'express';
import { routeList } from '../../lan-server/contract/routes/index.ts';
import type { Shape } from '../../lan-server/gateway/handle.ts';

/** Every route of the list (route-list.test.ts keeps it whole), with something in the place of what varies. */
export function everyRoute(): { method: string; path: string }[] {
  return routeList.map(({ route }) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path: path.replaceAll(/:\w+/g, 'abc-123') };
  });
}

/** A route as it really stands in the program. */
type Standing = { route: string; shape: Shape | undefined };

type Handler = RequestHandler & { stack?: Layer[]; shape?: Shape };
type Layer = {
  rawPath: unknown;
  handle: Handler;
  route?: { path: string; stack: { method: string; handle: Handler }[] };
};

/** All routes under `/api/v1` and `/health`, found by walking through the routers. */
export function standingRoutes(app: Express): Standing[] {
  const all = within(app.router as unknown as Handler, '');
  return all.filter(({ route }) => /^[A-Z]+ \/(api\/v1|health)(\/|$)/.test(route));
}

function within({ stack = [] }: Handler, base: string): Standing[] {
  return stack.flatMap(({ rawPath, handle, route }): Standing[] => {
    if (!route) {
      const path = typeof rawPath === 'string' && rawPath !== '/' ? rawPath : '';
      return within(handle, base + path);
    }
    const methods = [...new Set(route.stack.map(({ method }) => method))];
    return methods.map((method) => ({
      route: `${method.toUpperCase()} ${base}${route.path === '/' ? '' : route.path}`,
      shape: route.stack.find((one) => one.handle.shape)?.handle.shape,
    }));
  });
}
