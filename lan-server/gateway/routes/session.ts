import { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import { signInSchema } from '../../contract/api.ts';
import type { Session } from '../../contract/api.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { SignInList } from '../../contract/staff.ts';
import type { Accounts, SignedIn } from '../../people/accounts.ts';
import { deviceNames } from '../../people/device-names.ts';
import type { SignIn } from '../../people/sign-in.ts';
import type { SchoolPort, SessionRow } from '../../ports.ts';
import { giveCookie, sessionOf, takeCookie } from '../auth.ts';
import { handle, smallBody } from '../handle.ts';
import { needs } from '../needs.ts';

/** Signing in, out, and who is signed in. */
export function sessionRoutes({
  accounts,
  signIn,
  school,
  limit,
}: {
  accounts: Accounts;
  /** Null while the data is damaged: what teachers sign in by stands in it. */
  signIn: SignIn | null;
  school: Pick<SchoolPort, 'settings'>;
  limit: RequestHandler;
}): Router {
  const routes = Router();
  const nobody: SignInList = { atLaptop: false, school: { name: '', logo: null }, teachers: [] };
  const bodyOf = async (session: SessionRow | null): Promise<Session> =>
    signIn ? await sessionBody({ accounts, school }, session) : { teacher: null, rescue: true };

  /** Gives the device its new session; the one before would lie around until it ends by itself. */
  const give = async (response: Response, signedIn: SignedIn): Promise<Session> => {
    const before = sessionOf(response);
    if (before) await accounts.signOut(before);
    giveCookie(response, signedIn);
    return bodyOf(signedIn.session);
  };

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
      const address = request.ip ?? '';
      const signedIn =
        'launchKey' in body
          ? await accounts.signInByKey(body.launchKey, device)
          : !signIn
            ? reject('in_rescue')
            : 'teacherId' in body
              ? await signIn.as(body, { before: sessionOf(response), address, device })
              : await accounts.signInByPassword(body.password, address, device);
      return isRejection(signedIn) ? signedIn : give(response, signedIn);
    }),
  );

  routes.get(
    '/teachers',
    needs('nobody'),
    handle({}, async (_given, _request, response): Promise<SignInList> => {
      return signIn ? signIn.list(sessionOf(response)) : nobody;
    }),
  );

  routes.post(
    '/leave',
    needs('session'),
    handle({}, async (_given, request, response) => {
      const session = sessionOf(response);
      if (!session || !signIn) return reject('not_signed_in');
      const left = await signIn.leave(session, deviceNames(request.headers['user-agent']));
      return isRejection(left) ? left : give(response, left);
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
  {
    accounts,
    school,
  }: {
    accounts: Pick<Accounts, 'teacherOf' | 'begun' | 'several'>;
    school: Pick<SchoolPort, 'settings'>;
  },
  session: SessionRow | null,
): Promise<Session> {
  const teacher = session ? await accounts.teacherOf(session) : null;
  if (!teacher)
    return (await accounts.begun()) ? { teacher: null, choose: true } : { teacher: null };
  const { id, name, role, language, passwordHash, pinHash } = teacher;
  const { name: schoolName, logo, language: schoolLanguage, weekStart } = school.settings();
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
    several: await accounts.several(),
    school: { name: schoolName, logo, language: schoolLanguage, weekStart },
  };
}
