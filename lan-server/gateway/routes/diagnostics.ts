import { Router } from 'express';
import type { Diagnostics } from '../../contract/diagnostics.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';

/** A file for whoever helps: how this Chalkbox runs, and nothing about a person. */
export function diagnosticsRoutes({
  diagnostics,
}: {
  diagnostics: () => Promise<Diagnostics>;
}): Router {
  const routes = Router();
  routes.get(
    '/',
    needs('laptop.manage'),
    handle({}, async (_given, _request, response) => {
      const gathered = await diagnostics();
      const day = new Date(gathered.madeAt).toISOString().slice(0, 10);
      response.attachment(`chalkbox-diagnostics-${day}.json`);
      response.type('json').send(`${JSON.stringify(gathered, null, 2)}\n`);
      return undefined;
    }),
  );
  return routes;
}
