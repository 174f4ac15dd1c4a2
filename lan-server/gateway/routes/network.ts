import { Router } from 'express';
import type { Network } from '../../contract/api.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';

/** How this Chalkbox is reached, and which others are near. */
export function networkRoutes({ network }: { network: () => Network }): Router {
  const routes = Router();
  routes.get(
    '/',
    needs('lessons.make'),
    handle({}, async () => network()),
  );
  return routes;
}
