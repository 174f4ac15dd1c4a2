import { Router } from 'express';
import type { Response } from 'express';
import { z } from 'zod';
import {
  askLaterSchema,
  cancelPlannedSchema,
  extendSchema,
  newPlanSchema,
  planChangeSchema,
  scheduleQuerySchema,
  undoSchema,
} from '../../contract/schedule.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { By, Plans } from '../../schedule/plans.ts';
import { teacherOf } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';

const params = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/) });
const by = (response: Response): By => ({ id: teacherOf(response).id, role: 'teacher' });

/** Lessons in time: plan, list, change, cancel and take that back; start one that is due, or later. */
export function scheduleRoutes({ plans }: { plans: Plans }): Router {
  const routes = Router();

  routes.get(
    '/',
    handle({ query: scheduleQuerySchema }, async ({ query }, _request, response) =>
      plans.list(by(response), query),
    ),
  );

  routes.post(
    '/',
    smallBody,
    handle({ body: newPlanSchema }, async ({ body }, _request, response) => {
      const made = await plans.make(by(response), body);
      if (!isRejection(made)) response.status(201);
      return made;
    }),
  );

  routes.post(
    '/undo',
    smallBody,
    handle({ body: undoSchema }, async ({ body }, _request, response) =>
      plans.undo(by(response), body.undo),
    ),
  );

  routes.get(
    '/:id',
    handle({ params }, async ({ params: { id } }, _request, response) =>
      plans.get(by(response), id),
    ),
  );

  routes.patch(
    '/:id',
    smallBody,
    handle(
      { params, body: planChangeSchema },
      async ({ params: { id }, body }, _request, response) => plans.change(by(response), id, body),
    ),
  );

  routes.post(
    '/:id/cancel',
    smallBody,
    handle(
      { params, body: cancelPlannedSchema },
      async ({ params: { id }, body }, _request, response) =>
        plans.cancel(by(response), id, body.scope),
    ),
  );

  routes.post(
    '/:id/later',
    smallBody,
    handle({ params, body: askLaterSchema }, async ({ params: { id }, body }, _request, response) =>
      plans.askLater(by(response), id, body.minutes),
    ),
  );

  routes.post(
    '/:id/extend',
    smallBody,
    handle({ params, body: extendSchema }, async ({ params: { id }, body }, _request, response) =>
      plans.extend(by(response), id, body.minutes),
    ),
  );

  routes.post(
    '/:id/start',
    handle({ params }, async ({ params: { id } }, _request, response) => {
      const started = await plans.start(by(response), id);
      if (!isRejection(started)) response.status(201);
      return started;
    }),
  );

  return routes;
}
