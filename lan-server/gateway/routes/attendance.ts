import { Router } from 'express';
import { z } from 'zod';
import { newMarkSchema } from '../../contract/attendance.ts';
import { seatIdSchema } from '../../contract/ids.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Lessons } from '../../live/lessons.ts';
import type { LessonsPort, RostersPort } from '../../ports.ts';
import { teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { lessonParamsSchema as lessonParams } from '../../contract/api.ts';

/** What running lessons do with their lists of names. */
export type LiveRosters = Pick<Lessons, 'markAttendance' | 'addEnrolled' | 'addGuest' | 'guest'>;

const newGuestSchema = z.strictObject({ seatId: seatIdSchema });

/** Who was there, and who comes onto the list of a lesson. */
export function attendanceRoutes({
  lessons,
  rosters,
  live,
  now,
  newId,
}: {
  lessons: LessonsPort;
  rosters: Pick<RostersPort, 'attendance' | 'enrol'>;
  live: LiveRosters;
  /** ms since 1970. */
  now: () => number;
  newId: () => string;
}): Router {
  const routes = Router();

  routes.get(
    '/:id/attendance',
    needs('lesson.read'),
    handle({ params: lessonParams }, async ({ params: { id } }, _request, response) => {
      const known = await lessons.summary(teacherOf(response).id, id);
      return known ? rosters.attendance(id) : reject('not_found');
    }),
  );

  routes.post(
    '/:id/attendance',
    needs('lesson.run'),
    smallBody,
    handle(
      { params: lessonParams, body: newMarkSchema },
      async ({ params: { id }, body }, _request, response) => {
        const { id: teacherId } = teacherOf(response);
        const known = await lessons.summary(teacherId, id);
        if (!known) return reject('not_found');
        return live.markAttendance(teacherId, id, body, teacherId);
      },
    ),
  );

  routes.post(
    '/:id/enrolled',
    needs('lesson.run'),
    handle({ params: lessonParams }, async ({ params: { id } }, _request, response) => {
      const known = await lessons.summary(teacherOf(response).id, id);
      if (!known) return reject('not_found');
      const added = await live.addEnrolled(id);
      return isRejection(added) ? added : { added };
    }),
  );

  routes.post(
    '/:id/guests',
    needs('lesson.run'),
    smallBody,
    handle(
      { params: lessonParams, body: newGuestSchema },
      async ({ params: { id }, body: { seatId } }, _request, response) => {
        const known = await lessons.summary(teacherOf(response).id, id);
        if (!known) return reject('not_found');
        const guest = live.guest(id, seatId);
        if (isRejection(guest)) return guest;
        const studentId = newId();
        rosters.enrol({ studentId, name: guest.name, avatar: newId() }, guest.given, now());
        return live.addGuest(id, seatId, studentId);
      },
    ),
  );

  return routes;
}
