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
function memoryPeople(): PeoplePort & { stored: Map<string, SessionRow> } {
  const teachers: TeacherRow[] = [];
  const stored = new Map<string, SessionRow>();
  const end = (gone: (row: SessionRow) => boolean) => {
    const ended = [...stored.values()].filter(gone).map(({ tokenHash: hash }) => hash);
    for (const hash of ended) stored.delete(hash);
    return ended;
  };
  return {
    stored,
    teacher: async () => teachers[0] ?? null,
    teachers: async () => teachers.map((row) => ({ ...row })),
    teacherById: async (id) => teachers.find((row) => row.id === id) ?? null,
    createTeacher: async (row) => void teachers.push(row),
    async updateTeacher(id, change) {
      const index = teachers.findIndex((row) => row.id === id);
      teachers[index] = { ...(teachers[index] as TeacherRow), ...change };
    },
    createSession: async (row) => void stored.set(row.tokenHash, row),
    async session(hash, now) {
      const row = stored.get(hash);
      return row && row.expiresAt > now ? row : null;
    },
    sessions: async (now) => [...stored.values()].filter(({ expiresAt }) => expiresAt > now),
    async touchSession(hash, lastUsedAt) {
      const row = stored.get(hash);
      if (row) stored.set(hash, { ...row, lastUsedAt });
    },
    endSession: async (hash) => void stored.delete(hash),
    endSessionsExcept: async (kept) => end((row) => row.tokenHash !== kept),
    endSessionsOf: async (teacherId, kept) =>
      end((row) => row.teacherId === teacherId && row.tokenHash !== kept),
    async claimSessions(teacherId) {
      for (const [hash, row] of stored)
        if (row.teacherId === null) stored.set(hash, { ...row, teacherId });
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
  let made = 0;
  let signedOut: string[] = [];
  let people: ReturnType<typeof memoryPeople>;
  let accounts: Accounts;
  let laptop: SessionRow;

  beforeEach(async () => {
    time = 1_000_000;
    people = memoryPeople();
    signedOut = [];
    accounts = createAccounts({
      people,
      passwords: plainPasswords,
      lockout: createLockout({ now: () => time }),
      launchKey,
      onSignedOut: (hashes) => signedOut.push(...hashes),
      now: () => time,
      newId: () => `made-${(made += 1)}`,
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
    expect(JSON.stringify([...people.stored])).not.toContain(token);
    time += sessionLengths.laptop - 1;
    expect(await accounts.session(token)).toEqual({ ...session, lastUsedAt: time });
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
    // Not by a session that somebody may have picked up in the air.
    for (const stolen of ['mine-now', null])
      expect(await accounts.change(phone.session, { password: stolen })).toEqual({
        rejected: 'laptop_only',
      });
    await accounts.change(laptop, { password: 'a-better-one' });
    expect(await accounts.session(phone.token)).toBeNull();
    expect([...people.stored.keys()]).toEqual([laptop.tokenHash]);
    expect(await accounts.teacher()).toMatchObject({ name: 'Ms N. Okafor', language: 'es' });
    signedIn(await accounts.signInByPassword('a-better-one', '10.0.0.9'));
  });

  test('signing out ends this session and no other', async () => {
    const other = signedIn(await accounts.signInByKey(launchKey));
    await accounts.signOut(other.session);
    expect(await accounts.session(other.token)).toBeNull();
    expect(people.stored.has(laptop.tokenHash)).toBe(true);
    expect(signedOut).toEqual([other.session.tokenHash]);
  });

  test('the list of devices has this one first and no token; one or all others can be signed out', async () => {
    await setUp();
    const phone = signedIn(
      await accounts.signInByPassword('chalk-and-board', '10.0.0.9', {
        browser: 'Firefox',
        system: 'Android',
      }),
    );
    const tablet = signedIn(await accounts.signInByPassword('chalk-and-board', '10.0.0.10'));
    time += 60_000;
    const devices = await accounts.devices(laptop);
    expect(devices.map(({ id, thisOne }) => [id, thisOne])).toEqual([
      [laptop.id, true],
      [phone.session.id, false],
      [tablet.session.id, false],
    ]);
    expect(devices[1]).toMatchObject({ via: 'password', browser: 'Firefox', system: 'Android' });
    for (const { tokenHash: hash } of [laptop, phone.session, tablet.session])
      expect(JSON.stringify(devices)).not.toContain(hash);

    expect(await accounts.signOutDevice(laptop, 'no-such-device')).toEqual({
      rejected: 'not_found',
    });
    expect(await accounts.signOutDevice(laptop, phone.session.id)).toBeUndefined();
    expect(await accounts.session(phone.token)).toBeNull();
    expect(await accounts.signOutOthers(laptop)).toBe(1);
    expect(signedOut).toEqual([phone.session.tokenHash, tablet.session.tokenHash]);
    expect((await accounts.devices(laptop)).map(({ id }) => id)).toEqual([laptop.id]);
  });

  test('a window in which nobody has said who sits there stands in the list of the teacher who is left, and ends with the others', async () => {
    const { id } = (await setUp()) as TeacherRow;
    const second = { id: 'second', name: 'Mr Diaz', language: null, role: 'teacher' as const };
    await people.createTeacher({
      ...second,
      passwordHash: null,
      pinHash: null,
      leftAt: null,
      createdAt: time,
    });
    const window = signedIn(await accounts.signInByKey(launchKey));
    expect(await accounts.teacherOf(window.session)).toBeNull();
    expect(await accounts.devices(laptop)).toHaveLength(1);
    await people.updateTeacher('second', { leftAt: time });
    expect(await accounts.teacherOf(window.session)).toMatchObject({ id });
    expect(await accounts.devices(laptop)).toHaveLength(2);
    expect(await accounts.signOutOthers(laptop)).toBe(1);
    expect(await accounts.session(window.token)).toBeNull();
  });

  test('when a device was last used is known to five minutes, without writing at each page; a full disk signs nobody out', async () => {
    const { token, session } = signedIn(await accounts.signInByKey(launchKey));
    const stored = () => people.stored.get(session.tokenHash)?.lastUsedAt;
    time += 4 * 60_000;
    await accounts.session(token);
    expect(stored()).toBe(session.createdAt);
    time += 60_000;
    await accounts.session(token);
    expect(stored()).toBe(time);
    people.touchSession = () => Promise.reject(new Error('disk full'));
    time += 5 * 60_000;
    expect(await accounts.session(token)).not.toBeNull();
  });
});

describe('the lockout', () => {
  test('each further wrong try doubles the wait, up to a quarter of an hour', () => {
    let time = 5_000_000;
    const lockout = createLockout({ now: () => time });
    const waits = Array.from({ length: 12 }, () => {
      expect(lockout.begin('a', 't')).toBe(0);
      const wait = lockout.begin('a', 't');
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
    const waits = Array.from({ length: 100 }, () => lockout.begin('a', 't'));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  test('a guesser with many addresses is stopped too', () => {
    const lockout = createLockout({ now: () => 1 });
    const waits = Array.from({ length: 200 }, (_, index) => lockout.begin(`fe80::${index}`, 't'));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(25);
  });

  test('after many guesses a teacher who signs in does not keep her other devices waiting', () => {
    let time = 1;
    const lockout = createLockout({ now: () => time });
    for (let index = 0; index < 30; index += 1) time += lockout.begin(`fe80::${index}`, 't');
    time += 15 * 60_000;
    for (const own of ['laptop', 'tablet']) {
      expect(lockout.begin(own, 't')).toBe(0);
      // While the password is looked at nobody else gets a try.
      expect(lockout.begin('fe80::99', 't')).toBeGreaterThan(0);
      lockout.succeeded(own, 't');
    }
    expect(lockout.begin('fe80::99', 't')).toBe(0);
    expect(lockout.begin('fe80::98', 't')).toBeGreaterThan(30_000);
  });

  test('an address is forgotten after an hour of quiet', () => {
    let time = 1;
    const lockout = createLockout({ now: () => time });
    for (let tries = 0; tries < 5; tries += 1) lockout.begin('a', 't');
    time += 60 * 60_000 + 1;
    expect(Array.from({ length: 4 }, () => lockout.begin('a', 't'))).toEqual([0, 0, 0, 0]);
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
