import { Router } from 'express';
import type { RequestHandler } from 'express';
import { signInSchema } from '../../contract/api.ts';
import type { Session } from '../../contract/api.ts';
import { isRejection } from '../../contract/rejections.ts';
import type { Accounts } from '../../people/accounts.ts';
import { deviceNames } from '../../people/device-names.ts';
import type { SessionRow } from '../../ports.ts';
import { giveCookie, sessionOf, takeCookie } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

/** Signing in, out, and who is signed in. */
export function sessionRoutes({
  accounts,
  limit,
  rescue = false,
}: {
  accounts: Accounts;
  limit: RequestHandler;
  /** The data is damaged: pages are told so. */
  rescue?: boolean;
}): Router {
  const routes = Router();
  const bodyOf = async (session: SessionRow | null): Promise<Session> =>
    rescue ? { teacher: null, rescue: true } : await sessionBody(accounts, session);

  routes.get(
    '/',
    needs('session'),
    handle({}, async (_given, _request, response) => bodyOf(sessionOf(response))),
  );

  routes.post(
    '/',
    needs('nobody'),
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
      return bodyOf(signedIn.session);
    }),
  );

  routes.delete(
    '/',
    needs('session'),
    handle({}, async (_given, _request, response) => {
      const session = sessionOf(response);
      if (session) await accounts.signOut(session);
      takeCookie(response);
    }),
  );

  return routes;
}

/** What a page may know of who is signed in. */
export async function sessionBody(
  accounts: Pick<Accounts, 'teacherOf' | 'begun'>,
  session: SessionRow | null,
): Promise<Session> {
  const teacher = session ? await accounts.teacherOf(session) : null;
  if (!teacher)
    return (await accounts.begun()) ? { teacher: null, choose: true } : { teacher: null };
  const { id, name, role, language, passwordHash, pinHash } = teacher;
  return {
    teacher: {
      id,
      name,
      role,
      language,
      hasPassword: passwordHash !== null,
      hasPin: pinHash !== null,
      atLaptop: session?.via === 'laptop',
    },
  };
}
