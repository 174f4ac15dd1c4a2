import { Router } from 'express';
import type { RequestHandler } from 'express';
import { signInSchema } from '../../contract/api.ts';
import type { Session } from '../../contract/api.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { Accounts } from '../../people/accounts.ts';
import { deviceNames } from '../../people/device-names.ts';
import type { TeacherRow } from '../../ports.ts';
import type { Auth } from '../auth.ts';
import { giveCookie, sessionOf, takeCookie } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';

/** Signing in, out, and who is signed in. */
export function sessionRoutes({
  accounts,
  auth,
  limit,
  rescue = false,
}: {
  accounts: Accounts;
  auth: Auth;
  limit: RequestHandler;
  /** The data is damaged: pages are told so. */
  rescue?: boolean;
}): Router {
  const routes = Router();
  const bodyOf = (teacher: TeacherRow | null): Session =>
    rescue ? { teacher: null, rescue: true } : sessionBody(teacher);

  routes.get(
    '/',
    auth.requireSession,
    handle({}, async () => bodyOf(await accounts.teacher())),
  );

  routes.post(
    '/',
    limit,
    smallBody,
    handle({ body: signInSchema }, async ({ body }, request, response) => {
      const device = deviceNames(request.headers['user-agent']);
      const signedIn =
        'launchKey' in body
          ? await accounts.signInByKey(body.launchKey, device)
          : await accounts.signInByPassword(body.password, request.ip ?? '', device);
      if (isRejection(signedIn)) return signedIn;
      // The device's session before this one would lie around until it ends by itself.
      const before = sessionOf(response);
      if (before) await accounts.signOut(before);
      giveCookie(response, signedIn);
      return bodyOf(await accounts.teacher());
    }),
  );

  routes.delete(
    '/',
    auth.requireSession,
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      if (session) await accounts.signOut(session);
      takeCookie(response);
    }),
  );

  return routes;
}

/** What a page may know of the teacher. */
export function sessionBody(teacher: TeacherRow | null): Session {
  if (!teacher) return { teacher: null };
  const { name, language, passwordHash } = teacher;
  return { teacher: { name, language, hasPassword: passwordHash !== null } };
}
