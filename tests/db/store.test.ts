import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../db/index.ts';
import { currentVersion, migrate, versionOf } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import { openDatabase } from '../../db/open.ts';
import { deviceIdSchema } from '../../lan-server/contract/devices.ts';
import type { SessionRow } from '../../lan-server/ports.ts';
import { openedStore, teacher, temporaryFolder } from './lesson-events.ts';

/** A session that ends at 100. */
const anySession = (tokenHash: string): SessionRow => ({
  tokenHash,
  teacherId: null,
  id: `id-of-${tokenHash}`,
  via: 'password',
  browser: 'Firefox',
  system: null,
  createdAt: 10,
  lastUsedAt: 10,
  expiresAt: 100,
});

describe('opening the store', () => {
  test('a missing data folder is made, for this user alone', () => {
    const dataDir = join(temporaryFolder(), 'deep', 'inside');
    openedStore(dataDir);
    expect(statSync(dataDir).mode & 0o77).toBe(0);
    expect(statSync(join(dataDir, 'chalkbox.db')).mode & 0o77).toBe(0);
  });

  test('a database of a newer Chalkbox is refused and left as it is', () => {
    const dataDir = temporaryFolder();
    const file = join(dataDir, 'chalkbox.db');
    const newer = new Database(file);
    newer.exec('CREATE TABLE later (id TEXT)');
    newer.pragma(`user_version = ${currentVersion + 1}`);
    newer.close();
    const before = readFileSync(file);
    expect(openStore({ dataDir })).toMatchObject({ refused: 'database_newer', file });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file that is no database is refused as damaged', () => {
    const dataDir = temporaryFolder();
    writeFileSync(join(dataDir, 'chalkbox.db'), 'this is a shopping list '.repeat(500));
    expect(openStore({ dataDir })).toMatchObject({ refused: 'database_damaged' });
  });

  test('a database with a torn page is refused as damaged', async () => {
    const dataDir = temporaryFolder();
    const file = join(dataDir, 'chalkbox.db');
    const store = openedStore(dataDir);
    await store.people.createTeacher({ ...teacher, name: 'x'.repeat(20_000), createdAt: 1 });
    store.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096, bytes.length);
    writeFileSync(file, bytes);
    expect(openStore({ dataDir })).toMatchObject({ refused: 'database_damaged' });
  });

  test('a second Chalkbox on the same folder is told so, and may start when the first has stopped', () => {
    const dataDir = temporaryFolder();
    const first = openedStore(dataDir);
    expect(openDatabase(dataDir, 50)).toMatchObject({ refused: 'database_in_use' });
    first.close();
    openedStore(dataDir);
  });

  test('a data folder that is a file is refused', () => {
    const dataDir = join(temporaryFolder(), 'file');
    writeFileSync(dataDir, '');
    expect(openStore({ dataDir })).toMatchObject({ refused: 'data_folder_unusable' });
  });

  test('a folder in the place of the database is refused', () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'chalkbox.db'));
    chmodSync(join(dataDir, 'chalkbox.db'), 0o700);
    expect(openStore({ dataDir })).toMatchObject({ refused: 'data_folder_unusable' });
  });

  test('commits are synced to disk before they return', () => {
    const db = openDatabase(temporaryFolder());
    if ('refused' in db) throw new Error(db.refused);
    const full = 2;
    expect(db.pragma('synchronous', { simple: true })).toBe(full);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  test('the health check writes and reads, and says false when the file is gone from under it', () => {
    const store = openedStore();
    expect(store.health.check()).toBe(true);
    store.close();
    expect(store.health.check()).toBe(false);
  });

  test('a migration that fails in the middle leaves the version and the tables before it', () => {
    const db = new Database(':memory:');
    const steps = ['CREATE TABLE a (x TEXT) STRICT', 'CREATE TABLE b (x TEXT) STRICT; BROKEN'];
    expect(() => migrate(db, steps)).toThrow(/syntax/);
    expect(versionOf(db)).toBe(1);
    expect(db.prepare(`SELECT name FROM sqlite_schema ORDER BY name`).pluck().all()).toEqual(['a']);
    migrate(db, ['', 'CREATE TABLE b (x TEXT) STRICT']);
    expect(versionOf(db)).toBe(2);
    db.close();
  });

  test('every table is strict', () => {
    const db = new Database(':memory:');
    migrate(db);
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    db.close();
  });
});

describe('people', () => {
  test('there is no teacher before the welcome; afterwards name, language and password can change', async () => {
    const { people } = openedStore();
    expect(await people.teacher()).toBeNull();
    await people.createTeacher({ ...teacher, createdAt: 1 });
    await people.updateTeacher(teacher.id, { language: 'es', passwordHash: 'hash' });
    expect(await people.teacher()).toEqual({ ...teacher, language: 'es', passwordHash: 'hash' });
    await people.updateTeacher(teacher.id, { passwordHash: null });
    expect(await people.teacher()).toMatchObject({ name: teacher.name, passwordHash: null });
  });

  test('a session is found until its end, and survives a restart', async () => {
    const dataDir = temporaryFolder();
    const before = openedStore(dataDir);
    const session = anySession('h1');
    await before.people.createSession(session);
    before.close();
    const { people } = openedStore(dataDir);
    expect(await people.session('h1', 99)).toEqual(session);
    expect(await people.session('h1', 100)).toBeNull();
    expect(await people.session('h2', 50)).toBeNull();
  });

  test('one session can be ended, or all others', async () => {
    const { people } = openedStore();
    for (const tokenHash of ['a', 'b', 'c']) {
      await people.createSession(anySession(tokenHash));
    }
    await people.endSession('a');
    expect(await people.endSessionsExcept('b')).toEqual(['c']);
    const left = await Promise.all(['a', 'b', 'c'].map((hash) => people.session(hash, 5)));
    expect(left.map((session) => session?.tokenHash ?? null)).toEqual([null, 'b', null]);
    await people.endSessionsExcept(null);
    expect(await people.session('b', 5)).toBeNull();
  });

  test('sessions are listed by their last use until they end', async () => {
    const { people } = openedStore();
    for (const tokenHash of ['a', 'b', 'c']) await people.createSession(anySession(tokenHash));
    await people.touchSession('b', 50);
    const listed = await people.sessions(60);
    expect(listed.map(({ tokenHash }) => tokenHash)).toEqual(['b', 'a', 'c']);
    expect(listed[0]).toEqual({ ...anySession('b'), lastUsedAt: 50 });
    expect(await people.sessions(100)).toEqual([]);
  });

  test('devices that were signed in before they could be listed stay signed in', async () => {
    const dataDir = temporaryFolder();
    const old = new Database(join(dataDir, 'chalkbox.db'));
    migrate(old, migrations.slice(0, 1));
    old.exec(`INSERT INTO sessions VALUES ('h1', 'laptop', 10, 100), ('h2', 'password', 20, 100)`);
    old.close();
    const listed = await openedStore(dataDir).people.sessions(60);
    expect(listed).toMatchObject([
      { tokenHash: 'h2', via: 'password', browser: null, lastUsedAt: 20 },
      { tokenHash: 'h1', via: 'laptop', system: null, lastUsedAt: 10 },
    ]);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(2);
    for (const { id } of listed) expect(deviceIdSchema.safeParse(id).success).toBe(true);
  });
});

describe('quizzes', () => {
  const quiz = {
    id: 'quiz-01',
    title: 'T',
    subject: 'S',
    questions: [],
    revision: 1,
    createdAt: 5,
    updatedAt: 5,
  };

  async function withTeacher() {
    const { people, quizzes } = openedStore();
    await people.createTeacher({ ...teacher, createdAt: 1 });
    await quizzes.insert(teacher.id, quiz);
    return quizzes;
  }

  test('of two saves that start from the same revision the second is refused', async () => {
    const quizzes = await withTeacher();
    expect(
      await quizzes.update(teacher.id, { ...quiz, title: 'mine', revision: 2, updatedAt: 6 }),
    ).toBe(true);
    expect(
      await quizzes.update(teacher.id, { ...quiz, title: 'yours', revision: 2, updatedAt: 7 }),
    ).toBe(false);
    expect(await quizzes.get(teacher.id, quiz.id)).toEqual({
      ...quiz,
      title: 'mine',
      revision: 2,
      updatedAt: 6,
    });
  });

  test('a deleted quiz is gone from list and view until it is restored', async () => {
    const quizzes = await withTeacher();
    expect(await quizzes.remove(teacher.id, quiz.id, 9)).toBe(true);
    expect(await quizzes.remove(teacher.id, quiz.id, 9)).toBe(false);
    expect(await quizzes.list(teacher.id, { after: null, limit: 9 })).toEqual([]);
    expect(await quizzes.get(teacher.id, quiz.id)).toBeNull();
    expect(await quizzes.update(teacher.id, { ...quiz, revision: 2 })).toBe(false);
    expect(await quizzes.restore(teacher.id, quiz.id)).toBe(true);
    expect(await quizzes.get(teacher.id, quiz.id)).toEqual(quiz);
  });

  test('nobody else sees, changes or deletes it', async () => {
    const quizzes = await withTeacher();
    expect(await quizzes.get('teacher-2', quiz.id)).toBeNull();
    expect(await quizzes.update('teacher-2', { ...quiz, revision: 2 })).toBe(false);
    expect(await quizzes.remove('teacher-2', quiz.id, 9)).toBe(false);
    expect(await quizzes.list('teacher-2', { after: null, limit: 9 })).toEqual([]);
  });
});
