import { Router } from 'express';
import { isRejection, reject } from '../../contract/rejections.ts';
import { newTeacherSchema, staffChangeSchema, teacherParamsSchema } from '../../contract/staff.ts';
import type { StaffRoom } from '../../people/staff.ts';
import { sessionOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

/** The teachers of this laptop. */
export function staffRoutes({ staff }: { staff: StaffRoom }): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('teachers.manage'),
    handle({}, async () => ({ teachers: await staff.list() })),
  );

  routes.post(
    '/',
    needs('teachers.manage'),
    smallBody,
    handle({ body: newTeacherSchema }, async ({ body }, _request, response) => {
      const session = sessionOf(response);
      const added = session ? await staff.add(session, body) : reject('not_signed_in');
      if (!isRejection(added)) response.status(201);
      return added;
    }),
  );

  routes.patch(
    '/:id',
    needs('teachers.manage'),
    smallBody,
    handle(
      { params: teacherParamsSchema, body: staffChangeSchema },
      async ({ params: { id }, body }, _request, response) => {
        const session = sessionOf(response);
        return session ? staff.change(session, id, body) : reject('not_signed_in');
      },
    ),
  );

  return routes;
}
