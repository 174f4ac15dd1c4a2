import { Router } from 'express';
import { teacherPatchSchema } from '../../contract/api.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Accounts } from '../../people/accounts.ts';
import type { StaffRoom } from '../../people/staff.ts';
import type { SchoolPort } from '../../ports.ts';
import { sessionOf, teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { sessionBody } from './session.ts';

/** The teacher's own name, language, password, PIN and recovery sheet. */
export function teacherRoutes({
  accounts,
  staff,
  school,
}: {
  accounts: Accounts;
  staff: Pick<StaffRoom, 'codes' | 'makeCodes'>;
  school: Pick<SchoolPort, 'settings'>;
}): Router {
  const routes = Router();

  routes.patch(
    '/',
    needs('account.change'),
    smallBody,
    handle({ body: teacherPatchSchema }, async ({ body }, _request, response) => {
      const session = sessionOf(response);
      const teacher = session ? await accounts.change(session, body) : reject('not_signed_in');
      return isRejection(teacher) ? teacher : sessionBody({ accounts, school }, session);
    }),
  );

  routes.get(
    '/codes',
    needs('account.change'),
    handle({}, async (_given, _request, response) => staff.codes(teacherOf(response))),
  );

  routes.post(
    '/codes',
    needs('account.change'),
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      if (!session) return reject('not_signed_in');
      const made = staff.makeCodes(session, teacherOf(response));
      if (!isRejection(made)) response.status(201);
      return made;
    }),
  );

  return routes;
}
