import { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import type { Backups } from '../../backups/backups.ts';
import {
  backupFolderChoiceSchema,
  newBackupSchema,
  restoreSchema,
} from '../../contract/backups.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import { sessionOf } from '../auth.ts';
import { refuse } from '../errors.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

/** Backups: list, make, restore, and the folder that they are copied to. The same routes in rescue. */
export function backupRoutes({ backups }: { backups: Backups }): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('laptop.manage'),
    handle({}, () => backups.state()),
  );

  routes.post(
    '/',
    needs('laptop.manage'),
    smallBody,
    handle({ body: newBackupSchema }, async ({ body }, _request, response) => {
      const begun = backups.backUp('manual', body);
      return isRejection(begun) ? begun : accepted(response, begun.job);
    }),
  );

  routes.get(
    '/job',
    needs('laptop.manage'),
    handle({}, async () => ({ job: backups.job() })),
  );

  routes.delete(
    '/job',
    needs('laptop.manage'),
    handle({}, async () => backups.cancel()),
  );

  routes.get(
    '/places',
    needs('laptop.manage'),
    laptopOnly,
    handle({}, () => backups.places()),
  );

  routes.put(
    '/folder',
    needs('laptop.manage'),
    laptopOnly,
    smallBody,
    handle({ body: backupFolderChoiceSchema }, ({ body }) => backups.chooseFolder(body.path)),
  );

  routes.post(
    '/restore',
    needs('laptop.manage'),
    laptopOnly,
    smallBody,
    handle({ body: restoreSchema }, async ({ body }, _request, response) => {
      const session = sessionOf(response);
      const begun = session ? await backups.restore(body, session) : reject('not_signed_in');
      return isRejection(begun) ? begun : accepted(response, begun.job);
    }),
  );

  return routes;
}

/**
 * For what replaces the data or writes to a place on the laptop: the launch key proves the laptop, while a password's session
 * travels through the classroom's air in the clear.
 */
export const laptopOnly: RequestHandler = (_request, response, next) => {
  if (sessionOf(response)?.via === 'laptop') next();
  else refuse(response, reject('forbidden'));
};

/** Work has begun; `GET /backups/job` tells how far it is. */
export function accepted<T>(response: Response, job: T): { job: T } {
  response.status(202);
  return { job };
}
