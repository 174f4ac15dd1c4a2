import type { Language } from '../contract/languages.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { PeoplePort, SessionRow, TeacherRow } from '../ports.ts';
import type { Lockout } from './lockout.ts';
import type { Passwords } from './passwords.ts';
import { newToken, sameSecret, tokenHash } from './tokens.ts';

const day = 24 * 60 * 60_000;
/** How long a device stays signed in, ms: the laptop itself, and others by password. */
export const sessionLengths = { laptop: 30 * day, password: day / 2 } as const satisfies Record<
  SessionRow['via'],
  number
>;

/** A session just made; the token is told this once. */
export type SignedIn = { token: string; session: SessionRow };

export type Accounts = {
  teacher(): Promise<TeacherRow | null>;
  /** Once: makes the teacher of this laptop. */
  setUp(
    by: SessionRow,
    wanted: { name: string; password: string | null; language: Language | null },
  ): Promise<TeacherRow | Rejection>;
  /** Before the welcome too: the welcome needs it. */
  signInByKey(launchKey: string): Promise<SignedIn | Rejection>;
  /** `too_many` says in `details.retryAfterSeconds` when the next try is heard. */
  signInByPassword(password: string, address: string): Promise<SignedIn | Rejection>;
  /** The session that a token stands for; null when it ended or never was. */
  session(token: string): Promise<SessionRow | null>;
  /** Changes what is given. Another password (or none) signs all other devices out. */
  change(
    by: SessionRow,
    wanted: {
      name?: string | undefined;
      language?: Language | null | undefined;
      password?: string | null | undefined;
    },
  ): Promise<TeacherRow | Rejection>;
  signOut(session: SessionRow): Promise<void>;
};

/** Who may be the teacher: rules, no tables. */
export function createAccounts({
  people,
  passwords,
  lockout,
  launchKey,
  now,
  newId,
}: {
  people: PeoplePort;
  passwords: Passwords;
  lockout: Lockout;
  /** New at each start of the program; whoever shows it sits at the laptop. */
  launchKey: string;
  now: () => number;
  newId: () => string;
}): Accounts {
  let settingUp = false;

  const open = async (via: SessionRow['via']): Promise<SignedIn> => {
    const token = newToken();
    const createdAt = now();
    const expiresAt = createdAt + sessionLengths[via];
    const session = { tokenHash: tokenHash(token), via, createdAt, expiresAt };
    await people.createSession(session);
    return { token, session };
  };

  return {
    teacher: () => people.teacher(),
    async setUp(by, { name, password, language }) {
      if (by.via !== 'laptop') return reject('forbidden');
      // Two tabs may finish the welcome in the same moment; there is one teacher.
      if (settingUp) return reject('setup_done');
      settingUp = true;
      try {
        if (await people.teacher()) return reject('setup_done');
        const passwordHash = password === null ? null : await passwords.hash(password);
        const row = { id: newId(), name, language, passwordHash };
        await people.createTeacher({ ...row, createdAt: now() });
        return row;
      } finally {
        settingUp = false;
      }
    },
    async signInByKey(shown) {
      return sameSecret(shown, launchKey) ? open('laptop') : reject('wrong_launch_key');
    },
    async signInByPassword(password, address) {
      const teacher = await people.teacher();
      if (!teacher) return reject('setup_missing');
      const waitMs = lockout.begin(address);
      if (waitMs > 0) return reject('too_many', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
      const right =
        teacher.passwordHash !== null && (await passwords.matches(teacher.passwordHash, password));
      if (!right) return reject('wrong_password');
      lockout.succeeded(address);
      return open('password');
    },
    session: (token) => people.session(tokenHash(token), now()),
    async change(by, { name, language, password }) {
      const teacher = await people.teacher();
      if (!teacher) return reject('setup_missing');
      const after = {
        ...teacher,
        ...(name === undefined ? {} : { name }),
        ...(language === undefined ? {} : { language }),
      };
      if (password !== undefined) {
        after.passwordHash = password === null ? null : await passwords.hash(password);
      }
      const { id, ...change } = after;
      await people.updateTeacher(id, change);
      if (password !== undefined) await people.endSessionsExcept(by.tokenHash);
      return after;
    },
    signOut: (session) => people.endSession(session.tokenHash),
  };
}
