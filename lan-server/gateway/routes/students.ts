import { Router } from 'express';
import {
  studentParamsSchema as studentParams,
  studentPatchSchema,
} from '../../contract/classes.ts';
import type { Students } from '../../people/students.ts';
import { askerOf } from '../asker.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

/** One student, whatever class they are in. */
export function studentRoutes({ students }: { students: Students }): Router {
  const routes = Router();

  routes.get(
    '/:id',
    needs('student.read'),
    handle({ params: studentParams }, ({ params: { id } }, _request, response) =>
      students.get(askerOf(response), id),
    ),
  );
  routes.patch(
    '/:id',
    needs('student.change'),
    smallBody,
    handle(
      { params: studentParams, body: studentPatchSchema },
      ({ params: { id }, body }, _request, response) =>
        students.change(askerOf(response), id, body),
    ),
  );
  return routes;
}
