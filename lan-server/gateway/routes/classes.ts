import { Router } from 'express';
import {
  archivedSchema,
  classListQuerySchema,
  classParamsSchema,
  classPatchSchema,
  newClassSchema,
  newSectionSchema,
  sectionPatchSchema,
  sectionRemovalSchema,
} from '../../contract/classes.ts';
import { sectionIdSchema } from '../../contract/ids.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { Classes } from '../../people/classes.ts';
import { askerOf } from '../asker.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';
import { pageOrWhole, withWords } from '../paging.ts';

export const classParams = classParamsSchema;
const sectionParams = classParams.extend({ sectionId: sectionIdSchema });

/** Classes and their sections. */
export function classRoutes({ classes }: { classes: Classes }): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('classes.make'),
    handle({ query: classListQuerySchema }, async ({ query }, _request, response) => {
      const found = withWords(await classes.list(askerOf(response)), query.q);
      const page = pageOrWhole(response, query, found);
      return isRejection(page) ? page : { classes: page.rows, next: page.next };
    }),
  );
  routes.post(
    '/',
    needs('classes.make'),
    smallBody,
    handle({ body: newClassSchema }, async ({ body }, _request, response) => {
      const made = await classes.create(askerOf(response), body);
      if (!isRejection(made)) response.status(201);
      return made;
    }),
  );
  routes.get(
    '/:id',
    needs('class.read'),
    handle({ params: classParams }, ({ params: { id } }, _request, response) =>
      classes.get(askerOf(response), id),
    ),
  );
  routes.patch(
    '/:id',
    needs('class.change'),
    smallBody,
    handle(
      { params: classParams, body: classPatchSchema },
      ({ params: { id }, body }, _request, response) => classes.change(askerOf(response), id, body),
    ),
  );
  routes.put(
    '/:id/archived',
    needs('class.manage'),
    smallBody,
    handle(
      { params: classParams, body: archivedSchema },
      ({ params: { id }, body }, _request, response) =>
        classes.setArchived(askerOf(response), id, body.archived),
    ),
  );
  routes.post(
    '/:id/code',
    needs('class.manage'),
    handle({ params: classParams }, ({ params: { id } }, _request, response) =>
      classes.newCode(askerOf(response), id),
    ),
  );

  routes.post(
    '/:id/sections',
    needs('class.change'),
    smallBody,
    handle(
      { params: classParams, body: newSectionSchema },
      async ({ params: { id }, body }, _request, response) => {
        const changed = await classes.addSection(askerOf(response), id, body.name);
        if (!isRejection(changed)) response.status(201);
        return changed;
      },
    ),
  );
  routes.patch(
    '/:id/sections/:sectionId',
    needs('class.change'),
    smallBody,
    handle(
      { params: sectionParams, body: sectionPatchSchema },
      ({ params: { id, sectionId }, body }, _request, response) =>
        classes.changeSection(askerOf(response), id, sectionId, body),
    ),
  );
  routes.delete(
    '/:id/sections/:sectionId',
    needs('class.change'),
    handle(
      { params: sectionParams, query: sectionRemovalSchema },
      ({ params: { id, sectionId }, query }, _request, response) =>
        classes.removeSection(askerOf(response), id, sectionId, query.to),
    ),
  );

  return routes;
}
