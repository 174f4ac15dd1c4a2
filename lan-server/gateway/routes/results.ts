import { Router } from 'express';
import type { Response } from 'express';
import { exportQuerySchema, lessonParamsSchema, newAcceptedSchema } from '../../contract/api.ts';
import type { LessonId } from '../../contract/ids.ts';
import { defaultPlay } from '../../contract/play.ts';
import type { Language } from '../../contract/languages.ts';
import { reject } from '../../contract/rejections.ts';
import { tellsMore } from '../../lesson/besides.ts';
import type { LessonRecord, LessonsPort } from '../../ports.ts';
import { csvOf } from '../../reports/csv.ts';
import { fileNameOf } from '../../reports/file-name.ts';
import { resultsOf } from '../../reports/results.ts';
import { xlsxOf } from '../../reports/xlsx.ts';
import { teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import type { LiveLessons } from './lessons.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a lesson brought, as JSON and as files. */
export function resultRoutes({
  lessons,
  live,
}: {
  lessons: LessonsPort;
  live: Pick<LiveLessons, 'acceptAnswer' | 'besides'>;
}): Router {
  const routes = Router();

  const recordOf = async (ownerId: string, id: LessonId): Promise<LessonRecord | null> => {
    const record = await lessons.record(ownerId, id);
    // Most lessons need no look into the journal.
    const more =
      record?.play &&
      tellsMore(
        { ...defaultPlay, ...record.play },
        record.questions.map(({ question }) => question),
      );
    return record && more ? { ...record, ...live.besides(id) } : record;
  };

  const file = (
    ending: 'csv' | 'xlsx',
    type: string,
    write: (record: LessonRecord, language: Language) => string | Buffer | Promise<Buffer>,
  ) =>
    handle(
      { params: lessonParamsSchema, query: exportQuerySchema },
      async (given, _request, response: Response) => {
        const teacher = teacherOf(response);
        const record = await recordOf(teacher.id, given.params.id);
        if (!record) return reject('not_found');
        const language = given.query.lang ?? teacher.language ?? 'en';
        const content = await write(record, language);
        response.attachment(fileNameOf(record.summary, language, ending));
        response.type(type).send(content);
        return undefined;
      },
    );

  routes.get(
    '/:id/results',
    needs('lesson.read'),
    handle({ params: lessonParamsSchema }, async ({ params: { id } }, _request, response) => {
      const record = await recordOf(teacherOf(response).id, id);
      return record ? resultsOf(record) : reject('not_found');
    }),
  );
  routes.post(
    '/:id/accepted',
    needs('lesson.run'),
    smallBody,
    handle(
      { params: lessonParamsSchema, body: newAcceptedSchema },
      async ({ params: { id }, body }, _request, response) => {
        const { id: ownerId } = teacherOf(response);
        const known = await lessons.summary(ownerId, id);
        return known ? live.acceptAnswer(ownerId, id, body) : reject('not_found');
      },
    ),
  );
  routes.get(
    '/:id/export.csv',
    needs('lesson.read'),
    file('csv', 'text/csv; charset=utf-8', csvOf),
  );
  routes.get('/:id/export.xlsx', needs('lesson.read'), file('xlsx', xlsxType, xlsxOf));

  return routes;
}
