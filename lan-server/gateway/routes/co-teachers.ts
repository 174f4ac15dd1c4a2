import { Router } from 'express';
import type { Response } from 'express';
import { may } from '../../contract/rights.ts';
import type { Right } from '../../contract/rights.ts';
import {
  coTeacherParamsSchema,
  newCoTeacherSchema,
  sharedParamsSchema,
} from '../../contract/staff.ts';
import type { CoTeaching } from '../../people/co-teachers.ts';
import type { Shared } from '../../ports.ts';
import { actorOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

type Kind = 'class' | 'lesson';

const rightsOf = {
  class: { read: 'class.read', manage: 'class.manage' },
  lesson: { read: 'lesson.read', manage: 'lesson.manage' },
} as const satisfies Record<Kind, Record<string, Right>>;

/** Who teaches a class or a lesson together: under `/classes` and under `/lessons`. */
export function coTeacherRoutes(kind: Kind, { coTeaching }: { coTeaching: CoTeaching }): Router {
  const routes = Router();
  const { read, manage } = rightsOf[kind];
  const sharedOf = (id: string): Shared => (kind === 'class' ? { class: id } : { lesson: id });

  const mayInvite = (response: Response, id: string) => {
    const { teacher, relationTo } = actorOf(response);
    return teacher !== null && may(manage, teacher.role, relationTo(teacher.id, kind, id));
  };

  routes.get(
    '/:id/teachers',
    needs(read),
    handle({ params: sharedParamsSchema }, ({ params: { id } }, _request, response) =>
      coTeaching.of(sharedOf(id), mayInvite(response, id)),
    ),
  );

  routes.post(
    '/:id/teachers',
    needs(manage),
    smallBody,
    handle({ params: sharedParamsSchema, body: newCoTeacherSchema }, ({ params: { id }, body }) =>
      coTeaching.invite(sharedOf(id), body.teacherId),
    ),
  );

  routes.delete(
    '/:id/teachers/:teacherId',
    needs(manage),
    handle({ params: coTeacherParamsSchema }, ({ params: { id, teacherId } }) =>
      coTeaching.sendAway(sharedOf(id), teacherId),
    ),
  );

  return routes;
}
