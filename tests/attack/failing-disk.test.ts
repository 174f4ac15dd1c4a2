import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createHealth } from '../../db/health.ts';
import { openDatabase } from '../../db/open.ts';
import type { JournalPort } from '../../lan-server/ports.ts';
import { temporaryFolder } from '../db/lesson-events.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, newDevice, next, send, signIn } from '../support/teacher.ts';

const refused = { ok: false, error: { code: 'not_saved' } };
const good = [200, 'ok', 'ok'];
const bad = [503, 'degraded', 'failing'];

/** How much a file of the process may hold from now on: 1 byte makes every further write fail, as a full disk does. */
function limitFiles({ pid }: Program, bytes: number | 'unlimited') {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
}

async function started() {
  const program = await startProgram();
  onTestFinished(() => program.end());
  const { code } = await (await signIn(program)).startLesson();
  return { program, code };
}

async function healthOf({ url }: Program) {
  const response = await fetch(`${url}/health`);
  const { status, database } = (await response.json()) as Record<string, string>;
  return [response.status, status, database];
}

describe.skipIf(process.platform !== 'linux')(
  '/health says whether the disk takes commits:',
  () => {
    test('a full disk is 503 until there is room again, and the program lives', async () => {
      const { program, code } = await started();
      expect(await healthOf(program)).toEqual(good);
      limitFiles(program, 1);
      await expect.poll(() => healthOf(program)).toEqual(bad);
      const socket = connect(program.url, { as: 'student', code, device: newDevice() });
      await next(socket, 'welcome');
      expect(await send(socket, { type: 'join', name: 'Ana' })).toMatchObject(refused);
      limitFiles(program, 'unlimited');
      expect(await send(socket, { type: 'join', name: 'Ana' })).toMatchObject({ ok: true });
      await expect.poll(() => healthOf(program)).toEqual(good);
      socket.disconnect();
    });

    test('a database whose journal takes nothing is 503 as soon as a commit fails, though the mark of the check can be written', async () => {
      const { program: before, code } = await started();
      await before.stop();
      const db = new Database(join(before.dataDir, 'chalkbox.db'));
      db.exec(
        `CREATE TRIGGER damaged BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'damaged'); END`,
      );
      db.close();
      const program = await before.again([]);
      onTestFinished(() => program.end());
      expect(await healthOf(program)).toEqual(good);
      const socket = connect(program.url, { as: 'student', code, device: newDevice() });
      await next(socket, 'welcome');
      expect(await send(socket, { type: 'join', name: 'Ana' })).toMatchObject(refused);
      // At once, not when the cached answer is too old.
      expect(await healthOf(program)).toEqual(bad);
      socket.disconnect();
    });
  },
);

test('asking for /health a thousand times writes at most once in two seconds, and not at all while lessons commit', () => {
  const db = openDatabase(temporaryFolder());
  if ('refused' in db) throw new Error(db.refused);
  onTestFinished(() => void db.close());
  let time = 0;
  const health = createHealth(db, () => time);
  const marks = () => db.prepare(`SELECT total_changes()`).pluck().get() as number;
  const before = marks();
  for (let asked = 0; asked < 1000; asked += 1) expect(health.check()).toBe(true);
  expect(marks() - before).toBe(1);
  time += 2000;
  expect(health.check()).toBe(true);
  expect(marks() - before).toBe(2);
  time += 2000;

  let fails = false;
  const journal = health.watching({
    commit() {
      if (fails) throw new Error('disk full');
    },
  } as unknown as JournalPort);
  journal.commit([]);
  for (let asked = 0; asked < 1000; asked += 1) expect(health.check()).toBe(true);
  expect(marks() - before).toBe(2);

  // A real commit that failed is the truth, even where the small mark of the check can still be written.
  fails = true;
  expect(() => journal.commit([])).toThrow('disk full');
  expect(health.check()).toBe(false);
  time += 9999;
  expect(health.check()).toBe(false);
  time += 1;
  expect(health.check()).toBe(true);
});
