import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Quiz, Results } from '../../lan-server/contract/api.ts';
import type { Trouble } from '../../lan-server/contract/trouble.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { fromSeed } from '../support/seed.ts';
import { connect, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { readDisk } from './disk.ts';
import { faults, overLimit } from './faults.ts';
import type { Fault, Place } from './faults.ts';
import { emptyLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { expectKept, expectResults } from './promises.ts';
import { crashQuestions } from './questions.ts';
import { createStudent } from './student.ts';
import type { Student } from './student.ts';

type Lesson = {
  program: Program;
  teacher: Teacher;
  lesson: { id: string; code: string };
  console: TestSocket;
  /** What the console was told about the disk, in order. */
  told: (Trouble | null)[];
  students: Student[];
  ledger: Ledger;
};

const notSaved = { ok: false, error: { code: 'not_saved' } };

/** Twenty students answer the same open question, again and again. */
async function answering({ dataDir, env }: Place): Promise<Lesson> {
  const program = await startProgram([], dataDir, undefined, env);
  onTestFinished(() => program.stop());
  const teacher = await signIn(program);
  const questions = crashQuestions();
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', { title: 'Faults', questions });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const { console, told } = await openConsole(teacher, lesson.id);
  const ledger = emptyLedger();
  let made = 0;
  const random = fromSeed(7);
  const students = Array.from({ length: 20 }, (_, index) =>
    createStudent({
      name: `Student ${index + 1}`,
      code: lesson.code,
      ledger,
      random: random.branch(),
      newId: () => `fault-${(made += 1).toString(36).padStart(6, '0')}`,
      pace: { least: 220, most: 420 },
    }),
  );
  onTestFinished(() => {
    for (const student of students) student.leave();
    console.disconnect();
  });
  for (const student of students) student.come(program.url);
  const untimed = questions.find(({ seconds }) => seconds === null)?.id ?? '';
  expect(await send(console, { type: 'openQuestion', questionId: untimed })).toMatchObject({
    ok: true,
  });
  await expect.poll(() => ledger.answers.length).toBeGreaterThan(60);
  return { program, teacher, lesson, console, told, students, ledger };
}

async function openConsole(teacher: Teacher, lessonId: string) {
  const console = teacher.socket({ as: 'teacher', lessonId });
  const told: (Trouble | null)[] = [];
  console.on('trouble', (trouble) => void told.push(trouble));
  await next(console, 'frame');
  return { console, told };
}

const health = async ({ url }: Program) => (await fetch(`${url}/health`)).status;

/** A folder in which the fault can happen; where there is none, the test is skipped and says why. */
function folderFor({ prepare, tidy }: Fault, skip: (why: string) => never): Place {
  const prepared = prepare();
  if ('skipped' in prepared) return skip(prepared.skipped);
  onTestFinished(() => tidy(prepared.dataDir));
  return prepared;
}

test.for(faults)(
  'with $name nobody gets a tick, console and phones are told, and all goes on by itself',
  async (fault, { skip }) => {
    const { why, begin, end } = fault;
    const place = folderFor(fault, skip);
    const { program, teacher, lesson, console, told, students, ledger } = await answering(place);

    begin(program);
    await expect.poll(() => told).toEqual([{ why }]);
    // What was told is told to whoever asks now, in the same words.
    expect(await send(console, { type: 'pauseLesson' })).toMatchObject(notSaved);
    const ticked = ledger.answers.length;
    const late = connect(program.url, { as: 'student', code: lesson.code, device: newDevice() });
    await next(late, 'welcome');
    const join = { type: 'join', name: 'Zoe' };
    expect(await send(late, join, 'join-zoe-1')).toMatchObject(notSaved);
    await expect(teacher.startLesson()).rejects.toThrow('503');
    await expect(teacher.call('POST', '/quizzes', { title: 'Unsaved' })).rejects.toThrow('503');
    expect(await health(program)).toBe(503);
    const another = await openConsole(teacher, lesson.id);
    expect(another.told).toEqual([{ why }]);
    another.console.disconnect();
    await expect.poll(() => students.filter((student) => !student.isWaiting()).length).toBe(0);
    expect(ledger.answers).toHaveLength(ticked);

    const phone = new Promise<unknown>((resolve) => late.once('trouble', resolve));
    end(program);
    await expect.poll(() => told).toEqual([{ why }, null]);
    expect(await phone).toBeNull();
    expect(await send(late, join, 'join-zoe-1')).toMatchObject({ ok: true });
    late.disconnect();
    for (const student of students) student.finish();
    await expect.poll(() => students.filter((student) => student.isWaiting()).length).toBe(0);
    expect(ledger.answers.length).toBeGreaterThanOrEqual(ticked + students.length);
    expect(await send(console, { type: 'pauseLesson' })).toMatchObject({ ok: true });
    await teacher.startLesson();
    expect(program.errors()).toBe('');
    await program.kill();
    const disk = readDisk(program.dataDir, lesson.id);
    expectKept(disk, ledger);

    // What the fault has left in the files is no hindrance to the next start.
    const again = await program.again();
    onTestFinished(() => again.stop());
    const same = await signIn(again);
    expectResults(await same.call<Results>('GET', `/lessons/${lesson.id}/results`), disk);
    const { lessons } = await same.call<{ lessons: unknown[] }>('GET', '/lessons?status=live');
    expect(lessons).toHaveLength(2);
  },
);

test('where nobody stores anything, the end of the trouble is told too', async ({ skip }) => {
  const program = await startProgram([], folderFor(overLimit, skip).dataDir);
  onTestFinished(() => program.stop());
  const teacher = await signIn(program);
  const lesson = await teacher.startLesson();
  const { console, told } = await openConsole(teacher, lesson.id);
  onTestFinished(() => void console.disconnect());
  overLimit.begin(program);
  expect(await send(console, { type: 'pauseLesson' })).toMatchObject(notSaved);
  await expect.poll(() => told).toEqual([{ why: 'refused' }]);
  overLimit.end(program);
  await expect.poll(() => told).toEqual([{ why: 'refused' }, null]);
});

/** Another program that wants the file for itself, again and again: a database browser, a copy in the wrong folder. */
const greedy = `
  const Database = require('better-sqlite3');
  for (;;) {
    try {
      const db = new Database(process.argv[1], { timeout: 20 });
      db.exec('BEGIN IMMEDIATE');
      console.log('got it');
      db.exec('ROLLBACK');
      db.close();
    } catch (error) {
      console.log(error.code);
    }
  }`;

test('a second program that wants to lock the file never gets it, and the class notices nothing', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const { program, lesson, told, students, ledger } = await answering({ dataDir });
  const child = spawn(process.execPath, ['-e', greedy, join(program.dataDir, 'chalkbox.db')], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await expect.poll(() => said.split('\n').length).toBeGreaterThan(20);
  const before = ledger.answers.length;
  await expect.poll(() => ledger.answers.length).toBeGreaterThan(before + 60);
  child.kill('SIGKILL');
  expect(new Set(said.trim().split('\n'))).toEqual(new Set(['SQLITE_BUSY']));
  expect(told).toEqual([]);
  for (const student of students) student.finish();
  await expect.poll(() => students.filter((student) => student.isWaiting()).length).toBe(0);
  await program.kill();
  expectKept(readDisk(program.dataDir, lesson.id), ledger);
});
