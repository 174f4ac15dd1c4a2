import { Router } from 'express';
import { z } from 'zod';
import { keyIdSchema, newKeySchema } from '../../contract/keys.ts';
import type { ApiKeys as Listed } from '../../contract/keys.ts';
import { pageQuerySchema } from '../../contract/lists.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { ApiKeys } from '../../people/api-keys.ts';
import { sessionOf, teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { pageOf } from '../paging.ts';

const params = z.object({ id: keyIdSchema });

/** Keys of the school's own scripts: list, make, revoke, delete. */
export function keyRoutes({ apiKeys }: { apiKeys: ApiKeys }): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('keys.manage'),
    handle({ query: pageQuerySchema }, async ({ query }) => {
      const page = pageOf(query, await apiKeys.list(), ({ id }) => id);
      return isRejection(page) ? page : ({ keys: page.rows, next: page.next } satisfies Listed);
    }),
  );

  routes.post(
    '/',
    needs('keys.manage'),
    smallBody,
    handle({ body: newKeySchema }, async ({ body }, _request, response) => {
      // A session of another device travels through the classroom's air: whoever picks it up must not make a key that lasts a year.
      if (sessionOf(response)?.via !== 'laptop') return reject('laptop_only');
      const made = await apiKeys.make(teacherOf(response), body);
      response.status(201).setHeader('Cache-Control', 'no-store, no-transform');
      return made;
    }),
  );

  routes.post(
    '/:id/revoke',
    needs('keys.manage'),
    handle({ params }, ({ params: { id } }) => apiKeys.revoke(id)),
  );

  routes.delete(
    '/:id',
    needs('keys.manage'),
    handle({ params }, ({ params: { id } }) => apiKeys.remove(id)),
  );

  return routes;
}
