import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrate, versionOf } from '../../db/migrate.ts';
import { migrations } from '../../db/migrations/index.ts';
import type { BackupJob, BackupPlaces, Backups } from '../../lan-server/contract/backups.ts';
import type { MadeKey } from '../../lan-server/contract/keys.ts';
import { start } from '../../lan-server/compose.ts';
import { backupsSchema } from '../../lan-server/contract/backups.ts';
import { jobEnd } from '../support/backup-job.ts';
import { startProgram } from '../support/program.ts';
import { longEnough } from '../support/soak.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { change } from '../db/damage.ts';

async function started(dataDir?: string): Promise<{ program: Program; teacher: Teacher }> {
  const program = await startProgram([], dataDir);
  onTestFinished(() => program.end());
  return { program, teacher: await signIn(program) };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'chalkbox-stick-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function backUp(teacher: Teacher): Promise<BackupJob> {
  await teacher.call('POST', '/backups');
  return jobEnd(teacher);
}

const state = async (teacher: Teacher): Promise<Backups> =>
  backupsSchema.parse(await teacher.call('GET', '/backups'));

const titles = async (teacher: Teacher) =>
  (await teacher.call<{ quizzes: { title: string }[] }>('GET', '/quizzes')).quizzes
    .map(({ title }) => title)
    .toSorted();

/** The code that a request is refused with, or its status. */
async function answer(
  program: Program,
  {
    method = 'POST',
    path,
    cookie,
    body,
  }: { method?: string; path: string; cookie: string; body?: unknown },
): Promise<unknown> {
  const response = await fetch(`${program.url}/api/v1${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { error } = (text === '' ? {} : JSON.parse(text)) as {
    error?: { code: string; details?: unknown };
  };
  return error ? [error.code, error.details] : response.status;
}

describe('a backup', () => {
  test('is made while a class answers: every answer is ticked, and those of before it are in it', async () => {
    const { program, teacher } = await started();
    const lesson = await teacher.startLesson();
    const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    const plan = await next(console, 'plan');
    const questionId = plan.questions[0]?.id ?? '';
    const students = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        joinStudent(program.url, lesson.code, `Student ${index}`),
      ),
    );
    expect(await send(console, { type: 'openQuestion', questionId })).toMatchObject({ ok: true });
    const answerOf = (picked: number) => ({
      type: 'answer',
      questionId,
      round: 1,
      answer: { picked },
    });

    await teacher.call('POST', '/backups');
    let ticks = 0;
    let job: BackupJob | null = null;
    do {
      const acks = await Promise.all(
        // A few at a time: one device may send no more than five in a second.
        [0, 1, 2, 3].map((index) => {
          const student = students[(ticks * 4 + index) % students.length];
          if (!student) throw new Error('nobody is there');
          return send(student.socket, answerOf(ticks % 2));
        }),
      );
      for (const ack of acks) expect(ack).toMatchObject({ ok: true });
      ticks += 1;
      ({ job } = await teacher.call<{ job: BackupJob | null }>('GET', '/backups/job'));
    } while (job?.endedAt === null);
    expect(job).toMatchObject({ phase: 'done', fraction: 1, problem: null });
    for (const { socket } of students) socket.disconnect();
    console.disconnect();
    expect((await state(teacher)).backups).toMatchObject([
      { id: job?.backupId, reason: 'manual', flaw: null, contents: { lessons: 1, seats: 20 } },
    ]);
  });

  test('goes to the chosen folder too and is read back there; without the stick the one on the laptop is good', async () => {
    const { teacher } = await started();
    const stick = folder();
    expect(await teacher.call('PUT', '/backups/folder', { path: stick })).toMatchObject({
      folder: { path: stick, problem: null, freeBytes: expect.any(Number) as number },
    });
    const inside = join(stick, 'Chalkbox backups');
    const halves = [
      '20261121-090000-daily-another.partial',
      '20261101-090000-daily-crashed.partial',
    ];
    for (const half of halves) mkdirSync(join(inside, half));
    utimesSync(join(inside, halves[1] ?? ''), 1, 1);
    const job = await backUp(teacher);
    expect(job).toMatchObject({ phase: 'done', folderProblem: null });
    // What another laptop may be writing just now is left alone; what a crash left long ago is not.
    expect(new Set(readdirSync(inside))).toEqual(new Set([job.backupId, halves[0]]));
    expect((await state(teacher)).backups.map(({ id, place, flaw }) => [id, place, flaw])).toEqual([
      [job.backupId, 'local', null],
      [job.backupId, 'folder', null],
    ]);
    // The stick is pulled out; its empty folder stays, as on Linux.
    rmSync(join(stick, 'Chalkbox backups'), { recursive: true });
    expect(await backUp(teacher)).toMatchObject({ phase: 'done', folderProblem: 'missing' });
    expect(readdirSync(stick)).toEqual([]);
    expect((await state(teacher)).folder).toMatchObject({ problem: 'missing' });
    expect((await state(teacher)).backups.filter(({ flaw }) => flaw === null)).toHaveLength(2);
  });

  test('on a stick that is full, or that cannot be written, says so; the one on the laptop is good', async ({
    skip,
  }) => {
    let stick = '';
    try {
      stick = mkdtempSync('/mnt/chalkbox-stick-');
      onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', stick], { stdio: 'pipe' });
    } catch (error) {
      skip(`no small disk can be mounted here: ${String(error)}`);
    }
    onTestFinished(() => void execFileSync('umount', [stick]));
    const { teacher } = await started();
    await teacher.call('PUT', '/backups/folder', { path: stick });
    const { places } = await teacher.call<BackupPlaces>('GET', '/backups/places');
    const found = places.find(({ path }) => path === stick);
    expect(found).toMatchObject({ name: basename(stick), totalBytes: 65_536, writable: true });
    expect(found?.freeBytes).toBeLessThanOrEqual(65_536);
    expect(await backUp(teacher)).toMatchObject({ phase: 'done', folderProblem: 'full' });
    expect(readdirSync(join(stick, 'Chalkbox backups'))).toEqual([]);
    execFileSync('mount', ['-o', 'remount,ro', stick]);
    expect((await state(teacher)).folder).toMatchObject({ problem: 'read_only' });
    expect(await backUp(teacher)).toMatchObject({ phase: 'done', folderProblem: 'read_only' });
    expect((await state(teacher)).backups.map(({ place, flaw }) => [place, flaw])).toEqual([
      ['local', null],
      ['local', null],
    ]);
  });

  test('lets the oldest of its kind go, here and in the chosen folder, and nothing that is flawed or of another laptop', async () => {
    const { program, teacher } = await started();
    const stick = folder();
    await teacher.call('PUT', '/backups/folder', { path: stick });
    const { backupId } = await backUp(teacher);
    const places = [join(program.dataDir, 'backups'), join(stick, 'Chalkbox backups')];
    const name = (day: number) => `202601${String(day).padStart(2, '0')}-090000-manual-aaaaaa`;
    for (const place of places)
      for (let day = 1; day <= 13; day += 1) {
        const older = join(place, name(day));
        cpSync(join(place, backupId ?? ''), older, { recursive: true });
        const file = join(older, 'backup.json');
        const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
        const madeAt = Date.UTC(2026, 0, day, 9);
        const from = day === 1 ? { instanceId: 'another-laptop' } : {};
        writeFileSync(file, JSON.stringify({ ...manifest, madeAt, ...from }));
        if (day === 2) truncateSync(join(older, 'chalkbox.db'), 5000);
      }
    const { backupId: newest } = await backUp(teacher);
    // Of thirteen good ones of our own the newest ten stay.
    const kept = [1, 2, ...Array.from({ length: 8 }, (_, index) => 6 + index)].map(name);
    for (const place of places)
      expect([place, new Set(readdirSync(place).filter((id) => id.startsWith('2')))]).toEqual([
        place,
        new Set([...kept, backupId, newest]),
      ]);
  });

  test('half-written, of a crash, is gone at the next start', async () => {
    const { program, teacher } = await started();
    await backUp(teacher);
    const half = join(program.dataDir, 'backups', '20261121-090000-daily-abcdef.partial');
    mkdirSync(half);
    writeFileSync(join(half, 'chalkbox.db'), 'half');
    await program.kill();
    const again = await program.again();
    onTestFinished(() => again.end());
    expect(
      readdirSync(join(program.dataDir, 'backups')).filter((name) => name.endsWith('.partial')),
    ).toEqual([]);
    expect((await state(await signIn(again))).backups).toHaveLength(1);
  });
});

describe('a folder', () => {
  test('that cannot be chosen is refused with the reason, and nothing is made there', async () => {
    const { program, teacher } = await started();
    const file = join(folder(), 'a-file');
    writeFileSync(file, '');
    for (const [path, problem] of [
      ['relative/path', 'not_absolute'],
      [program.dataDir, 'inside_data'],
      [join(program.dataDir, 'media', 'deep'), 'inside_data'],
      [`${program.dataDir}/../${program.dataDir.split('/').at(-1)}/backups`, 'inside_data'],
      [file, 'not_a_folder'],
      [join(file, 'below'), 'not_a_folder'],
    ] as const)
      expect([
        path,
        await answer(program, {
          method: 'PUT',
          path: '/backups/folder',
          cookie: teacher.cookie,
          body: { path },
        }),
      ]).toEqual([path, ['folder_unusable', { problem }]]);
    expect((await state(teacher)).folder).toBeNull();
    const { places } = await teacher.call<BackupPlaces>('GET', '/backups/places');
    for (const { freeBytes, totalBytes } of places)
      expect(freeBytes).toBeLessThanOrEqual(totalBytes);
  });
});

describe('a restore', () => {
  test('brings the day of the backup back, without an end of the program; who restored stays signed in, others do not', async () => {
    const { program, teacher } = await started();
    await teacher.call('POST', '/quizzes', { title: 'before' });
    const scopes = ['quizzes:read'];
    const { secret } = await teacher.call<MadeKey>('POST', '/keys', { name: 'Script', scopes });
    const authorization = `Bearer ${secret}`;
    const asScript = async () =>
      (await fetch(`${program.url}/api/v1/quizzes`, { headers: { authorization } })).status;
    expect(await asScript()).toBe(200);
    const { backupId } = await backUp(teacher);
    await teacher.call('POST', '/quizzes', { title: 'after' });
    const other = await signIn(program);

    await teacher.call('POST', '/backups/restore', { id: backupId, place: 'local' });
    expect(await jobEnd(teacher)).toMatchObject({ kind: 'restore', phase: 'done', backupId });
    expect(await titles(teacher)).toEqual(['before']);
    await expect(other.call('GET', '/quizzes')).rejects.toThrow('401');
    // A backup does not know which keys were revoked since.
    expect(await asScript()).toBe(401);

    // The safety copy leads back again.
    const safety = (await state(teacher)).backups.find(({ reason }) => reason === 'safety');
    await teacher.call('POST', '/backups/restore', { id: safety?.id, place: 'local' });
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'done' });
    expect(await titles(teacher)).toEqual(['after', 'before']);

    // Lessons run on it, and it is there after the next start.
    const lesson = await teacher.startLesson();
    const { socket } = await joinStudent(program.url, lesson.code, 'Ana');
    socket.disconnect();
    await program.kill();
    const again = await program.again();
    onTestFinished(() => again.end());
    expect(again.ready).toMatchObject({ ready: true });
    expect(await titles(await signIn(again))).toEqual(['after', 'before']);
    expect(readdirSync(program.dataDir)).not.toContain('exchange');
    expect(
      readdirSync(join(program.dataDir, 'backups')).filter((name) => name.startsWith('replaced')),
    ).toEqual([]);
  });

  test('comes from another laptop’s stick too', async () => {
    const stick = folder();
    const first = await started();
    await first.teacher.call('POST', '/quizzes', { title: 'of the old laptop' });
    await first.teacher.call('PUT', '/backups/folder', { path: stick });
    const { backupId } = await backUp(first.teacher);
    await first.program.end();

    const { teacher } = await started();
    await teacher.call('PUT', '/backups/folder', { path: stick });
    const { backups, offered } = await state(teacher);
    expect(backups).toMatchObject([{ id: backupId, place: 'folder', own: false, flaw: null }]);
    expect(offered).toEqual({ id: backupId, place: 'folder' });
    await teacher.call('POST', '/backups/restore', offered);
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'done' });
    expect(await titles(teacher)).toEqual(['of the old laptop']);
  });

  test('is refused while a lesson runs, of what is not in the list, of what is flawed, and without the launch key', async () => {
    const { program, teacher } = await started();
    await teacher.call('PATCH', '/teacher', { password: 'chalk-and-board' });
    const { backupId } = await backUp(teacher);
    const restore = (id: unknown, cookie = teacher.cookie, place = 'local') =>
      answer(program, { path: '/backups/restore', cookie, body: { id, place } });

    for (const id of [
      '../20261121-090000-manual-abcdef',
      '..',
      '20261121-090000-manual-abcdef/..',
      7,
    ])
      expect(await restore(id)).toMatchObject(['bad_request', {}]);
    expect(await restore('20261121-090000-manual-abcdef')).toEqual(['not_found', undefined]);
    expect(await restore(backupId, teacher.cookie, 'folder')).toEqual(['not_found', undefined]);

    const signedIn = await fetch(`${program.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'chalk-and-board' }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await restore(backupId, cookie)).toEqual(['forbidden', undefined]);
    for (const [method, path] of [
      ['PUT', '/backups/folder'],
      ['GET', '/backups/places'],
      ['POST', '/rescue/empty'],
    ] as const)
      expect(
        await answer(program, {
          method,
          path,
          cookie,
          ...(method === 'GET' ? {} : { body: { path: null } }),
        }),
      ).toEqual(['forbidden', undefined]);
    expect(await answer(program, { method: 'GET', path: '/backups', cookie })).toBe(200);
    expect(await answer(program, { path: '/rescue/empty', cookie: teacher.cookie })).toEqual([
      'not_in_rescue',
      undefined,
    ]);
    expect(await answer(program, { path: '/rescue/go-on', cookie: teacher.cookie })).toEqual([
      'not_in_rescue',
      undefined,
    ]);

    const lesson = await teacher.startLesson();
    expect(await restore(backupId)).toEqual(['lesson_runs', undefined]);
    const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    await next(console, 'frame');
    await send(console, { type: 'endLesson' });
    console.disconnect();

    const place = join(program.dataDir, 'backups', String(backupId));
    change(place, 'chalkbox.db', (bytes) => bytes.fill(0x5a, 8192, 8200));
    await teacher.call('POST', '/quizzes', { title: 'still here' });
    expect(await restore(backupId)).toBe(202);
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'failed', problem: 'damaged' });
    expect(await titles(teacher)).toEqual(['still here']);
    // From now on it is known.
    expect(await restore(backupId)).toEqual(['backup_flawed', { flaw: 'damaged' }]);
    rmSync(join(place, 'backup.json'));
    expect(await restore(backupId)).toEqual(['backup_flawed', { flaw: 'incomplete' }]);
    expect(
      readFileSync(
        join(
          program.dataDir,
          'logs',
          readdirSync(join(program.dataDir, 'logs')).find((name) => name.endsWith('.log')) ?? '',
        ),
        'utf8',
      ),
    ).not.toContain('still here');
  });

  /** Has this asked in the moment in which the data is exchanged: it began before, and ends while others wait at the gate. */
  async function inTheMomentOf(
    { program, teacher }: { program: Program; teacher: Teacher },
    { path, body }: { path: string; body: string },
    backupId: string | null,
  ): Promise<number | undefined> {
    const asking = request(`${program.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        cookie: teacher.cookie,
        'content-type': 'application/json',
        'content-length': body.length,
      },
    });
    const status = new Promise<number | undefined>((resolve) =>
      asking.once('response', (response) => resolve(response.statusCode)),
    );
    await new Promise<void>((sent) => asking.write(body.slice(0, 4), () => sent()));
    await teacher.call('POST', '/backups/restore', { id: backupId, place: 'local' });
    const waits = () =>
      Promise.race([
        teacher.call('GET', '/backups/job').then(() => false),
        new Promise((resolve) => setTimeout(() => resolve(true), 400)),
      ]);
    while (!(await waits()));
    asking.end(body.slice(4));
    return status;
  }

  test('does not take the lesson that began in the moment before it', async () => {
    const laptop = await started();
    const { teacher } = laptop;
    const { backupId } = await backUp(teacher);
    const lesson = { path: '/lessons', body: '{"quizId":null}' };
    expect(await inTheMomentOf(laptop, lesson, backupId)).toBe(201);
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'failed', problem: 'lesson_runs' });
    const { lessons } = await teacher.call<{ lessons: object[] }>('GET', '/lessons');
    expect(lessons).toMatchObject([{ status: 'live' }]);
  });

  test('keeps in its safety copy what was saved while it was under way', async () => {
    const laptop = await started();
    const { teacher } = laptop;
    const { backupId } = await backUp(teacher);
    const quiz = { path: '/quizzes', body: '{"title":"of the last moment"}' };
    expect(await inTheMomentOf(laptop, quiz, backupId)).toBe(201);
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'done' });
    expect(await titles(teacher)).toEqual([]);
    const [safety] = (await state(teacher)).backups;
    expect(safety).toMatchObject({ reason: 'safety', contents: { quizzes: 1 } });
    await teacher.call('POST', '/backups/restore', { id: safety?.id, place: 'local' });
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'done' });
    expect(await titles(teacher)).toEqual(['of the last moment']);
  });

  test('can be called off before anything is exchanged; two jobs at a time are refused', async () => {
    const { program, teacher } = await started();
    const { backupId } = await backUp(teacher);
    await teacher.call('POST', '/quizzes', { title: 'after' });
    await teacher.call('POST', '/backups/restore', { id: backupId, place: 'local' });
    expect(await answer(program, { path: '/backups', cookie: teacher.cookie })).toEqual([
      'backup_running',
      undefined,
    ]);
    await teacher.call('DELETE', '/backups/job');
    expect(await jobEnd(teacher)).toMatchObject({ phase: 'cancelled', problem: null });
    expect(await titles(teacher)).toEqual(['after']);
    expect(readdirSync(program.dataDir)).not.toContain('exchange');
  });
});

test('a database of an older Chalkbox is backed up as it was before it is changed', async () => {
  const dataDir = folder();
  const older = new Database(join(dataDir, 'chalkbox.db'));
  migrate(older, migrations.slice(0, 1));
  older.exec(`INSERT INTO teachers (id, name, created_at) VALUES ('teacher-1', 'Ms Okafor', 1)`);
  older.close();
  const { teacher } = await started(dataDir);
  const { backups } = await state(teacher);
  expect(backups).toMatchObject([{ reason: 'migration', flaw: null, contents: { lessons: 0 } }]);
  const copy = new Database(join(dataDir, 'backups', backups[0]?.id ?? '', 'chalkbox.db'), {
    readonly: true,
  });
  onTestFinished(() => void copy.close());
  expect(versionOf(copy)).toBe(1);
  expect(await teacher.call('GET', '/session')).toMatchObject({ teacher: { name: 'Ms Okafor' } });
});

test('a restore that is killed in the middle leaves the day before or the day of the backup, and the next start runs', async () => {
  const phases = ['safety', 'checking', 'swapping'];
  const enough = longEnough(phases.length, 0.02);
  for (let round = 0; !enough(round); round += 1) {
    const phase = phases[round % phases.length] ?? '';
    const { program, teacher } = await started();
    await teacher.call('POST', '/quizzes', { title: 'before' });
    const { backupId } = await backUp(teacher);
    await teacher.call('POST', '/quizzes', { title: 'after' });
    await teacher.call('POST', '/backups/restore', { id: backupId, place: 'local' });
    const until = ['safety', 'fetching', 'checking', 'swapping', 'done'].indexOf(phase);
    await expect
      .poll(
        async () => {
          const { job } = await teacher.call<{ job: BackupJob }>('GET', '/backups/job');
          return ['safety', 'fetching', 'checking', 'swapping', 'done'].indexOf(job.phase);
        },
        { interval: 1 },
      )
      .toBeGreaterThanOrEqual(until);
    await program.kill();
    const again = await program.again();
    onTestFinished(() => again.end());
    expect(again.ready).toMatchObject({ ready: true });
    expect([['before'], ['after', 'before']]).toContainEqual(await titles(await signIn(again)));
    expect(readdirSync(program.dataDir)).not.toContain('exchange');
    expect(readdirSync(program.dataDir)).not.toContain('exchange.json');
  }
});

test('the day’s backup comes by itself, once there is something to keep', async () => {
  const { program, teacher } = await started();
  expect(await state(teacher)).toMatchObject({ daily: { lastAt: null } });
  await program.stop();
  const own = await start({
    dataDir: program.dataDir,
    port: 0,
    host: '127.0.0.1',
    mdns: false,
    pagesDir: program.dataDir,
    dailyBackupLookMs: 10,
  });
  if ('refused' in own) throw new Error(own.detail);
  onTestFinished(() => own.stop());
  const again = await signIn(own);
  await expect
    .poll(async () => (await state(again)).backups)
    .toMatchObject([{ reason: 'daily', flaw: null }]);
  const { daily } = await state(again);
  expect((daily.nextAt ?? 0) - (daily.lastAt ?? 0)).toBeGreaterThan(23 * 60 * 60_000);
});
