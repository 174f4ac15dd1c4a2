import type { ListedRoute } from './shape.ts';
import { own } from './shape.ts';

/** Who is signed in, the laptop itself and its data: for the program's own pages alone. */
export const laptopRoutes: readonly ListedRoute[] = [
  ...own('open', ['GET /health', 'POST /api/v1/session', 'GET /api/v1/setup']),
  ...own('session', ['GET /api/v1/session', 'DELETE /api/v1/session', 'POST /api/v1/setup']),
  ...own('teacher', [
    'PATCH /api/v1/teacher',
    'GET /api/v1/devices',
    'DELETE /api/v1/devices',
    'DELETE /api/v1/devices/:id',
    'GET /api/v1/network',
  ]),
  ...own('laptop.manage', [
    'GET /api/v1/diagnostics',
    'GET /api/v1/backups',
    'POST /api/v1/backups',
    'GET /api/v1/backups/job',
    'DELETE /api/v1/backups/job',
    'GET /api/v1/backups/places',
    'PUT /api/v1/backups/folder',
    'POST /api/v1/backups/restore',
    'GET /api/v1/rescue',
    'POST /api/v1/rescue/empty',
    'POST /api/v1/rescue/go-on',
  ]),
];
