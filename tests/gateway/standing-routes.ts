import type { Express, RequestHandler } from 'express';
import type { Shape } from '../../lan-server/gateway/handle.ts';

/** A route as it really stands in the program: 'GET /api/v1/quizzes/:id', and what it parses. */
type Standing = { route: string; shape: Shape | undefined };

type Handler = RequestHandler & { stack?: Layer[]; shape?: Shape };
type Layer = {
  rawPath: unknown;
  handle: Handler;
  route?: { path: string; stack: { method: string; handle: Handler }[] };
};

/** All routes under `/api/v1`, found by walking through the routers. */
export function standingRoutes(app: Express): Standing[] {
  const all = within(app.router as unknown as Handler, '');
  return all.filter(({ route }) => /^[A-Z]+ \/api\/v1\//.test(route));
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
