import { Router } from 'express';
import type { Backups } from '../../backups/backups.ts';
import type { Rescue } from '../../contract/backups.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import { sessionOf } from '../auth.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';
import { accepted, laptopOnly } from './backups.ts';

/** What the program found damaged, and the ways on besides a backup. `problem` null: nothing. */
export function rescueRoutes({
  backups,
  problem,
}: {
  backups: Pick<Backups, 'startEmpty' | 'goOn'>;
  problem: Rescue['problem'];
}): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('laptop.manage'),
    handle({}, async () => ({ problem }) satisfies Rescue),
  );

  routes.post(
    '/empty',
    needs('laptop.manage'),
    laptopOnly,
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      const begun = session ? backups.startEmpty(session) : reject('not_signed_in');
      return isRejection(begun) ? begun : accepted(response, begun.job);
    }),
  );

  routes.post(
    '/go-on',
    needs('laptop.manage'),
    laptopOnly,
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      const begun = session ? backups.goOn(session) : reject('not_signed_in');
      return isRejection(begun) ? begun : accepted(response, begun.job);
    }),
  );

  return routes;
}
