import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { PlannedChanged } from '../../lan-server/contract/schedule.ts';
import type { SchoolClass } from '../../lan-server/contract/classes.ts';
import type { StaffChanged } from '../../lan-server/contract/staff.ts';
import { everyRoute } from '../../lan-server/gateway/every-route.ts';
import { emptyHttp } from '../../scripts/roles/empty-http.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import { connect, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { ask, json, question, socketFrom } from './attacker.ts';

/** Stands in all that one of two colleagues has: titles, names, words, answers. */
const mark = 'zq9qz';

let program: Program;
let admin: Teacher;
const ids: string[] = [];
let ada: { id: string; cookie: string };
let eve: { id: string; cookie: string };

beforeAll(async () => {
  program = await startProgram();
  admin = await signIn(program);
  ada = await enter('Ms Ada');
  eve = await enter('Mr Eve');
  await teach();
});
afterAll(() => program.end());

/** A teacher who is no admin, signed in at the laptop. */
async function enter(name: string): Promise<{ id: string; cookie: string }> {
  const made = await admin.call<StaffChanged>('POST', '/teachers', { name, way: { by: 'tap' } });
  const { id } = made.teacher;
  let cookie = '';
  for (const body of [{ launchKey: program.launchKey }, { teacherId: id }]) {
    const reply = await ask(program, 'POST', '/api/v1/session', {
      headers: { ...json, cookie },
      body: JSON.stringify(body),
    });
    expect(reply.status).toBe(200);
    cookie = (reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  }
  return { id, cookie };
}

/** Ada has a quiz, a class, a lesson that was answered and ended, one that runs, and one that is planned. */
async function teach(): Promise<void> {
  const call = async <T>(method: string, path: string, body: object): Promise<T> => {
    const reply = await ask(program, method, `/api/v1${path}`, {
      headers: { ...json, cookie: ada.cookie },
      body: JSON.stringify(body),
    });
    expect([path, reply.status]).toEqual([path, 201]);
    return JSON.parse(reply.text) as T;
  };
  const teacher: Teacher = { ...admin, cookie: ada.cookie, call };
  const questions = [question('wordcloud', { id: 'question-1', text: `Say it-${mark}`, words: 1 })];
  const quiz = await call<Quiz>('POST', '/quizzes', { title: `Quiz-${mark}`, questions });
  const of = await makeClass(teacher, [{ name: `Student ${mark}`, pin: '4711' }], `9B ${mark}`);
  const { sections } = await call<SchoolClass>('POST', `/classes/${of.id}/sections`, {
    name: `North ${mark}`,
  });
  const wanted = { quizId: quiz.id, title: `Lesson-${mark}` };
  const roster = { ...wanted, identity: 'roster', classId: of.id };
  const ended = await call<{ id: string; code: string }>('POST', '/lessons', roster);
  const student = connect(program.url, {
    as: 'student',
    code: ended.code,
    device: 'd'.repeat(32),
  });
  await next(student, 'welcome');
  await send(student, { type: 'pickName', student: of.student(`Student ${mark}`).id });
  const desk = connect(program.url, { as: 'teacher', lessonId: ended.id }, ada.cookie);
  await next(desk, 'plan');
  await send(desk, { type: 'openQuestion', questionId: 'question-1' });
  const answer = { words: [mark] };
  await send(student, { type: 'answer', questionId: 'question-1', round: 1, answer });
  await send(desk, { type: 'endLesson' });
  for (const socket of [student, desk]) socket.disconnect();
  const running = await call<{ id: string }>('POST', '/lessons', roster);
  const { planned } = await call<PlannedChanged>('POST', '/schedule', {
    lesson: { title: `Plan-${mark}`, classId: of.id },
    day: '2099-05-04',
    time: '10:00',
  });
  ids.push(
    quiz.id,
    of.id,
    of.student(`Student ${mark}`).id,
    ended.id,
    running.id,
    'question-1',
    ...sections.map(({ id }) => id),
    ...planned.map(({ id }) => id),
  );
}

/** All that is read from any route by any of these ids, but the door's, which is open to all. */
async function readAll(cookie: string): Promise<{ read: string[]; withMark: string[] }> {
  const read: string[] = [];
  const withMark: string[] = [];
  const routes = everyRoute(emptyHttp()).filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/api/v1/') && !/\/door/.test(path),
  );
  const queries = [
    '',
    `?q=${mark}`,
    '?status=ended',
    '?status=live',
    '?from=2099-05-01&to=2099-05-31',
  ];
  for (const { path } of routes) {
    const named = /:\w+/.test(path);
    const paths = named
      ? ids.map((id) => path.replaceAll(/:\w+/g, id))
      : queries.map((query) => path + query);
    for (const one of paths) {
      const { status, text } = await ask(program, 'GET', one, { headers: { cookie } });
      expect([one, status === 429 || status >= 500]).toEqual([one, false]);
      if (status === 200) read.push(one);
      if (text.includes(mark)) withMark.push(one);
    }
  }
  return { read, withMark };
}

test('what a teacher has is read by nobody else who teaches there: by no id, in no list, by no search', async () => {
  const own = await readAll(ada.cookie);
  // The same questions find it where it is hers.
  for (const part of ['/quizzes', '/lessons', '/classes', '/students', '/schedule'])
    expect([part, own.withMark.some((path) => path.startsWith(`/api/v1${part}`))]).toEqual([
      part,
      true,
    ]);
  const others = await readAll(eve.cookie);
  expect(others.read.length).toBeGreaterThan(10);
  expect(others.withMark).toEqual([]);
});

test('nor is it told to another’s window, and what is sent to change it is refused', async () => {
  const window = socketFrom(program.url, { as: 'desk' }, { headers: { cookie: eve.cookie } });
  const heard: string[] = [];
  window.onAny((...said: unknown[]) => heard.push(JSON.stringify(said)));
  await next(window, 'desk');
  const [quizId = ''] = ids;
  for (const [method, path, body] of [
    ['POST', '/lessons', { quizId }],
    ['PUT', `/quizzes/${quizId}`, { title: 'mine', subject: '', questions: [], revision: 1 }],
    ['DELETE', `/quizzes/${quizId}`, {}],
    ['POST', '/schedule', { lesson: { quizId }, day: '2099-05-05', time: '10:00' }],
    ['POST', '/lessons', { identity: 'roster', classId: ids[1] }],
  ] as const) {
    const refused = await ask(program, method, `/api/v1${path}`, {
      headers: { ...json, cookie: eve.cookie },
      body: JSON.stringify(body),
    });
    expect([method, path, refused.status]).toEqual([method, path, 404]);
  }
  expect(heard.join()).not.toContain(mark);
  window.disconnect();
});
