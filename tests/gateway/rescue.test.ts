import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Backups, Rescue } from '../../lan-server/contract/backups.ts';
import { rescueSchema } from '../../lan-server/contract/backups.ts';
import { damages, halfOf, leaveAfterPowerCut } from '../db/damage.ts';
import { bytesIn } from '../db/folder-bytes.ts';
import { asker, codeOf } from './rest-server.ts';
import { jobEnd } from '../support/backup-job.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';

/** What looking and telling may add beside the data. */
const besides = /^(logs\/|instance-id$|chalkbox\.db-shm$)/;
const root = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
/** A laptop's folder with a backup from before the lesson, ended as by a power cut, and the same after an orderly end. */
const cut = join(root, 'cut');
const peace = join(root, 'peace');
let backupId = '';

beforeAll(async () => {
  leaveAfterPowerCut(cut, { marked: true });
  cpSync(cut, peace, { recursive: true });
  const program = await startProgram([], peace);
  const teacher = await signIn(program);
  const { lessons } = await teacher.call<{ lessons: { id: string }[] }>('GET', '/lessons');
  expect(lessons).toHaveLength(1);
  await teacher.call('POST', '/backups');
  backupId = (await jobEnd(teacher)).backupId ?? '';
  await program.stop();
  cpSync(join(peace, 'backups'), join(cut, 'backups'), { recursive: true });
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A damaged copy of the laptop's folder. */
function damaged(damage: keyof typeof damages, from = peace): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  cpSync(from, dataDir, { recursive: true });
  damages[damage](dataDir);
  return dataDir;
}

async function inRescue(dataDir: string): Promise<{ program: Program; teacher: Teacher }> {
  const program = await startProgram([], dataDir);
  onTestFinished(() => program.end());
  return { program, teacher: await signIn(program) };
}

const quizzes = async (teacher: Teacher) =>
  (await teacher.call<{ quizzes: unknown[] }>('GET', '/quizzes')).quizzes.length;

describe('data that is damaged is told at the start, and nothing is overwritten:', () => {
  test.each([
    ['flippedLetter', peace, 'database_damaged', false],
    ['garbledLog', cut, 'journal_damaged', true],
    ['truncatedLog', cut, 'answers_missing', true],
    ['newer', peace, 'database_newer', false],
  ] as const)('%s', async (damage, from, code, canGoOn) => {
    const dataDir = damaged(damage, from);
    const before = bytesIn(dataDir, besides);
    const { program, teacher } = await inRescue(dataDir);
    expect(program.ready).toMatchObject({ ready: false, problem: code, port: program.port });
    const { problem } = rescueSchema.parse(await teacher.call<Rescue>('GET', '/rescue'));
    expect(problem).toMatchObject({ code, canGoOn });
    expect(problem?.file).toContain(join(dataDir, 'chalkbox.db'));
    expect(await teacher.call<Backups>('GET', '/backups')).toMatchObject({
      offered: { id: backupId, place: 'local' },
      daily: { nextAt: null },
    });
    await program.stop();
    expect(bytesIn(dataDir, besides)).toMatchObject(before);
  });
});

describe('in rescue', () => {
  test('students read that it is not ready, in their language; the teacher’s page is there; the rest says why not', async () => {
    const { program } = await inRescue(damaged('flippedPage'));
    for (const path of ['/', '/j/4821', '/wall/lesson-1']) {
      const page = await fetch(`${program.url}${path}`, { headers: { 'accept-language': 'es' } });
      expect([path, page.status, page.headers.get('retry-after')]).toEqual([path, 503, '10']);
      expect(await page.text()).toContain('Todavía no está listo');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
    const door = await fetch(`${program.url}/api/v1/door/4821`);
    expect([door.status, ((await door.json()) as { error: { code: string } }).error.code]).toEqual([
      503,
      'in_rescue',
    ]);
    expect((await fetch(`${program.url}/health`)).status).toBe(503);
    // A phone that has the page already goes on trying.
    const phone = connect(program.url, { as: 'student', code: '4821', device: newDevice() });
    const refused = await new Promise((resolve) => phone.once('connect_error', resolve));
    phone.disconnect();
    expect(refused).toMatchObject({ data: { code: 'not_saved' } });
  });

  test('only the launch key opens, and a stranger’s Host, Origin or form nothing at all', async () => {
    const { program, teacher } = await inRescue(damaged('flippedPage'));
    const raw = asker(program.port);
    const { cookie } = teacher;
    for (const path of ['/', '/teacher', '/api/v1/backups', '/health'])
      expect([
        path,
        (await raw('GET', path, { cookie, headers: { host: 'evil.example' } })).status,
      ]).toEqual([path, 403]);
    const foreign: Record<string, string>[] = [
      { origin: 'http://evil.example' },
      { 'content-type': 'application/x-www-form-urlencoded' },
    ];
    for (const headers of foreign)
      expect(
        codeOf(await raw('POST', '/api/v1/rescue/empty', { cookie, headers, raw: 'a=1' })),
      ).toMatch(/^(wrong_origin|bad_request)$/);
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${program.url}/api/v1${path}`, {
        ...init,
        headers: { 'content-type': 'application/json' },
      });
    const post = (path: string, body: object) =>
      ask(path, { method: 'POST', body: JSON.stringify(body) });
    expect(
      (
        (await (await post('/session', { password: 'chalk-and-board' })).json()) as {
          error: object;
        }
      ).error,
    ).toMatchObject({ code: 'in_rescue' });
    expect((await post('/session', { launchKey: 'x'.repeat(32) })).status).toBe(401);
    for (const path of ['/backups', '/rescue', '/backups/job', '/backups/places', '/session'])
      expect([path, (await ask(path)).status]).toEqual([path, 401]);
    for (const path of ['/backups/restore', '/rescue/empty', '/rescue/go-on'])
      expect([path, (await post(path, {})).status]).toEqual([path, 401]);
    expect(await teacher.call('GET', '/session')).toEqual({ teacher: null, rescue: true });
    await expect(teacher.call('GET', '/quizzes')).rejects.toThrow('in_rescue');
    await expect(teacher.call('POST', '/rescue/go-on')).rejects.toThrow('forbidden');
    await expect(teacher.call('POST', '/lessons', {})).rejects.toThrow('in_rescue');
  });

  test('a backup is restored: the damaged files are kept, the teacher stays signed in, students come in again', async () => {
    const dataDir = damaged('flippedPage');
    const before = readFileSync(join(dataDir, 'chalkbox.db'));
    const { program, teacher } = await inRescue(dataDir);
    await teacher.call('POST', '/backups/restore', { id: backupId, place: 'local' });
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'done', kind: 'restore' });
    expect(await teacher.call('GET', '/session')).toMatchObject({ teacher: { name: 'Ms Okafor' } });
    expect(await teacher.call('GET', '/rescue')).toEqual({ problem: null });
    expect(await quizzes(teacher)).toBe(2);
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
    const kept = readdirSync(join(dataDir, 'backups')).filter((name) =>
      name.startsWith('damaged-'),
    );
    expect(kept).toHaveLength(1);
    expect(
      readFileSync(join(dataDir, 'backups', kept[0] ?? '', 'chalkbox.db')).equals(before),
    ).toBe(true);
    // The backup was made in the lesson: it goes on.
    const { socket } = await joinStudent(program.url, '4821', 'Ana');
    socket.disconnect();
    await program.kill();
    const again = await program.again();
    onTestFinished(() => again.end());
    expect(again.ready).toMatchObject({ ready: true });
    expect(readdirSync(join(dataDir, 'backups'))).toContain(kept[0]);
  });

  test('a backup that is broken itself is found out before anything is touched, and the next one is offered', async () => {
    const dataDir = damaged('notADatabase');
    const file = join(dataDir, 'backups', backupId, 'chalkbox.db');
    halfOf(join(peace, 'backups', backupId, 'chalkbox.db'), file);
    const before = bytesIn(dataDir, besides);
    const { program, teacher } = await inRescue(dataDir);
    expect(await teacher.call<Backups>('GET', '/backups')).toMatchObject({
      offered: null,
      backups: [{ id: backupId, flaw: 'incomplete' }],
    });
    await expect(
      teacher.call('POST', '/backups/restore', { id: backupId, place: 'local' }),
    ).rejects.toThrow('backup_flawed');
    await program.stop();
    expect(bytesIn(dataDir, besides)).toEqual(before);
  });

  test('one can begin empty; then the welcome follows', async () => {
    const dataDir = damaged('newer');
    const { program, teacher } = await inRescue(dataDir);
    await teacher.call('POST', '/rescue/empty');
    expect(await jobEnd(teacher)).toMatchObject({ kind: 'empty', phase: 'done' });
    expect(await teacher.call('GET', '/session')).toEqual({ teacher: null });
    await teacher.call('POST', '/setup', { name: 'Mr Vega', password: null, language: 'es' });
    expect(await quizzes(teacher)).toBe(0);
    await program.stop();
    const kept = readdirSync(join(dataDir, 'backups')).find((name) => name.startsWith('damaged-'));
    const db = new Database(join(dataDir, 'backups', kept ?? '', 'chalkbox.db'), {
      readonly: true,
    });
    expect(db.pragma('user_version', { simple: true })).toBe(9999);
    db.close();
  });

  test.each([
    ['garbledLog', cut],
    ['truncatedLog', cut],
  ] as const)(
    'one can go on with what can be read (%s); the damaged files are kept',
    async (damage, from) => {
      const dataDir = damaged(damage, from);
      const log = readFileSync(join(dataDir, 'chalkbox.db-wal'));
      const { program, teacher } = await inRescue(dataDir);
      // A request that is not all here yet holds the gate shut for a moment, and others come before it.
      const slow = request(`${program.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': 100 },
      });
      slow.on('error', () => {});
      await new Promise<void>((sent) => slow.write('{', () => sent()));
      onTestFinished(() => void slow.destroy());
      await teacher.call('POST', '/rescue/go-on');
      const waiting = [1, 2, 3].map(() => teacher.call('GET', '/session'));
      expect(await Promise.all(waiting)).toEqual([1, 2, 3].map(() => ({ teacher: null })));
      expect(await jobEnd(teacher)).toMatchObject({ kind: 'goOn', phase: 'done' });
      // So early a cut leaves no teacher: the welcome comes again.
      expect(await teacher.call('GET', '/session')).toEqual({ teacher: null });
      const kept = readdirSync(join(dataDir, 'backups')).find((name) =>
        name.startsWith('damaged-'),
      );
      expect(
        readFileSync(join(dataDir, 'backups', kept ?? '', 'chalkbox.db-wal')).equals(log),
      ).toBe(true);
      await program.kill();
      const again = await program.again();
      onTestFinished(() => again.end());
      expect(again.ready).toMatchObject({ ready: true });
    },
  );
});

test('going on is not begun where the disk has no room for a copy of the damaged files, and nothing is left of it', async ({
  skip,
}) => {
  let disk = '';
  let mounted = false;
  onTestFinished(() => {
    if (mounted) execFileSync('umount', ['-l', disk]);
    if (disk !== '') rmSync(disk, { recursive: true, force: true });
  });
  const from = damaged('truncatedLog', cut);
  const needed = Math.ceil((statSync(join(from, 'chalkbox.db')).size * 1.5) / 1024);
  try {
    disk = mkdtempSync('/mnt/chalkbox-full-');
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${needed + 256}k`, 'tmpfs', disk], {
      stdio: 'pipe',
    });
    mounted = true;
  } catch (error) {
    skip(`no small disk can be mounted here: ${String(error)}`);
  }
  const dataDir = join(disk, 'data');
  cpSync(from, dataDir, { recursive: true, filter: (path) => !path.endsWith('backups') });
  const { program, teacher } = await inRescue(dataDir);
  const { bavail, bsize } = statfsSync(dataDir);
  const room = bavail * bsize - statSync(join(dataDir, 'chalkbox.db')).size / 2;
  writeFileSync(join(dataDir, 'photos'), Buffer.alloc(Math.max(0, Math.floor(room))));
  await teacher.call('POST', '/rescue/go-on');
  expect(await jobEnd(teacher)).toMatchObject({ phase: 'failed', problem: 'full' });
  expect(readdirSync(join(dataDir, 'backups'))).toEqual([]);
  rmSync(join(dataDir, 'photos'));
  await program.stop();
});

test('the desktop is told that it can be opened, and the terminal says what is wrong and where to go', async () => {
  const dataDir = damaged('flippedPage');
  const project = fileURLToPath(new URL('../..', import.meta.url));
  const options = {
    dataDir,
    pagesDir: join(project, 'dist/pages'),
    version: '0.1.0',
    mdns: false,
    port: 0,
    host: '127.0.0.1',
  };
  const desktop = spawn(process.execPath, [
    join(project, 'tests/desktop/as-utility-process.ts'),
    join(project, 'lan-server/entry.ts'),
    JSON.stringify(options),
  ]);
  const gone = new Promise((resolve) => desktop.once('exit', resolve));
  const said = await new Promise<string>((resolve) =>
    createInterface({ input: desktop.stdout }).once('line', resolve),
  );
  expect(JSON.parse(said)).toMatchObject({
    type: 'ready',
    dataDir,
    launchKey: expect.any(String) as string,
  });
  desktop.stdin.write('{"type":"stop"}\n');
  expect(await gone).toBe(0);

  const terminal = spawn(
    process.execPath,
    [
      join(project, 'lan-server/cli.ts'),
      '--no-open',
      '--no-mdns',
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--data',
      dataDir,
    ],
    { env: { ...process.env, LC_ALL: 'es_MX.UTF-8' } },
  );
  let words = '';
  terminal.stdout.on('data', (chunk: Buffer) => {
    words += chunk.toString();
    if (words.includes('Ctrl+C')) terminal.kill('SIGTERM');
  });
  await new Promise((resolve) => terminal.once('exit', resolve));
  expect(words).toMatch(/chalkbox\.db está dañado y se ha dejado como está\./);
  expect(words).toMatch(/http:\/\/127\.0\.0\.1:\d+\/teacher#key=/);
  expect(words).not.toContain('Chalkbox está listo');
});
