import { Router } from 'express';
import { weakBelow, weakLeast } from '../../contract/dashboard.ts';
import type { Attention, Dashboard } from '../../contract/dashboard.ts';
import type { TeacherId } from '../../contract/ids.ts';
import { absentInARow } from '../../people/absences.ts';
import type { LessonsPort } from '../../ports.ts';
import { teacherOf } from '../auth.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';
import type { Past } from '../past.ts';

const day = 86_400_000;
/** What is older than this nobody asks again because of a line at home. */
const weakDays = 30;
const absentDays = 60;
/** So many lessons of a class are looked through for who is away. */
const mostInARow = 5;
const mostOfEach = 5;
const mostRunning = 50;
/** So many recent lessons get their line. */
const mostOutcomes = 8;
/** Less free than this: backups stop soon. In bytes. */
const littleSpace = 2 * 1024 ** 3;

/** Home: what runs, what came of the newest lessons, what needs the teacher. */
export function dashboardRoutes({
  past: { overview, attendanceOf, glances, retention, freeBytes, now },
  lessons,
}: {
  past: Omit<Past, 'history' | 'erasure'>;
  lessons: Pick<LessonsPort, 'list'>;
}): Router {
  const routes = Router();

  /** Not there twice in a row or more, by the newest lessons with a list of names of each class. */
  async function absent(teacherId: TeacherId): Promise<Attention[]> {
    const classes = await overview.listLessons(teacherId, now() - absentDays * day);
    const found = await Promise.all(
      classes.map(async ({ classId, className, lessonIds }) => {
        const names = new Map<string, string>();
        const away = await Promise.all(
          lessonIds.slice(0, mostInARow).map(async (lessonId) => {
            const students = await overview.studentsIn(lessonId);
            const bySeat = new Map(students.map((one) => [one.seatId, one]));
            const absent = attendanceOf(lessonId).flatMap(({ seatId, status }) =>
              status === 'absent' ? (bySeat.get(seatId) ?? []) : [],
            );
            for (const { studentId, name } of absent) names.set(studentId, name);
            return new Set(absent.map(({ studentId }) => studentId));
          }),
        );
        return absentInARow(away)
          .filter(({ times }) => times >= 2)
          .map(({ studentId, times }) => {
            const name = names.get(studentId) ?? '';
            return { is: 'absent' as const, studentId, name, classId, className, times };
          });
      }),
    );
    return found
      .flat()
      .toSorted((a, b) => b.times - a.times)
      .slice(0, mostOfEach);
  }

  routes.get(
    '/running',
    needs('lessons.make'),
    handle({}, async (_given, _request, response) => {
      const own = await lessons.list(teacherOf(response).id, {
        status: 'live',
        after: null,
        limit: mostRunning,
      });
      return { lessons: own.flatMap(({ id }) => glances.glance(id) ?? []) };
    }),
  );

  routes.get(
    '/',
    needs('lessons.make'),
    handle({}, async (_given, _request, response) => {
      const { id, role } = teacherOf(response);
      const free = role === 'admin' ? await freeBytes() : null;
      const mine = (await retention.coming()).filter(({ ownerId }) => ownerId === id);
      const [firstToGo] = mine;
      const weak = await overview.weak(id, {
        since: now() - weakDays * day,
        below: weakBelow,
        least: weakLeast,
        most: mostOfEach,
      });
      const attention: Attention[] = [
        ...(free !== null && free < littleSpace ? [{ is: 'disk' as const, freeBytes: free }] : []),
        ...glances
          .unsent()
          .filter(({ ownerId }) => ownerId === id)
          .map(({ lessonId, title, devices }) => ({
            is: 'unsent' as const,
            lessonId,
            title,
            devices,
          })),
        ...(await absent(id)),
        ...weak.map((one) => ({ is: 'weak' as const, ...one })),
        ...(firstToGo
          ? [{ is: 'retention' as const, lessons: mine.length, goesAt: firstToGo.goesAt }]
          : []),
      ];
      const outcomes = await overview.outcomes(id, mostOutcomes);
      return { outcomes, attention } satisfies Dashboard;
    }),
  );

  return routes;
}
