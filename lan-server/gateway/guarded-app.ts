import express, { Router } from 'express';
import type { Express } from 'express';
import type { Auth } from './auth.ts';
import type { Guards } from './guards.ts';
import { securityHeaders } from './guards.ts';

/**
 * What every answer of the program has, whether its data is there or damaged: the guards ask first, and nothing of the API is
 * kept by a browser. `api` is mounted by the caller, after its routes.
 */
export function guardedApp({ guards, auth }: { guards: Guards; auth: Auth }): {
  app: Express;
  api: Router;
} {
  const app = express();
  app.disable('x-powered-by');
  // `a=1&b=2` and no more: nested queries are nobody's need here.
  app.set('query parser', 'simple');
  app.use(guards.hosts, ...securityHeaders(), guards.origins);

  const api = Router();
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  api.use(guards.forms, auth.attachSession);
  return { app, api };
}
