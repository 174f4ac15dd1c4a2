import { parseCookie } from 'cookie';
import type { CookieOptions, RequestHandler, Response } from 'express';
import { reject } from '../contract/rejections.ts';
import type { Accounts, SignedIn } from '../people/accounts.ts';
import type { SessionRow, TeacherRow } from '../ports.ts';
import { refuse } from './errors.ts';

export const cookieName = 'chalkbox';
/** A page of another site never brings it along; no script of a page can read it. */
const cookieSettings = { httpOnly: true, sameSite: 'strict', path: '/' } satisfies CookieOptions;

export type Auth = {
  /** The session behind a `Cookie` header; null where there is none, it ended, or it is made up. */
  sessionFromCookie(header: string | undefined): Promise<SessionRow | null>;
  /** The teacher's id and the session's token hash behind a `Cookie` header; null also before the welcome. */
  teacherFromCookie(
    header: string | undefined,
  ): Promise<{ teacherId: string; session: string } | null>;
  /** Looks the session up once a request; lets everybody through. */
  attachSession: RequestHandler;
  /** 401 without a session. Enough for the welcome. */
  requireSession: RequestHandler;
  /** 401 without a session, 409 before the welcome. */
  requireTeacher: RequestHandler;
};

/** Who a request comes from. */
export function createAuth({ accounts }: { accounts: Accounts }): Auth {
  const sessionFromCookie = async (header: string | undefined) => {
    if (header === undefined || header.length > 8192) return null;
    for (const token of tokensIn(header)) {
      const session = await accounts.session(token);
      if (session) return session;
    }
    return null;
  };

  return {
    sessionFromCookie,
    async teacherFromCookie(header) {
      const session = await sessionFromCookie(header);
      const teacher = session ? await accounts.teacher() : null;
      return session && teacher ? { teacherId: teacher.id, session: session.tokenHash } : null;
    },
    async attachSession(request, response, next) {
      response.locals['session'] = await sessionFromCookie(request.headers.cookie);
      next();
    },
    requireSession(_request, response, next) {
      if (sessionOf(response)) next();
      else refuse(response, reject('not_signed_in'));
    },
    async requireTeacher(_request, response, next) {
      if (!sessionOf(response)) return refuse(response, reject('not_signed_in'));
      const teacher = await accounts.teacher();
      if (!teacher) return refuse(response, reject('setup_missing'));
      response.locals['teacher'] = teacher;
      next();
    },
  };
}

/**
 * The values of our cookie: another program on this host can put one of the same name before it (cookies know no ports), and that must
 * not sign the teacher out.
 */
function tokensIn(header: string): string[] {
  return header
    .split(';')
    .filter((pair) => pair.trim().startsWith(`${cookieName}=`))
    .slice(0, 5)
    .flatMap((pair) => parseCookie(pair)[cookieName] ?? []);
}

/** The session of the request that is being answered; null without one. */
export function sessionOf(response: Response): SessionRow | null {
  return (response.locals['session'] as SessionRow | null | undefined) ?? null;
}

/** The teacher of the request that is being answered. Only behind `requireTeacher`. */
export function teacherOf(response: Response): TeacherRow {
  const teacher = response.locals['teacher'] as TeacherRow | undefined;
  if (!teacher) throw new Error('a route asked for the teacher without requireTeacher');
  return teacher;
}

/** Gives the device its cookie. */
export function giveCookie(response: Response, { token, session }: SignedIn): void {
  const maxAge = session.expiresAt - session.createdAt;
  response.cookie(cookieName, token, { ...cookieSettings, maxAge });
}

/** Takes the cookie back at sign-out. */
export function takeCookie(response: Response): void {
  response.clearCookie(cookieName, cookieSettings);
}
