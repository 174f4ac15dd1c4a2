import { Router } from 'express';
import {
  askLaterSchema,
  cancelPlannedSchema,
  extendSchema,
  newPlanSchema,
  planChangeSchema,
  plannedParamsSchema as params,
  scheduleQuerySchema,
  undoSchema,
} from '../../contract/schedule.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { Plans } from '../../schedule/plans.ts';
import { askerOf } from '../asker.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

/** Lessons in time: plan, list, change, cancel and take that back; start one that is due, or later. */
export function scheduleRoutes({ plans }: { plans: Plans }): Router {
  const routes = Router();

  routes.get(
    '/',
    needs('plans.make'),
    handle({ query: scheduleQuerySchema }, async ({ query }, _request, response) =>
      plans.list(askerOf(response), query),
    ),
  );

  routes.post(
    '/',
    needs('plans.make'),
    smallBody,
    handle({ body: newPlanSchema }, async ({ body }, _request, response) => {
      const made = await plans.make(askerOf(response), body);
      if (!isRejection(made)) response.status(201);
      return made;
    }),
  );

  routes.post(
    '/undo',
    needs('plans.make'),
    smallBody,
    handle({ body: undoSchema }, async ({ body }, _request, response) =>
      plans.undo(askerOf(response), body.undo),
    ),
  );

  routes.get(
    '/:id',
    needs('plan.read'),
    handle({ params }, async ({ params: { id } }, _request, response) =>
      plans.get(askerOf(response), id),
    ),
  );

  routes.patch(
    '/:id',
    needs('plan.change'),
    smallBody,
    handle(
      { params, body: planChangeSchema },
      async ({ params: { id }, body }, _request, response) =>
        plans.change(askerOf(response), id, body),
    ),
  );

  routes.post(
    '/:id/cancel',
    needs('plan.change'),
    smallBody,
    handle(
      { params, body: cancelPlannedSchema },
      async ({ params: { id }, body }, _request, response) =>
        plans.cancel(askerOf(response), id, body.scope),
    ),
  );

  routes.post(
    '/:id/later',
    needs('plan.run'),
    smallBody,
    handle({ params, body: askLaterSchema }, async ({ params: { id }, body }, _request, response) =>
      plans.askLater(askerOf(response), id, body.minutes),
    ),
  );

  routes.post(
    '/:id/extend',
    needs('plan.run'),
    smallBody,
    handle({ params, body: extendSchema }, async ({ params: { id }, body }, _request, response) =>
      plans.extend(askerOf(response), id, body.minutes),
    ),
  );

  routes.post(
    '/:id/start',
    needs('plan.run'),
    handle({ params }, async ({ params: { id } }, _request, response) => {
      const started = await plans.start(askerOf(response), id);
      if (!isRejection(started)) response.status(201);
      return started;
    }),
  );

  return routes;
}
