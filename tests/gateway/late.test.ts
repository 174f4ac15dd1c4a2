import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz, Results } from '../../lan-server/contract/api.ts';
import type { Ack, TeacherCommand } from '../../lan-server/contract/commands.ts';
import type { StudentFrame, TeacherFrame } from '../../lan-server/contract/frames.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const question = {
  ...questionKinds.choice.blank('question-1'),
  text: 'Which?',
  options: ['First', 'Second', 'Third'],
  right: 1,
  points: 2,
};
const questionId = question.id;

let program: Program;
let teacher: Teacher;
let quiz: Quiz;
const open: TestSocket[] = [];

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  quiz = await teacher.call<Quiz>('POST', '/quizzes', { title: 'One', questions: [question] });
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await program.end();
});

function keep(socket: TestSocket): TestSocket {
  open.push(socket);
  return socket;
}

async function lesson(settings: object = {}) {
  const { id, code } = await teacher.startLesson({ quizId: quiz.id, ...settings });
  const socket = keep(teacher.socket({ as: 'teacher', lessonId: id }));
  let newest = null as TeacherFrame | null;
  socket.on('frame', (frame) => (newest = frame as TeacherFrame));
  await next(socket, 'plan');
  return {
    id,
    code,
    console: socket,
    view: () => newest?.view,
    async ask(type: 'openQuestion' | 'closeQuestion' | 'revealKey') {
      const command: TeacherCommand = { type, questionId };
      expect(await send(socket, command)).toMatchObject({ ok: true });
    },
    results: () => teacher.call<Results>('GET', `/lessons/${id}/results`),
  };
}

async function joined(code: string, name: string) {
  const device = newDevice();
  const { socket, seat } = await joinStudent(program.url, code, name, device);
  keep(socket);
  return { socket, device, seatId: seat.seatId };
}

/** The same device on a connection of its own, with what the laptop's clock says. */
async function back(code: string, device: string) {
  const socket = keep(connect(program.url, { as: 'student', code, device }));
  const welcome = await next(socket, 'welcome');
  return { socket, at: welcome.at };
}

const answer = (
  socket: TestSocket,
  tappedAt?: number,
  id?: string,
  rest: object = {},
): Promise<Ack> =>
  send(
    socket,
    {
      type: 'answer',
      questionId,
      round: 1,
      answer: { picked: 1 },
      ...(tappedAt !== undefined && { tappedAt }),
      ...rest,
    },
    id,
  );

/** The phone is away: its connection ends, and the laptop has noticed; `here` others stay. */
async function goes(socket: TestSocket, view: () => TeacherFrame['view'] | undefined, here = 0) {
  await expect.poll(() => view()?.here).toBe(here + 1);
  socket.disconnect();
  await expect.poll(() => view()?.here).toBe(here);
}

test('what was tapped in time and arrives after the reveal counts everywhere, over a retry and a restart', async () => {
  const { code, ask, view, results, id } = await lesson();
  const ana = await joined(code, 'Ana');
  const ben = await joined(code, 'Ben');
  await ask('openQuestion');
  await answer(ben.socket);
  await goes(ana.socket, view, 1);
  expect(view()).toMatchObject({ grid: 'Ma', outOfReach: 1, holding: 0 });
  const tappedAt = Date.now() - 20;
  await ask('revealKey');

  const again = await back(code, ana.device);
  const own = next(again.socket, 'seat');
  const picture = new Promise<StudentFrame>((resolve) => {
    ben.socket.on('frame', (frame) => {
      const { stage } = (frame as StudentFrame).view;
      if (stage.at === 'revealed' && stage.picture.total === 2) resolve(frame as StudentFrame);
    });
  });
  const first = await answer(again.socket, tappedAt, 'late-command');
  expect(first).toMatchObject({ ok: true, late: true });
  expect((await own).seat.result).toMatchObject({ right: true, points: 2 });
  await picture;
  await expect.poll(() => view()).toMatchObject({ grid: 'la', current: { answered: 2, right: 2 } });

  await program.kill();
  program = await program.again();
  teacher = { ...teacher, ...(await signIn(program)) };
  const after = await back(code, ana.device);
  expect(await answer(after.socket, tappedAt, 'late-command')).toEqual(first);
  const { students } = await teacher.call<Results>('GET', `/lessons/${id}/results`);
  expect(students).toMatchObject([
    { name: 'Ana', points: 2, answers: [{ letter: 'B', right: true }] },
    { name: 'Ben', points: 2, answers: [{ lateMs: null }] },
  ]);
  expect(students[0]?.answers[0]?.lateMs).toBeGreaterThan(0);
  expect(await results()).toMatchObject({ tooLate: [] });
});

test('a connected phone that claims an early tap after the reveal is not believed, and it is kept why', async () => {
  const { code, ask, view, results } = await lesson();
  const { socket } = await joined(code, 'Chiara');
  await ask('openQuestion');
  const early = Date.now() - 20;
  await ask('revealKey');
  const refusal = {
    ok: false,
    error: { code: 'question_not_open', details: { late: 'key_shown' } },
  };
  expect(await answer(socket, early)).toMatchObject(refusal);
  await expect.poll(() => view()?.grid).toBe('t');
  expect(view()?.current?.answered).toBe(0);
  expect(await results()).toMatchObject({
    students: [{ points: 0, answers: [null] }],
    tooLate: [{ questionId, letter: 'B', reason: 'key_shown' }],
  });
});

test('a phone that went after the closing cannot have tapped before it', async () => {
  const { code, ask, view, results } = await lesson();
  const { socket, device } = await joined(code, 'Dilan');
  await ask('openQuestion');
  await ask('revealKey');
  await goes(socket, view);
  const again = await back(code, device);
  expect(await answer(again.socket, Date.now() - 60_000)).toMatchObject({ ok: false });
  expect((await results()).tooLate).toMatchObject([{ reason: 'key_shown' }]);
});

test.each([
  ['never', 'closeQuestion', 'rule'],
  ['untilReveal', 'revealKey', 'key_shown'],
] as const)('the rule %s does not count after %s', async (late, end, reason) => {
  const { code, ask, view, results } = await lesson({ late });
  const { socket, device } = await joined(code, 'Elif');
  await ask('openQuestion');
  await goes(socket, view);
  const tappedAt = Date.now() - 20;
  await ask(end);
  const again = await back(code, device);
  expect(await answer(again.socket, tappedAt)).toMatchObject({ ok: false });
  expect((await results()).tooLate).toMatchObject([{ reason }]);
});

test('the lesson is over, and the program was restarted: what was tapped in time still counts', async () => {
  const { id, code, ask, console, view } = await lesson();
  const { socket, device } = await joined(code, 'Fatou');
  await ask('openQuestion');
  await goes(socket, view);
  const tappedAt = Date.now() - 20;
  expect(await send(console, { type: 'endLesson' })).toMatchObject({ ok: true });
  await program.kill();
  program = await program.again();
  teacher = { ...teacher, ...(await signIn(program)) };
  const again = await back(code, device);
  expect(await answer(again.socket, tappedAt)).toMatchObject({ ok: true, late: true });
  const { students, lesson: summary } = await teacher.call<Results>(
    'GET',
    `/lessons/${id}/results`,
  );
  expect(students[0]?.answers[0]).toMatchObject({ letter: 'B' });
  expect(summary.status).toBe('ended');
});

test('a phone that says it holds more is marked until it has sent the last', async () => {
  const { code, ask, view } = await lesson();
  const { socket, device } = await joined(code, 'Gustavo');
  await ask('openQuestion');
  await answer(socket, undefined, undefined, { more: 2 });
  await expect.poll(() => view()).toMatchObject({ grid: 'h', holding: 1 });
  socket.disconnect();
  await expect.poll(() => view()).toMatchObject({ grid: 'H', holding: 1 });
  const again = await back(code, device);
  await answer(again.socket);
  await expect.poll(() => view()).toMatchObject({ grid: 'a', holding: 0 });
});

test.each([{ tappedAt: -1 }, { tappedAt: 1.5 }, { tappedAt: 1e300 }, { more: 0 }, { more: 1e6 }])(
  'an absurd %o is refused',
  async (rest) => {
    const { code, ask } = await lesson();
    const { socket } = await joined(code, 'Hana');
    await ask('openQuestion');
    expect(await answer(socket, undefined, undefined, rest)).toMatchObject({
      ok: false,
      error: { code: 'bad_request' },
    });
    // A moment that is still to come counts as now.
    expect(await answer(socket, Date.now() + 1e9)).toMatchObject({ ok: true });
  },
);
