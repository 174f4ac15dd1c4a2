import { Router } from 'express';
import type { Response } from 'express';
import { z } from 'zod';
import { studentParamsSchema as params } from '../../contract/classes.ts';
import type { StudentHistory } from '../../contract/history.ts';
import type { StudentId } from '../../contract/ids.ts';
import { languageSchema } from '../../contract/languages.ts';
import { reject } from '../../contract/rejections.ts';
import { may } from '../../contract/rights.ts';
import { namedFile } from '../../reports/file-name.ts';
import { studentJson, studentPage } from '../../reports/student-file.ts';
import { historyOf } from '../../reports/student.ts';
import { actorOf, teacherOf } from '../auth.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';
import type { Past } from '../past.ts';

const query = z.object({ lang: languageSchema.optional() });

/** One student: their history, the file with everything that is kept, and erasing. */
export function studentHistoryRoutes({
  past: { history, erasure, now },
}: {
  past: Pick<Past, 'history' | 'erasure' | 'now'>;
}): Router {
  const routes = Router();

  /** An admin answers for the school: asked for everything that is kept, they give everything. */
  const whose = (response: Response) => {
    const { id, role } = teacherOf(response);
    return role === 'admin' ? null : id;
  };

  routes.get(
    '/:id/history',
    needs('student.read'),
    handle({ params }, async ({ params: { id } }, _request, response) => {
      const student = await history.student(id);
      if (!student) return reject('not_found');
      const lessons = await history.lessonsOf(id, { teacherId: whose(response) });
      return historyOf(student, lessons, mayErase(response, id)) satisfies StudentHistory;
    }),
  );

  const file = (
    ending: 'json' | 'html',
    type: string,
    write: (
      student: Parameters<typeof studentPage>[0],
      lessons: Parameters<typeof studentPage>[1],
      language: z.infer<typeof languageSchema>,
    ) => string,
  ) =>
    handle({ params, query }, async (given, _request, response) => {
      const { id } = given.params;
      const student = await history.student(id);
      if (!student) return reject('not_found');
      const lessons = await history.lessonsOf(id, { teacherId: whose(response), posts: true });
      const language = given.query.lang ?? teacherOf(response).language ?? 'en';
      response.attachment(namedFile(student.name, now(), ending));
      response.type(type).send(write(student, lessons, language));
      return undefined;
    });
  routes.get(
    '/:id/export.json',
    needs('student.read'),
    file('json', 'application/json; charset=utf-8', (student, lessons) =>
      studentJson(student, lessons, now()),
    ),
  );
  routes.get(
    '/:id/export.html',
    needs('student.read'),
    file('html', 'text/html; charset=utf-8', (student, lessons, language) =>
      studentPage(student, lessons, now(), language),
    ),
  );

  routes.delete(
    '/:id/everything',
    needs('student.erase'),
    handle({ params }, async ({ params: { id } }) => {
      const student = await history.student(id);
      return student ? erasure.student(id) : reject('not_found');
    }),
  );

  return routes;
}

function mayErase(response: Response, id: StudentId): boolean {
  const { teacher, relationTo } = actorOf(response);
  if (!teacher) return false;
  return may('student.erase', teacher.role, relationTo(teacher.id, 'student', id));
}
