import { beforeEach, describe, expect, test } from 'vitest';
import { isRejection } from '../../lan-server/contract/rejections.ts';
import { createAccounts, sessionLengths } from '../../lan-server/people/accounts.ts';
import type { Accounts, SignedIn } from '../../lan-server/people/accounts.ts';
import { createLockout } from '../../lan-server/people/lockout.ts';
import { createPasswords } from '../../lan-server/people/passwords.ts';
import { newToken, sameSecret, tokenHash } from '../../lan-server/people/tokens.ts';
import type { PeoplePort, SessionRow, TeacherRow } from '../../lan-server/ports.ts';

const launchKey = 'launch-key-of-this-start';

/** What a people port keeps, in memory. */
function memoryPeople(): PeoplePort & { sessions: Map<string, SessionRow> } {
  let teacher: TeacherRow | null = null;
  const sessions = new Map<string, SessionRow>();
  return {
    sessions,
    teacher: async () => teacher,
    async createTeacher({ id, name, language, passwordHash }) {
      teacher = { id, name, language, passwordHash };
    },
    async updateTeacher(_id, change) {
      if (teacher) teacher = { ...teacher, ...change };
    },
    createSession: async (row) => void sessions.set(row.tokenHash, row),
    async session(hash, now) {
      const row = sessions.get(hash);
      return row && row.expiresAt > now ? row : null;
    },
    endSession: async (hash) => void sessions.delete(hash),
    async endSessionsExcept(kept) {
      for (const hash of sessions.keys()) if (hash !== kept) sessions.delete(hash);
    },
  };
}

/** A password that is stored in plain sight: the real one is tested by itself. */
const plainPasswords = {
  hash: async (password: string) => `plain ${password}`,
  matches: async (hash: string, password: string) => hash === `plain ${password}`,
};

function signedIn(result: unknown): SignedIn {
  if (isRejection(result)) throw new Error(result.rejected);
  return result as SignedIn;
}

describe('accounts', () => {
  let time = 0;
  let people: ReturnType<typeof memoryPeople>;
  let accounts: Accounts;
  let laptop: SessionRow;

  beforeEach(async () => {
    time = 1_000_000;
    people = memoryPeople();
    accounts = createAccounts({
      people,
      passwords: plainPasswords,
      lockout: createLockout({ now: () => time }),
      launchKey,
      now: () => time,
      newId: () => 'teacher-1',
    });
    laptop = signedIn(await accounts.signInByKey(launchKey)).session;
  });

  const setUp = (password: string | null = 'chalk-and-board') =>
    accounts.setUp(laptop, { name: 'Ms Okafor', password, language: 'en' });

  test('the launch key signs in before there is a teacher; another key does not', async () => {
    expect(laptop.via).toBe('laptop');
    expect(await accounts.signInByKey('launch-key-of-this-starT')).toEqual({
      rejected: 'wrong_launch_key',
    });
    expect(await accounts.signInByKey('')).toEqual({ rejected: 'wrong_launch_key' });
  });

  test('only the hash of a token is stored, and the token finds its session until it ends', async () => {
    const { token, session } = signedIn(await accounts.signInByKey(launchKey));
    expect(JSON.stringify([...people.sessions])).not.toContain(token);
    time += sessionLengths.laptop - 1;
    expect(await accounts.session(token)).toEqual(session);
    time += 1;
    expect(await accounts.session(token)).toBeNull();
  });

  test('the welcome is done once, and by the laptop only', async () => {
    expect(await setUp()).toMatchObject({ name: 'Ms Okafor', language: 'en' });
    expect(await setUp()).toEqual({ rejected: 'setup_done' });
    const phone = signedIn(await accounts.signInByPassword('chalk-and-board', '10.0.0.9')).session;
    expect(
      await accounts.setUp(phone, { name: 'Mallory', password: null, language: null }),
    ).toEqual({ rejected: 'forbidden' });
    expect(await accounts.teacher()).toMatchObject({ name: 'Ms Okafor' });
  });

  test('of two welcomes in the same moment one wins', async () => {
    const both = await Promise.all([setUp(), setUp()]);
    expect(both.filter(isRejection)).toEqual([{ rejected: 'setup_done' }]);
  });

  test('a password signs in for twelve hours; without one nothing does', async () => {
    await setUp();
    const { token } = signedIn(await accounts.signInByPassword('chalk-and-board', '10.0.0.9'));
    time += 12 * 3_600_000 - 1;
    expect(await accounts.session(token)).toMatchObject({ via: 'password' });
    time += 1;
    expect(await accounts.session(token)).toBeNull();
    await accounts.change(laptop, { password: null });
    expect(await accounts.signInByPassword('chalk-and-board', '10.0.0.9')).toEqual({
      rejected: 'wrong_password',
    });
  });

  test('before the welcome a password cannot sign in', async () => {
    expect(await accounts.signInByPassword('anything', '10.0.0.9')).toEqual({
      rejected: 'setup_missing',
    });
  });

  test('after five wrong passwords the right one has to wait as well', async () => {
    await setUp();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await accounts.signInByPassword('guess', '10.0.0.9')).toEqual({
        rejected: 'wrong_password',
      });
    }
    expect(await accounts.signInByPassword('chalk-and-board', '10.0.0.9')).toEqual({
      rejected: 'too_many',
      details: { retryAfterSeconds: 30 },
    });
    signedIn(await accounts.signInByPassword('chalk-and-board', '10.0.0.10'));
    time += 30_000;
    signedIn(await accounts.signInByPassword('chalk-and-board', '10.0.0.9'));
  });

  test('another password signs out all devices but the one that set it', async () => {
    await setUp();
    const phone = signedIn(await accounts.signInByPassword('chalk-and-board', '10.0.0.9'));
    await accounts.change(laptop, { name: 'Ms N. Okafor', language: 'es' });
    expect(await accounts.session(phone.token)).not.toBeNull();
    await accounts.change(laptop, { password: 'a-better-one' });
    expect(await accounts.session(phone.token)).toBeNull();
    expect([...people.sessions.keys()]).toEqual([laptop.tokenHash]);
    expect(await accounts.teacher()).toMatchObject({ name: 'Ms N. Okafor', language: 'es' });
    signedIn(await accounts.signInByPassword('a-better-one', '10.0.0.9'));
  });

  test('signing out ends this session and no other', async () => {
    const other = signedIn(await accounts.signInByKey(launchKey));
    await accounts.signOut(other.session);
    expect(await accounts.session(other.token)).toBeNull();
    expect(people.sessions.has(laptop.tokenHash)).toBe(true);
  });
});

describe('the lockout', () => {
  test('each further wrong try doubles the wait, up to a quarter of an hour', () => {
    let time = 5_000_000;
    const lockout = createLockout({ now: () => time });
    const waits = Array.from({ length: 12 }, () => {
      expect(lockout.begin('a')).toBe(0);
      const wait = lockout.begin('a');
      time += wait;
      // Below five tries there is no wait, and asking counted as a try.
      return wait;
    });
    expect(waits.filter((wait) => wait > 0).slice(0, 4)).toEqual([
      30_000, 60_000, 120_000, 240_000,
    ]);
    expect(Math.max(...waits)).toBe(15 * 60_000);
  });

  test('tries that run at the same time all count', () => {
    const lockout = createLockout({ now: () => 1 });
    const waits = Array.from({ length: 100 }, () => lockout.begin('a'));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  test('a guesser with many addresses is stopped too', () => {
    const lockout = createLockout({ now: () => 1 });
    const waits = Array.from({ length: 200 }, (_, index) => lockout.begin(`fe80::${index}`));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(25);
  });

  test('an address is forgotten after an hour of quiet', () => {
    let time = 1;
    const lockout = createLockout({ now: () => time });
    for (let tries = 0; tries < 5; tries += 1) lockout.begin('a');
    time += 60 * 60_000 + 1;
    expect(Array.from({ length: 4 }, () => lockout.begin('a'))).toEqual([0, 0, 0, 0]);
  });
});

describe('secrets', () => {
  test('a password is stored as argon2id with 19 MiB and two passes, each time with another salt', async () => {
    const passwords = createPasswords();
    const [one, two] = await Promise.all([passwords.hash('pässwort'), passwords.hash('pässwort')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwords.matches(one, 'pa\u0308sswort')).toBe(true);
    expect(await passwords.matches(one, 'passwort')).toBe(false);
    expect(await passwords.matches('not a hash', 'pässwort')).toBe(false);
  });

  test('tokens have 256 bits and differ', () => {
    const tokens = new Set(Array.from({ length: 50 }, newToken));
    expect(tokens.size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokenHash('a')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('secrets of different length compare without an error', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abcd')).toBe(false);
  });
});
