import type { Device, DeviceId } from '../contract/devices.ts';
import type { Language } from '../contract/languages.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { PeoplePort, SessionRow, TeacherRow } from '../ports.ts';
import type { DeviceNames } from './device-names.ts';
import type { Lockout } from './lockout.ts';
import type { OneTimeKeys } from './one-time-keys.ts';
import type { Passwords } from './passwords.ts';
import { newToken, sameSecret, tokenHash } from './tokens.ts';

const day = 24 * 60 * 60_000;
/** How long a device stays signed in, ms: the laptop itself, and others by password. */
export const sessionLengths = { laptop: 30 * day, password: day / 2 } as const satisfies Record<
  SessionRow['via'],
  number
>;

/** A session's last use is written this seldom, so that reading a page need not write to the disk. */
const touchEveryMs = 5 * 60_000;

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
  signInByKey(launchKey: string, device?: DeviceNames): Promise<SignedIn | Rejection>;
  /** `too_many` says in `details.retryAfterSeconds` when the next try is heard. */
  signInByPassword(
    password: string,
    address: string,
    device?: DeviceNames,
  ): Promise<SignedIn | Rejection>;
  /** The session that a token stands for; null when it ended or never was. Notes that it was used. */
  session(token: string): Promise<SessionRow | null>;
  /** Whether the session is still there, for a connection that it opened; notes that it was used. */
  stillSignedIn(tokenHash: string): Promise<boolean>;
  /** Changes what is given. Another password (or none) signs all other devices out; only the laptop may set it. */
  change(
    by: SessionRow,
    wanted: {
      name?: string | undefined;
      language?: Language | null | undefined;
      password?: string | null | undefined;
    },
  ): Promise<TeacherRow | Rejection>;
  signOut(session: SessionRow): Promise<void>;
  /** Those that are signed in, `by` first. */
  devices(by: SessionRow): Promise<Device[]>;
  /** Signs one of them out; `not_found` where it is not among them. */
  signOutDevice(id: DeviceId): Promise<Rejection | undefined>;
  /** Signs all but `by` out; gives how many. */
  signOutOthers(by: SessionRow): Promise<number>;
};

/** Who may be the teacher: rules, no tables. */
export function createAccounts({
  people,
  passwords,
  lockout,
  launchKey,
  oneTimeKeys,
  onSignedOut,
  now,
  newId,
}: {
  people: PeoplePort;
  passwords: Passwords;
  lockout: Lockout;
  /** New at each start of the program; whoever shows it sits at the laptop. */
  launchKey: string;
  /** As good as the launch key, once. */
  oneTimeKeys?: Pick<OneTimeKeys, 'take'>;
  /** These sessions are no more: what they opened is to be cut off. By the hash of their token. */
  onSignedOut: (tokenHashes: string[]) => void;
  now: () => number;
  newId: () => string;
}): Accounts {
  let settingUp = false;

  const open = async (
    via: SessionRow['via'],
    device: DeviceNames = { browser: null, system: null },
  ): Promise<SignedIn> => {
    const token = newToken();
    const createdAt = now();
    const expiresAt = createdAt + sessionLengths[via];
    const session: SessionRow = {
      tokenHash: tokenHash(token),
      id: newId(),
      via,
      browser: device.browser,
      system: device.system,
      createdAt,
      lastUsedAt: createdAt,
      expiresAt,
    };
    await people.createSession(session);
    return { token, session };
  };

  const find = async (hash: string): Promise<SessionRow | null> => {
    const session = await people.session(hash, now());
    if (session === null || now() - session.lastUsedAt < touchEveryMs) return session;
    const lastUsedAt = now();
    try {
      await people.touchSession(hash, lastUsedAt);
    } catch {
      // A full disk must not sign the teacher out.
    }
    return { ...session, lastUsedAt };
  };

  const end = async (hash: string): Promise<void> => {
    await people.endSession(hash);
    onSignedOut([hash]);
  };

  const endOthers = async (by: SessionRow): Promise<number> => {
    const ended = await people.endSessionsExcept(by.tokenHash);
    onSignedOut(ended);
    return ended.length;
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
    async signInByKey(shown, device) {
      const right = sameSecret(shown, launchKey) || oneTimeKeys?.take(shown) === true;
      return right ? open('laptop', device) : reject('wrong_launch_key');
    },
    async signInByPassword(password, address, device) {
      const teacher = await people.teacher();
      if (!teacher) return reject('setup_missing');
      const waitMs = lockout.begin(address);
      if (waitMs > 0) return reject('too_many', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
      const right =
        teacher.passwordHash !== null && (await passwords.matches(teacher.passwordHash, password));
      if (!right) return reject('wrong_password');
      lockout.succeeded(address);
      return open('password', device);
    },
    session: (token) => find(tokenHash(token)),
    stillSignedIn: async (hash) => (await find(hash)) !== null,
    async change(by, { name, language, password }) {
      const teacher = await people.teacher();
      if (!teacher) return reject('setup_missing');
      // A session of another device travels through the classroom's air: whoever picks it up must not keep the teacher out with it.
      if (password !== undefined && by.via !== 'laptop') return reject('laptop_only');
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
      if (password !== undefined) await endOthers(by);
      return after;
    },
    signOut: (session) => end(session.tokenHash),
    async devices(by) {
      const rows = await people.sessions(now());
      const devices = rows.map(({ tokenHash: hash, ...row }) => ({
        ...row,
        thisOne: hash === by.tokenHash,
      }));
      return devices.toSorted((a, b) => Number(b.thisOne) - Number(a.thisOne));
    },
    async signOutDevice(id) {
      const row = (await people.sessions(now())).find((session) => session.id === id);
      if (!row) return reject('not_found');
      await end(row.tokenHash);
      return undefined;
    },
    signOutOthers: endOthers,
  };
}
