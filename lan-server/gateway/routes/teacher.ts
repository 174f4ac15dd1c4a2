import { Router } from 'express';
import { teacherPatchSchema } from '../../contract/api.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Accounts } from '../../people/accounts.ts';
import { sessionOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { sessionBody } from './session.ts';

/** The teacher's own name, language and password. */
export function teacherRoutes({ accounts }: { accounts: Accounts }): Router {
  const routes = Router();

  routes.patch(
    '/',
    needs('account.change'),
    smallBody,
    handle({ body: teacherPatchSchema }, async ({ body }, _request, response) => {
      const session = sessionOf(response);
      const teacher = session ? await accounts.change(session, body) : reject('not_signed_in');
      return isRejection(teacher) ? teacher : sessionBody(accounts, session);
    }),
  );

  return routes;
}
