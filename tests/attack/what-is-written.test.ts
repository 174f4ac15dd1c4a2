import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Results } from '../../lan-server/contract/api.ts';
import { diagnosticsSchema } from '../../lan-server/contract/diagnostics.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { mark, schoolDay } from './school-day.ts';

const names = ['Xiomara Quetzalcoatl', 'Bartholomew Zyx'];
const words = ['mitochondrion-q7', 'photosynthesis-q8'];
const title = 'Cells-of-Xochitl';
const password = 'wachtwoord-van-Ms-Okafor';

let program: Program;
let teacher: Teacher;
const secrets: string[] = [];

/** A whole lesson and a school day with everything that a log might be tempted to keep, wrong turns included. */
beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  await teacher.call('PATCH', '/teacher', { name: 'Ms Ngozi Okafor', password });
  const questions = [
    { id: 'cloud-1', kind: 'wordcloud', text: 'Say it-zq9qz', words: 1 },
    {
      id: 'choice-1',
      kind: 'choice',
      text: 'Which-zq9qz?',
      options: ['a-zq9qz', 'b-zq9qz'],
      right: 1,
    },
  ];
  const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', {
    title,
    questions: await complete(questions),
  });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const students = await Promise.all(
    names.map((name) => joinStudent(program.url, lesson.code, name)),
  );
  const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(console, 'frame');
  for (const question of questions) {
    await send(console, { type: 'openQuestion', questionId: question.id });
    for (const [index, { socket }] of students.entries()) {
      const answer =
        question.kind === 'choice' ? { picked: index } : { words: [words[index] ?? ''] };
      await send(socket, { type: 'answer', questionId: question.id, round: 1, answer });
      await send(socket, { type: 'answer', questionId: question.id, round: 9, answer });
      await send(socket, { type: 'answer', questionId: question.id, round: 1, answer: names });
    }
    await send(console, { type: 'revealKey', questionId: question.id });
  }
  // Wrong turns: a wrong password and key, a made-up cookie, bodies that are none, codes that are none.
  const post = (path: string, body: string, headers = {}) =>
    fetch(`${program.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  await post('/session', JSON.stringify({ password: `${password}-wrong-zq9qz` }));
  await post('/session', JSON.stringify({ launchKey: `${program.launchKey}-wrong-zq9qz` }));
  await post('/quizzes', `{"title": "${names[0]}" oops`, { cookie: teacher.cookie });
  await fetch(`${program.url}/api/v1/door/9999`, { headers: { cookie: 'chalkbox=forged-zq9qz' } });
  await fetch(`${program.url}/j/${names[0]}`);
  const refused = connect(program.url, { as: 'student', code: 'none-zq9qz', device: newDevice() });
  await new Promise((resolve) => refused.once('connect_error', resolve));
  const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
  expect(new Set(results.students.map(({ name }) => name))).toEqual(new Set(names));
  expect(JSON.stringify(results)).toContain(words[0]);

  secrets.push(
    ...(await schoolDay(program, teacher)),
    ...names.flatMap((name) => [name, ...name.split(' ')]),
    ...words,
    title,
    mark,
    'Ngozi',
    'Okafor',
    password,
    program.launchKey,
    teacher.cookie.split('=')[1] ?? '',
    ...students.flatMap(({ device, seat }) => [device, seat.seatId]),
  );
  for (const { socket } of students) socket.disconnect();
  console.disconnect();
});
afterAll(() => program.end());

async function complete(questions: { kind: string; id: string }[]) {
  const { kindNamed } = await import('../../lan-server/questions/index.ts');
  return questions.map((question) => ({
    ...kindNamed(question.kind as 'choice').blank(question.id),
    ...question,
  }));
}

test('after a whole school day no log file holds a name, an answer, a title, a key or a token', () => {
  const folder = join(program.dataDir, 'logs');
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(0);
  const written = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  expect(written).toContain('Chalkbox serves.');
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(1);
    expect(written).not.toContain(secret);
  }
  expect(program.errors()).toBe('');
});

test('the diagnostics file says how the program runs, and nothing about a person', async () => {
  const response = await fetch(`${program.url}/api/v1/diagnostics`, {
    headers: { cookie: teacher.cookie },
  });
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename="?chalkbox-diagnostics-\d{4}-\d\d-\d\d\.json"?$/,
  );
  const text = await response.text();
  const file = diagnosticsSchema.parse(JSON.parse(text));
  expect(file.counts).toMatchObject({ quizzes: 1, lessons: 2, liveLessons: 1 });
  expect(file.counts.events).toBeGreaterThan(8);
  expect(file.database).toMatchObject({ canCommit: true, integrity: expect.stringMatching(/not/) });
  expect(file.settings).toMatchObject({ port: program.port, hasPassword: true, language: 'en' });
  expect(file.log.join()).toContain('Chalkbox serves.');
  const console = teacher.socket({
    as: 'teacher',
    lessonId:
      (await teacher.call<{ lessons: { id: string }[] }>('GET', '/lessons?status=live')).lessons[0]
        ?.id ?? '',
  });
  await next(console, 'frame');
  await send(console, { type: 'endLesson' });
  console.disconnect();
  const after = diagnosticsSchema.parse(await teacher.call('GET', '/diagnostics'));
  expect(after.database.integrity).toBe('ok');
  for (const hidden of [...secrets, program.dataDir, homedir()]) {
    if (hidden.length < 2) continue;
    expect(text).not.toContain(hidden);
  }
  expect(text).not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b/);
});

test('nobody but the teacher gets it', async () => {
  expect((await fetch(`${program.url}/api/v1/diagnostics`)).status).toBe(401);
});
