import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz, Results, Simulation } from '../../lan-server/contract/api.ts';
import type { SeatFrame, TeacherFrame, Welcome } from '../../lan-server/contract/frames.ts';
import type { MatrixFrame, PicturesFrame } from '../../lan-server/contract/work.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const base = { points: 2, seconds: null, note: 'NOTE' };
const questions = [1, 2, 3].map((number) => ({
  ...base,
  id: `question-${number}`,
  kind: 'choice',
  text: `Which is ${number}?`,
  options: ['First', 'Second', 'Third'],
  right: 1,
  explanation: `WHY-${number}`,
}));
const right = { picked: 1 };
const wrong = { picked: 0 };

let program: Program;
let teacher: Teacher;
let quizId: string;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  ({ id: quizId } = await teacher.call<Quiz>('POST', '/quizzes', { title: 'Exit', questions }));
});
afterAll(() => program.end());

async function lessonOf(play: object, how: object = {}) {
  const lesson = await teacher.startLesson({ quizId, play: { pacing: 'self', ...play }, ...how });
  return { lesson, console: await deskOf(lesson.id) };
}

/** A console that keeps what it hears. */
async function deskOf(lessonId: string) {
  const socket = teacher.socket({ as: 'teacher', lessonId });
  const cells: string[] = [];
  const frames: MatrixFrame[] = [];
  const pictures = new Map<string, unknown>();
  let view: TeacherFrame['view'] | null = null;
  socket.on('matrix', (frame) => {
    frames.push(frame);
    for (const row of frame.rows) cells[row.at] = row.cells;
  });
  socket.on('pictures', (frame: PicturesFrame) => {
    for (const { questionId, picture } of frame.pictures) pictures.set(questionId, picture);
  });
  socket.on('frame', (frame) => {
    ({ view } = frame as TeacherFrame);
  });
  await next(socket, 'frame');
  return { socket, cells, frames, pictures, view: () => view };
}

const answer = (socket: TestSocket, number: number, given: object, more: object = {}) =>
  send(socket, {
    type: 'answer',
    questionId: `question-${number}`,
    round: 1,
    answer: given,
    ...more,
  });

test('all questions are open at once; the console fills row by row; handing in, release and results', async () => {
  const { lesson, console } = await lessonOf({ minutes: 10 });
  const ana = await joinStudent(program.url, lesson.code, 'Ana');
  const bo = await joinStudent(program.url, lesson.code, 'Bo');
  const heard: string[] = [];
  const wall = teacher.socket({ as: 'projector', lessonId: lesson.id });
  for (const socket of [ana.socket, bo.socket, wall])
    socket.onAny((...said: unknown[]) => heard.push(JSON.stringify(said)));
  // Before the start nobody knows a question.
  expect(heard.join()).not.toContain('Which is');
  const paper = next(ana.socket, 'paper');
  expect(await send(console.socket, { type: 'startWork' })).toMatchObject({ ok: true });
  expect((await paper).paper.questions).toHaveLength(3);

  expect(await answer(ana.socket, 3, right)).toMatchObject({ ok: true });
  expect(await answer(ana.socket, 1, wrong)).toMatchObject({ ok: true });
  expect(await answer(bo.socket, 1, right)).toMatchObject({ ok: true });
  await expect.poll(() => console.cells.join()).toBe('w-r,r--');
  // What changed is sent, not the class; and the pictures of its questions, a little later.
  expect(console.frames.slice(1).every(({ whole }) => !whole)).toBe(true);
  await expect.poll(() => JSON.stringify(console.pictures.get('question-1'))).toContain('[1,1,0]');
  expect(await send(ana.socket, { type: 'handIn' })).toMatchObject({ ok: true });
  expect(await answer(ana.socket, 2, right)).toMatchObject({ error: { code: 'handed_in' } });
  await expect.poll(() => console.view()?.work?.handedIn).toBe(1);

  // Who comes late has the questions with the answer to its name.
  const cy = await joinStudent(program.url, lesson.code, 'Cy');
  cy.socket.disconnect();
  const again = connect(program.url, { as: 'student', code: lesson.code, device: cy.device });
  const welcome: Welcome = await next(again, 'welcome');
  expect(welcome.paper?.questions.map(({ question }) => question.id)).toHaveLength(3);
  again.disconnect();

  // Up to here no key has left, to nobody.
  await send(console.socket, { type: 'closeWork' });
  for (const secret of ['WHY-', 'NOTE', '"key"', '"right"', '"shown"'])
    expect(heard.join() + JSON.stringify(welcome)).not.toContain(secret);

  const released = next(bo.socket, 'paper');
  await send(console.socket, { type: 'releaseWork' });
  expect((await released).paper.questions[0]?.shown).toEqual({
    key: { right: 1 },
    explanation: 'WHY-1',
  });
  await send(console.socket, { type: 'goTo', questionId: 'question-1' });
  await expect.poll(() => heard.join()).toContain('"at":"revealed"');
  expect(heard.join()).not.toContain('NOTE');

  await send(console.socket, { type: 'endLesson' });
  const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
  expect(results.questions.map(({ answered, rounds }) => [answered, rounds])).toEqual([
    [2, 1],
    [0, 1],
    [1, 1],
  ]);
  expect(results.students.map(({ name, points }) => [name, points])).toEqual([
    ['Ana', 2],
    ['Bo', 2],
    ['Cy', 0],
  ]);
  // Who handed in, and when, stands beside them.
  expect(results.handedIn).toEqual([{ seatId: ana.seat.seatId, at: expect.any(Number) as number }]);
  const csv = await fetch(`${program.url}/api/v1/lessons/${lesson.id}/export.csv?lang=en`, {
    headers: { cookie: teacher.cookie },
  });
  const [head = '', ...rows] = (await csv.text()).split('\r\n');
  const column = head.split(',').indexOf('Handed in');
  const cells = rows.slice(0, 3).map((row) => row.split(',')[column]);
  expect(cells.filter((cell) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(cell ?? ''))).toHaveLength(1);
  for (const socket of [ana.socket, bo.socket, wall, console.socket]) socket.disconnect();
}, 30_000);

test('feedback at once reaches the one who answered, whose answer is final then, and nobody else', async () => {
  const { lesson, console } = await lessonOf({ feedback: 'now' });
  const ana = await joinStudent(program.url, lesson.code, 'Ana');
  const bo = await joinStudent(program.url, lesson.code, 'Bo');
  const others: string[] = [];
  const wall = teacher.socket({ as: 'projector', lessonId: lesson.id });
  for (const socket of [bo.socket, wall])
    socket.onAny((...said: unknown[]) => others.push(JSON.stringify(said)));
  const started = next(ana.socket, 'paper');
  await send(console.socket, { type: 'startWork' });
  await started;
  const told = new Promise<SeatFrame>((resolve) =>
    ana.socket.on('seat', (frame) => {
      if (frame.seat.work?.results.length) resolve(frame);
    }),
  );
  await answer(ana.socket, 2, wrong);
  const { seat } = await told;
  expect(seat.work?.results).toEqual([
    {
      questionId: 'question-2',
      round: 1,
      right: false,
      points: 0,
      shown: { key: { right: 1 }, explanation: 'WHY-2' },
    },
  ]);
  expect(JSON.stringify(seat)).not.toMatch(/WHY-[13]/);
  expect(await answer(ana.socket, 2, right)).toMatchObject({ error: { code: 'answer_final' } });
  await answer(bo.socket, 1, right);
  await expect.poll(() => others.join()).toContain('WHY-1');
  expect(others.join()).not.toContain('WHY-2');
  for (const socket of [ana.socket, bo.socket, wall, console.socket]) socket.disconnect();
}, 30_000);

test('a program that was killed goes on with every answer and the time that was left; late answers count by the rule', async () => {
  const { lesson, console } = await lessonOf({ minutes: 10 });
  const ana = await joinStudent(program.url, lesson.code, 'Ana');
  await send(console.socket, { type: 'startWork' });
  await answer(ana.socket, 1, right);
  await answer(ana.socket, 2, wrong);
  await send(ana.socket, { type: 'handIn' });
  await program.kill();
  program = await program.again();
  teacher = await signIn(program);
  const desk = await deskOf(lesson.id);
  expect(desk.cells).toEqual(['rw-']);
  expect(desk.view()?.work).toMatchObject({ standing: 'open', handedIn: 1 });
  expect(desk.view()?.work?.timer?.leftMs).toBeGreaterThan(9.5 * 60_000);

  const back = connect(program.url, { as: 'student', code: lesson.code, device: ana.device });
  const welcome = await next(back, 'welcome');
  expect(welcome.seat?.work).toMatchObject({ handedIn: true });
  expect(welcome.seat?.work?.answers).toHaveLength(2);
  expect(await send(back, { type: 'takeBack' })).toMatchObject({ ok: true });
  const tappedAt = welcome.at;
  await send(desk.socket, { type: 'closeWork' });
  expect(await answer(back, 3, right, { tappedAt })).toMatchObject({ ok: true, late: true });
  await expect.poll(() => desk.cells[0]).toBe('rwr');
  for (const socket of [back, desk.socket]) socket.disconnect();
}, 30_000);

test('a simulated class works at its own speed', async () => {
  const { lesson, console } = await lessonOf({});
  await teacher.call<Simulation>('POST', `/lessons/${lesson.id}/simulation`, { students: 2 });
  await expect.poll(() => console.view()?.seats, { timeout: 20_000 }).toBe(2);
  await send(console.socket, { type: 'startWork' });
  await expect
    .poll(() => console.cells.join('').replaceAll('-', '').length, { timeout: 25_000 })
    .toBeGreaterThan(0);
  await teacher.call('DELETE', `/lessons/${lesson.id}/simulation`);
  console.socket.disconnect();
}, 60_000);
