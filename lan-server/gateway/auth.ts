import { parseCookie } from 'cookie';
import type { CookieOptions, RequestHandler, Response } from 'express';
import type { TeacherId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Role } from '../contract/rights.ts';
import type { Accounts, SignedIn } from '../people/accounts.ts';
import type { RelationsPort, SessionRow, TeacherRow } from '../ports.ts';
import { refuse } from './errors.ts';
import { keyOf } from './key-door.ts';

export const cookieName = 'chalkbox';
/** A page of another site never brings it along; no script of a page can read it. */
const cookieSettings = { httpOnly: true, sameSite: 'strict', path: '/' } satisfies CookieOptions;

export type Auth = {
  /** The session behind a `Cookie` header; null where there is none, it ended, or it is made up. */
  sessionFromCookie(header: string | undefined): Promise<SessionRow | null>;
  /** The teacher and the session's token hash behind a `Cookie` header; null also before the welcome. */
  teacherFromCookie(
    header: string | undefined,
  ): Promise<{ teacherId: TeacherId; role: Role; session: string } | null>;
  /** Looks the session up once a request; lets everybody through. */
  attachSession: RequestHandler;
  /**
   * 401 without a session, and while nobody has said which of several teachers sits at the laptop. Before the welcome the session
   * is enough.
   */
  requireSession: RequestHandler;
  /** 401 as `requireSession`, 409 before the welcome. */
  requireTeacher: RequestHandler;
};

/** Whom a request comes from. */
export type Actor = {
  session: SessionRow | null;
  teacher: TeacherRow | null;
  /** There is no teacher yet, and this is a session all the same: the welcome, or rescue. */
  alone: boolean;
  relationTo: RelationsPort['relationTo'];
};

/** Who a request comes from. */
export function createAuth({
  accounts,
  relations,
}: {
  accounts: Pick<Accounts, 'session' | 'teacherOf' | 'begun'>;
  relations: Pick<RelationsPort, 'relationTo'>;
}): Auth {
  const sessionFromCookie = async (header: string | undefined) => {
    if (header === undefined || header.length > 8192) return null;
    for (const token of tokensIn(header)) {
      const session = await accounts.session(token);
      if (session) return session;
    }
    return null;
  };

  /** Notes who asks; gives why they may not go on. */
  const findActor = async (response: Response): Promise<Rejection | null> => {
    const session = sessionOf(response);
    const key = keyOf(response);
    const asker = key ?? session;
    if (!asker) return reject('not_signed_in');
    const teacher = await accounts.teacherOf(asker);
    const alone = !key && !teacher && !(await accounts.begun());
    const { relationTo } = relations;
    response.locals['actor'] = { session, teacher, alone, relationTo } satisfies Actor;
    return teacher || alone ? null : reject('not_signed_in');
  };

  return {
    sessionFromCookie,
    async teacherFromCookie(header) {
      const session = await sessionFromCookie(header);
      const teacher = session ? await accounts.teacherOf(session) : null;
      return session && teacher
        ? { teacherId: teacher.id, role: teacher.role, session: session.tokenHash }
        : null;
    },
    async attachSession(request, response, next) {
      response.locals['session'] = await sessionFromCookie(request.headers.cookie);
      next();
    },
    async requireSession(_request, response, next) {
      const refused = await findActor(response);
      if (refused) refuse(response, refused);
      else next();
    },
    async requireTeacher(_request, response, next) {
      const refused = await findActor(response);
      if (refused) refuse(response, refused);
      else if (actorOf(response).alone) refuse(response, reject('setup_missing'));
      else next();
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

/** Whom the request that is being answered comes from. */
export function actorOf(response: Response): Actor {
  const actor = response.locals['actor'] as Actor | undefined;
  if (actor) return actor;
  const relationTo = () => 'none' as const;
  return { session: sessionOf(response), teacher: null, alone: false, relationTo };
}

/** The teacher of the request that is being answered. Only behind `requireTeacher`. */
export function teacherOf(response: Response): TeacherRow {
  const { teacher } = actorOf(response);
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
