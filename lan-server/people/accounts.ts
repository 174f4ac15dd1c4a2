import type { Device, DeviceId } from '../contract/devices.ts';
import type { TeacherId } from '../contract/ids.ts';
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
  /** The first teacher, or null before the welcome. */
  teacher(): Promise<TeacherRow | null>;
  /** Whether the welcome was done. */
  begun(): Promise<boolean>;
  /** Whether more than one teacher can sign in. */
  several(): Promise<boolean>;
  /** Whose session it is; null while nobody has said which of several teachers sits at the laptop. */
  teacherOf(session: Pick<SessionRow, 'teacherId'>): Promise<TeacherRow | null>;
  /** Once: makes the first teacher of this laptop, an admin. */
  setUp(
    by: SessionRow,
    wanted: { name: string; password: string | null; language: Language | null },
  ): Promise<TeacherRow | Rejection>;
  /** Before the welcome too: the welcome needs it. */
  signInByKey(launchKey: string, device?: DeviceNames): Promise<SignedIn | Rejection>;
  /** As the only teacher. `too_many` says in `details.retryAfterSeconds` when the next try is heard. */
  signInByPassword(
    password: string,
    address: string,
    device?: DeviceNames,
  ): Promise<SignedIn | Rejection>;
  /** The session that a token stands for; null when it ended or never was. Notes that it was used. */
  session(token: string): Promise<SessionRow | null>;
  /** Whether the session is still there, for a connection that it opened; notes that it was used. */
  stillSignedIn(tokenHash: string): Promise<boolean>;
  /** Changes what is given. Another password (or none) signs all other devices out; only the laptop may set it, or a PIN. */
  change(
    by: SessionRow,
    wanted: {
      name?: string | undefined;
      language?: Language | null | undefined;
      password?: string | null | undefined;
      pin?: string | null | undefined;
    },
  ): Promise<TeacherRow | Rejection>;
  /** A session of a teacher, or (null) of the laptop's window while nobody has said who sits there. The caller has checked who it is. */
  open(
    via: SessionRow['via'],
    teacherId: TeacherId | null,
    device?: DeviceNames,
  ): Promise<SignedIn>;
  signOut(session: SessionRow): Promise<void>;
  /** Those that are signed in as the same teacher, `by` first. */
  devices(by: SessionRow): Promise<Device[]>;
  /** Signs one of them out; `not_found` where it is not among them. */
  signOutDevice(by: SessionRow, id: DeviceId): Promise<Rejection | undefined>;
  /** Signs all of them but `by` out; gives how many. */
  signOutOthers(by: SessionRow): Promise<number>;
};

/** Who is signed in as which teacher: rules, no tables. */
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

  /** The only teacher who has not left; null where there are several, or none. */
  const only = async (): Promise<TeacherRow | null> => {
    const [first, second] = (await people.teachers()).filter(({ leftAt }) => leftAt === null);
    return first && !second ? first : null;
  };

  const teacherOf = async ({
    teacherId,
  }: Pick<SessionRow, 'teacherId'>): Promise<TeacherRow | null> => {
    // While there is one teacher nobody need say who sits at the laptop.
    if (teacherId === null) return only();
    const teacher = await people.teacherById(teacherId);
    return teacher?.leftAt === null ? teacher : null;
  };

  const open = async (
    via: SessionRow['via'],
    teacherId: TeacherId | null,
    device: DeviceNames = { browser: null, system: null },
  ): Promise<SignedIn> => {
    const token = newToken();
    const createdAt = now();
    const expiresAt = createdAt + sessionLengths[via];
    const session: SessionRow = {
      tokenHash: tokenHash(token),
      teacherId,
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

  /**
   * While one teacher is left, a window of the laptop in which nobody has said who sits there acts as that teacher: so it stands in their
   * list, and ends with their other devices.
   */
  const claimWindows = async (teacherId: TeacherId): Promise<void> => {
    if ((await only())?.id === teacherId) await people.claimSessions(teacherId);
  };

  const endOthers = async (teacherId: TeacherId, by: SessionRow): Promise<number> => {
    await claimWindows(teacherId);
    const ended = await people.endSessionsOf(teacherId, by.tokenHash);
    onSignedOut(ended);
    return ended.length;
  };

  /** Sessions of the same teacher. */
  const besides = async (by: SessionRow): Promise<SessionRow[]> => {
    const teacher = await teacherOf(by);
    if (teacher) await claimWindows(teacher.id);
    return (await people.sessions(now())).filter(
      (row) => row.tokenHash === by.tokenHash || (teacher && row.teacherId === teacher.id),
    );
  };

  return {
    teacher: () => people.teacher(),
    begun: async () => (await people.teacher()) !== null,
    several: async () => (await people.teacher()) !== null && (await only()) === null,
    teacherOf,
    open,
    async setUp(by, { name, password, language }) {
      if (by.via !== 'laptop') return reject('forbidden');
      // Two tabs may finish the welcome in the same moment; there is one first teacher.
      if (settingUp) return reject('setup_done');
      settingUp = true;
      try {
        if (await people.teacher()) return reject('setup_done');
        const passwordHash = password === null ? null : await passwords.hash(password);
        const row: TeacherRow = {
          id: newId(),
          name,
          language,
          role: 'admin',
          passwordHash,
          pinHash: null,
          leftAt: null,
        };
        await people.createTeacher({ ...row, createdAt: now() });
        await people.claimSessions(row.id);
        return row;
      } finally {
        settingUp = false;
      }
    },
    async signInByKey(shown, device) {
      const right = sameSecret(shown, launchKey) || oneTimeKeys?.take(shown) === true;
      return right
        ? open('laptop', (await only())?.id ?? null, device)
        : reject('wrong_launch_key');
    },
    async signInByPassword(password, address, device) {
      if (!(await people.teacher())) return reject('setup_missing');
      const teacher = await only();
      const waitMs = lockout.begin(address, teacher?.id ?? '');
      if (waitMs > 0) return reject('too_many', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
      const stored = teacher?.passwordHash ?? null;
      const right = stored !== null && (await passwords.matches(stored, password));
      if (!teacher || !right) return reject('wrong_password');
      lockout.succeeded(address, teacher.id);
      return open('password', teacher.id, device);
    },
    session: (token) => find(tokenHash(token)),
    stillSignedIn: async (hash) => (await find(hash)) !== null,
    async change(by, { name, language, password, pin }) {
      const teacher = await teacherOf(by);
      if (!teacher) return reject((await people.teacher()) ? 'not_signed_in' : 'setup_missing');
      // A session of another device travels through the classroom's air: whoever picks it up must not keep the teacher out with it.
      if ((password !== undefined || pin !== undefined) && by.via !== 'laptop')
        return reject('laptop_only');
      const change: Partial<Omit<TeacherRow, 'id'>> = {
        ...(name === undefined ? {} : { name }),
        ...(language === undefined ? {} : { language }),
      };
      if (password !== undefined) {
        change.passwordHash = password === null ? null : await passwords.hash(password);
      }
      if (pin !== undefined) change.pinHash = pin === null ? null : await passwords.hash(pin);
      await people.updateTeacher(teacher.id, change);
      if (password !== undefined) await endOthers(teacher.id, by);
      return { ...teacher, ...change };
    },
    signOut: (session) => end(session.tokenHash),
    async devices(by) {
      const devices = (await besides(by)).map((row): Device => {
        const { id, via, browser, system, createdAt, lastUsedAt, expiresAt } = row;
        const thisOne = row.tokenHash === by.tokenHash;
        return { id, thisOne, via, browser, system, createdAt, lastUsedAt, expiresAt };
      });
      return devices.toSorted((a, b) => Number(b.thisOne) - Number(a.thisOne));
    },
    async signOutDevice(by, id) {
      const row = (await besides(by)).find((session) => session.id === id);
      if (!row) return reject('not_found');
      await end(row.tokenHash);
      return undefined;
    },
    async signOutOthers(by) {
      const teacher = await teacherOf(by);
      return teacher ? endOthers(teacher.id, by) : 0;
    },
  };
}
