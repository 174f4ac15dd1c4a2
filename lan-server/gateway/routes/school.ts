import { Router } from 'express';
import { schoolSchema } from '../../contract/school.ts';
import type { SchoolPort } from '../../ports.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

/** What holds for all teachers of this laptop. */
export function schoolRoutes({ school }: { school: SchoolPort }): Router {
  const routes = Router();
  routes.get(
    '/',
    needs('school.read'),
    handle({}, async () => school.settings()),
  );
  routes.put(
    '/',
    needs('school.change'),
    smallBody,
    handle({ body: schoolSchema }, async ({ body }) => {
      school.save(body);
      return school.settings();
    }),
  );
  return routes;
}
