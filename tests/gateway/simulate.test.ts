import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz, Results, Simulation } from '../../lan-server/contract/api.ts';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import { kindNamed, kindNames, takesAnswers } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const questions = kindNames.map((name) => {
  const question = kindNamed(name).fixtures[0]?.question as Question;
  return { ...question, seconds: null };
});

let program: Program;
let teacher: Teacher;
let simulation: ChildProcess | undefined;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(async () => {
  simulation?.kill();
  await program.end();
});

/** Waits until the console's view is as wanted. */
function until(
  console: TestSocket,
  fits: (view: TeacherFrame['view']) => boolean,
): Promise<TeacherFrame['view']> {
  return new Promise((resolve) => {
    const look = (frame: unknown) => {
      const { view } = frame as TeacherFrame;
      if (!fits(view)) return;
      console.off('frame', look);
      resolve(view);
    };
    console.on('frame', look);
  });
}

async function newLesson() {
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Rehearsal',
    subject: '',
    questions,
  });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(console, 'frame');
  return { lesson, console };
}

test('npm run simulate brings forty students in, all answer every question, and the counts are right', async () => {
  const { lesson, console } = await newLesson();
  const here = until(console, (view) => view.here === 40);
  const script = fileURLToPath(new URL('../../scripts/simulate.ts', import.meta.url));
  simulation = spawn(
    process.execPath,
    [script, '--students', '40', '--code', lesson.code, '--url', program.url, '--pace', '0.1'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  simulation.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await here;
  for (const question of questions) {
    if (!takesAnswers(question)) {
      const shown = until(console, ({ current }) => current?.questionId === question.id);
      await send(console, { type: 'goTo', questionId: question.id });
      expect(await shown).toMatchObject({
        grid: 'w'.repeat(40),
        current: { phase: 'revealed', round: 0, answered: 0 },
      });
      continue;
    }
    const all = until(
      console,
      ({ current }) => current?.questionId === question.id && current.answered === 40,
    );
    await send(console, { type: 'openQuestion', questionId: question.id });
    const view = await all;
    expect(view.grid).toBe('a'.repeat(40));
    await send(console, { type: 'revealKey', questionId: question.id });
  }
  const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
  expect(results.students).toHaveLength(40);
  expect(results.questions.map(({ answered }) => answered)).toEqual(
    questions.map((question) => (takesAnswers(question) ? 40 : 0)),
  );
  for (const { question, rows, right } of results.questions) {
    if (question.kind !== 'choice' && question.kind !== 'truefalse') continue;
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    expect(rows.filter((row) => row.right).reduce((sum, { count }) => sum + count, 0)).toBe(right);
  }
  expect(new Set(results.students.map(({ name }) => name)).size).toBe(40);
  expect(said).toContain('40 of 40 joined');
  expect(said).not.toContain('refused');
  const log = readFileSync(join(program.dataDir, 'logs/chalkbox.1.log'), 'utf8');
  expect(log.split('\n').filter((line) => line.includes('"level":50'))).toEqual([]);
  expect(program.errors()).toBe('');

  // When the lesson is over the class goes home, and so does the command.
  const home = new Promise((resolve) => simulation?.once('exit', resolve));
  await send(console, { type: 'endLesson' });
  expect(await home).toBe(0);
  console.disconnect();
});

test('the console’s button brings a class in, and sends it home', async () => {
  const { lesson, console } = await newLesson();
  const here = until(console, (view) => view.here === 5);
  await teacher.call<Simulation>('POST', `/lessons/${lesson.id}/simulation`, { students: 5 });
  await here;
  expect(await teacher.call<Simulation>('GET', `/lessons/${lesson.id}/simulation`)).toEqual({
    students: 5,
    joined: 5,
    running: true,
  });
  const gone = until(console, (view) => view.here === 0);
  await teacher.call('DELETE', `/lessons/${lesson.id}/simulation`);
  await gone;
  console.disconnect();
});

test('the console’s class goes home by itself when the lesson ends', async () => {
  const { lesson, console } = await newLesson();
  const here = until(console, (view) => view.here === 5);
  await teacher.call<Simulation>('POST', `/lessons/${lesson.id}/simulation`, { students: 5 });
  await here;
  const gone = until(console, (view) => view.here === 0);
  await send(console, { type: 'endLesson' });
  await gone;
  expect(await teacher.call<Simulation>('GET', `/lessons/${lesson.id}/simulation`)).toMatchObject({
    running: false,
  });
  console.disconnect();
});

test('says what to do when there is no lesson to join, or no program', async () => {
  const script = fileURLToPath(new URL('../../scripts/simulate.ts', import.meta.url));
  const run = (...flags: string[]) =>
    new Promise<{ code: number | null; said: string }>((resolve) => {
      const child = spawn(process.execPath, [script, ...flags], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.once('exit', (code) => resolve({ code, said }));
    });
  expect(await run('--url', 'http://127.0.0.1:9')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Is Chalkbox running?') as string,
  });
  expect((await run('--students', 'many')).code).toBe(2);
});
