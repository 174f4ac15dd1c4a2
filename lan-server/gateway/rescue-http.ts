import type { Express } from 'express';
import type { Backups } from '../backups/backups.ts';
import type { Rescue } from '../contract/backups.ts';
import { apiPath } from '../contract/paths.ts';
import { defaultSchool } from '../contract/school.ts';
import { reject } from '../contract/rejections.ts';
import type { Log } from '../log.ts';
import type { Accounts } from '../people/accounts.ts';
import type { Auth } from './auth.ts';
import { errorForm, refuse } from './errors.ts';
import { guardedApp } from './guarded-app.ts';
import type { Guards } from './guards.ts';
import { languageOf } from './language.ts';
import { createLimits } from './limits.ts';
import { sayShut } from './notices.ts';
import { createPages } from './pages.ts';
import { backupRoutes } from './routes/backups.ts';
import { healthRoutes } from './routes/health.ts';
import { rescueRoutes } from './routes/rescue.ts';
import { sessionRoutes } from './routes/session.ts';

/**
 * The doors while the data is damaged: the same guards, the teacher's page, signing in by the launch key, backups. Students
 * read that it is not ready yet.
 */
export function createRescueHttp(parts: {
  guards: Guards;
  auth: Auth;
  accounts: Accounts;
  backups: Backups;
  problem: NonNullable<Rescue['problem']>;
  pagesDir: string;
  version: string;
  now: () => number;
  log: Log;
}): Express {
  const { auth, log } = parts;
  const limits = createLimits();
  const { app, api } = guardedApp(parts);
  api.use(limits.general);
  api.use(
    '/session',
    sessionRoutes({
      ...parts,
      signIn: null,
      school: { settings: () => defaultSchool },
      limit: limits.signIn,
    }),
  );
  // The welcome was done, as far as anybody can tell: nobody is asked for a name now.
  api.get(
    '/setup',
    (_request, response) => void response.json({ done: true, hasPassword: false, rescue: true }),
  );
  api.use('/rescue', auth.requireSession, rescueRoutes(parts));
  api.use('/backups', auth.requireSession, backupRoutes(parts));
  api.use((_request, response) => refuse(response, reject('in_rescue')));

  app.use(apiPath, api);
  app.use('/api', (_request, response) => refuse(response, reject('in_rescue')));
  const nobody = { liveCount: () => 0, connectedSeats: () => 0 };
  app.use(
    '/health',
    limits.general,
    healthRoutes({ ...parts, live: nobody, health: { check: () => false } }),
  );
  app.get(['/', '/j/:code', '/wall/:lessonId'], (request, response) =>
    sayShut(response, languageOf(request)),
  );
  app.use(createPages({ pagesDir: parts.pagesDir }));
  app.use(errorForm(log));
  return app;
}
