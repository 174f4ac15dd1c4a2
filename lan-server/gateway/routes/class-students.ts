import { Router } from 'express';
import {
  archiveStudentsSchema,
  classStudentsQuerySchema,
  leaveSchema,
  mergeSchema,
  moveStudentsSchema,
  newPinsSchema,
  newStudentsSchema,
  undoMoveSchema,
} from '../../contract/classes.ts';
import type { ClassStudent } from '../../contract/classes.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { Rejection } from '../../contract/rejections.ts';
import type { Students } from '../../people/students.ts';
import { askerOf } from '../asker.ts';
import { handle, smallBody, studentsBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { pageOrWhole, withWords } from '../paging.ts';
import { classParams } from './classes.ts';

/** Who is in a class. */
export function classStudentRoutes({ students }: { students: Students }): Router {
  const routes = Router();

  routes.get(
    '/:id/students',
    needs('class.read'),
    handle(
      { params: classParams, query: classStudentsQuerySchema },
      async ({ params: { id }, query }, _request, response) => {
        const all = await students.ofClass(askerOf(response), id, query.archived === 'true');
        if (isRejection(all)) return all;
        const page = pageOrWhole(response, query, withWords(all, query.q));
        return isRejection(page) ? page : { students: page.rows, next: page.next };
      },
    ),
  );
  routes.post(
    '/:id/students',
    needs('class.change'),
    studentsBody,
    handle(
      { params: classParams, body: newStudentsSchema },
      async ({ params: { id }, body }, _request, response) => {
        const added = await students.add(askerOf(response), id, body.students);
        if (!isRejection(added)) response.status(201);
        return listed(added);
      },
    ),
  );
  routes.post(
    '/:id/students/move',
    needs('class.change'),
    studentsBody,
    handle(
      { params: classParams, body: moveStudentsSchema },
      ({ params: { id }, body }, _request, response) => students.move(askerOf(response), id, body),
    ),
  );
  routes.post(
    '/:id/students/move/undo',
    needs('class.change'),
    smallBody,
    handle(
      { params: classParams, body: undoMoveSchema },
      ({ params: { id }, body }, _request, response) =>
        students.undoMove(askerOf(response), id, body.undo),
    ),
  );
  routes.post(
    '/:id/students/leave',
    needs('class.change'),
    studentsBody,
    handle(
      { params: classParams, body: leaveSchema },
      ({ params: { id }, body }, _request, response) =>
        students.leave(askerOf(response), id, body.studentIds),
    ),
  );
  routes.post(
    '/:id/students/return',
    needs('class.change'),
    studentsBody,
    handle(
      { params: classParams, body: leaveSchema },
      ({ params: { id }, body }, _request, response) =>
        students.comeBack(askerOf(response), id, body.studentIds),
    ),
  );
  routes.put(
    '/:id/students/archived',
    needs('class.change'),
    studentsBody,
    handle(
      { params: classParams, body: archiveStudentsSchema },
      ({ params: { id }, body }, _request, response) =>
        students.setArchived(askerOf(response), id, body.studentIds, body.archived),
    ),
  );
  routes.post(
    '/:id/students/merge',
    needs('class.change'),
    smallBody,
    handle(
      { params: classParams, body: mergeSchema },
      ({ params: { id }, body }, _request, response) => students.merge(askerOf(response), id, body),
    ),
  );
  routes.get(
    '/:id/doubles',
    needs('class.read'),
    handle({ params: classParams }, async ({ params: { id } }, _request, response) => {
      const doubles = await students.doubles(askerOf(response), id);
      return isRejection(doubles) ? doubles : { doubles };
    }),
  );
  routes.post(
    '/:id/pins',
    needs('class.change'),
    studentsBody,
    handle(
      { params: classParams, body: newPinsSchema },
      async ({ params: { id }, body }, _request, response) =>
        listed(await students.newPins(askerOf(response), id, body.studentIds)),
    ),
  );

  return routes;
}

function listed(students: ClassStudent[] | Rejection) {
  return isRejection(students) ? students : { students };
}
