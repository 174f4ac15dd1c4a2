import { Router } from 'express';
import { setupSchema } from '../../contract/api.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Accounts } from '../../people/accounts.ts';
import type { SchoolPort } from '../../ports.ts';
import { sessionOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { sessionBody } from './session.ts';

/** The welcome: open to ask whether it was done, for the laptop alone to do. */
export function setupRoutes({
  accounts,
  school,
}: {
  accounts: Accounts;
  school: Pick<SchoolPort, 'settings'>;
}): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('nobody'),
    handle({}, async () => {
      const teacher = await accounts.teacher();
      return { done: teacher !== null, hasPassword: (teacher?.passwordHash ?? null) !== null };
    }),
  );

  routes.post(
    '/',
    needs('session'),
    smallBody,
    handle({ body: setupSchema }, async ({ body }, _request, response) => {
      const session = sessionOf(response);
      const teacher = session ? await accounts.setUp(session, body) : reject('not_signed_in');
      if (isRejection(teacher)) return teacher;
      response.status(201);
      return sessionBody({ accounts, school }, session);
    }),
  );

  return routes;
}
