import { Router, raw } from 'express';
import { reject } from '../../contract/rejections.ts';
import {
  importSchema,
  previewImportSchema,
  readTableQuerySchema,
  tableLimits,
  undoImportSchema,
} from '../../contract/student-import.ts';
import type { Tables } from '../../interchange/tables.ts';
import type { StudentImport } from '../../people/import/student-import.ts';
import { askerOf } from '../asker.ts';
import { handle, smallBody, tableBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { classParams } from './classes.ts';

/** Students out of a file or of what was pasted: read, looked at, taken over, taken back. */
export function classImportRoutes({
  tables,
  studentImport,
}: {
  tables: Tables;
  studentImport: StudentImport;
}): Router {
  const routes = Router();

  routes.post(
    '/:id/import/read',
    needs('class.change'),
    raw({ type: 'application/octet-stream', limit: tableLimits.bytes, inflate: false }),
    handle({ params: classParams, query: readTableQuerySchema }, async ({ query }, request) => {
      const bytes: unknown = request.body;
      return Buffer.isBuffer(bytes) ? tables.read(bytes, query) : reject('bad_request');
    }),
  );
  routes.post(
    '/:id/import/preview',
    needs('class.change'),
    tableBody,
    handle(
      { params: classParams, body: previewImportSchema },
      ({ params: { id }, body }, _request, response) =>
        studentImport.preview(askerOf(response), id, body),
    ),
  );
  routes.post(
    '/:id/import',
    needs('class.change'),
    tableBody,
    handle(
      { params: classParams, body: importSchema },
      ({ params: { id }, body }, _request, response) =>
        studentImport.run(askerOf(response), id, body),
    ),
  );
  routes.post(
    '/:id/import/undo',
    needs('class.change'),
    smallBody,
    handle(
      { params: classParams, body: undoImportSchema },
      ({ params: { id }, body }, _request, response) =>
        studentImport.undo(askerOf(response), id, body.undo),
    ),
  );

  return routes;
}
