import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { Ack } from '../../lan-server/contract/commands.ts';
import type {
  ProjectorFrame,
  RosterFrame,
  StudentFrame,
  TeacherFrame,
} from '../../lan-server/contract/frames.ts';
import { kindNamed, kindNames } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

/** One question of each kind, the first with a minute to answer. */
const questions = kindNames.map((name) => kindNamed(name).fixtures[0]?.question as Question);
const choice = questions[0] as Extract<Question, { kind: 'choice' }>;

let program: Program;
let teacher: Teacher;
let quiz: Quiz;
const open: TestSocket[] = [];

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'All kinds',
    subject: '',
    questions,
  });
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await program.end();
});

async function lesson(settings: object = {}) {
  const { id, code } = await teacher.startLesson({ quizId: quiz.id, ...settings });
  const console = keep(teacher.socket({ as: 'teacher', lessonId: id }));
  await next(console, 'frame');
  return { id, code, console };
}

function keep(socket: TestSocket): TestSocket {
  open.push(socket);
  return socket;
}

async function student(code: string, name: string, device = newDevice()) {
  const joined = await joinStudent(program.url, code, name, device);
  keep(joined.socket);
  return joined;
}

/** Waits for a frame that fits; frames before it are let pass. */
function frameThat<F extends StudentFrame | ProjectorFrame | TeacherFrame>(
  socket: TestSocket,
  fits: (view: F['view']) => boolean,
): Promise<F> {
  return new Promise((resolve) => {
    const look = (frame: unknown) => {
      if (!fits((frame as F).view)) return;
      socket.off('frame', look);
      resolve(frame as F);
    };
    socket.on('frame', look);
  });
}

const answer = (socket: TestSocket, picked: number, id?: string): Promise<Ack> =>
  send(socket, { type: 'answer', questionId: choice.id, round: 1, answer: { picked } }, id);

describe('a lesson over real sockets', () => {
  test('reaches student, wall and console at once, and the key reaches none of them before the reveal', async () => {
    const { id, code, console } = await lesson();
    const wall = keep(teacher.socket({ as: 'projector', lessonId: id }));
    await next(wall, 'frame');
    const { socket, seat } = await student(code, 'Amara');
    const seen: unknown[] = [];
    for (const listener of [socket, wall]) listener.onAny((_event, frame) => seen.push(frame));

    const onPhone = frameThat<StudentFrame>(socket, ({ stage }) => stage.at === 'open');
    const onWall = frameThat<ProjectorFrame>(wall, ({ stage }) => stage.at === 'open');
    expect(await send(console, { type: 'openQuestion', questionId: choice.id })).toMatchObject({
      ok: true,
    });
    expect((await onPhone).view.stage).toMatchObject({
      at: 'open',
      question: { id: choice.id },
      timer: { running: true },
    });
    expect((await onWall).view.stage).toMatchObject({
      at: 'open',
      answered: 0,
      seated: 1,
      picture: null,
    });

    const counted = frameThat<TeacherFrame>(console, ({ current }) => current?.answered === 1);
    expect(await answer(socket, 1)).toMatchObject({ ok: true });
    expect((await counted).view).toMatchObject({ grid: 'a', current: { right: 1 } });
    expect(JSON.stringify(seen)).not.toMatch(/SECRET|"right"|"key"/);

    const result = next(socket, 'seat');
    const shown = frameThat<StudentFrame>(socket, ({ stage }) => stage.at === 'revealed');
    await send(console, { type: 'revealKey', questionId: choice.id });
    expect((await result).seat).toMatchObject({
      seatId: seat.seatId,
      result: { right: true, points: 2, total: 2 },
    });
    expect((await shown).view.stage).toMatchObject({
      key: { right: 1 },
      explanation: choice.explanation,
    });
  });

  test('gives a device its seat back, and the whole state at once', async () => {
    const { code, console } = await lesson();
    const first = await student(code, 'Ben');
    await send(console, { type: 'openQuestion', questionId: choice.id });
    await answer(first.socket, 2);
    first.socket.disconnect();

    const again = keep((await joinStudent(program.url, code, 'Ben', first.device)).socket);
    again.disconnect();
    const { welcome } = await joinStudent(program.url, code, 'somebody else', first.device).then(
      (joined) => {
        keep(joined.socket);
        return joined;
      },
    );
    expect(welcome.seat).toMatchObject({
      seatId: first.seat.seatId,
      name: 'Ben',
      answer: { answer: { picked: 2 } },
    });
    expect(welcome.view.stage.at).toBe('open');
  });

  test('counts a command that is sent twice once, and answers it alike', async () => {
    const { code, console } = await lesson();
    const { socket } = await student(code, 'Chiara');
    await send(console, { type: 'openQuestion', questionId: choice.id });
    const first = await answer(socket, 0, 'same-command');
    await answer(socket, 3, 'later-command');
    expect(await answer(socket, 0, 'same-command')).toEqual(first);
    const { students } = await teacher.call<{
      students: { answers: ({ letter: string } | null)[] }[];
    }>(
      'GET',
      `/lessons/${(await teacher.call<{ lessons: { id: string; code: string }[] }>('GET', '/lessons')).lessons.find((each) => each.code === code)?.id}/results`,
    );
    expect(students[0]?.answers[0]?.letter).toBe('D');
  });

  test('makes two students of one name tellable apart, and tells the console their names once', async () => {
    const { code, console } = await lesson();
    const rosters: RosterFrame[] = [];
    console.on('roster', (roster) => rosters.push(roster));
    const both = frameThat<TeacherFrame>(console, ({ seats, here }) => seats === 2 && here === 2);
    const joined = await Promise.all([student(code, 'Ana'), student(code, 'ana')]);
    await both;
    expect(new Set(joined.map(({ seat }) => seat.name?.toLowerCase()))).toEqual(
      new Set(['ana', 'ana 2']),
    );
    expect(rosters.flatMap(({ seats }) => seats)).toHaveLength(2);
  });

  test('does not count as here who left while joining, and two tabs count as one', async () => {
    const { code, console } = await lesson();
    const { socket } = await student(code, 'Ana');
    socket.disconnect();
    const hasty = keep(connect(program.url, { as: 'student', code, device: newDevice() }));
    await next(hasty, 'welcome');
    const joined = frameThat<TeacherFrame>(console, ({ seats }) => seats === 2);
    hasty.emit('command', { id: 'command-1', command: { type: 'join', name: 'Ben' } }, () => {});
    hasty.disconnect();
    await joined;
    const two = frameThat<TeacherFrame>(console, ({ seats, here }) => seats === 3 && here === 1);
    const { device } = await student(code, 'Chiara');
    await two;
    const tab = (await student(code, 'Chiara', device)).socket;
    const both = frameThat<TeacherFrame>(console, ({ here }) => here === 2);
    await student(code, 'Dilan');
    expect((await both).view.seats).toBe(4);
    const one = frameThat<TeacherFrame>(console, ({ here }) => here === 3);
    tab.disconnect();
    await student(code, 'Elif');
    expect((await one).view.seats).toBe(5);
  });

  test('asks no name in an anonymous lesson, and keeps none', async () => {
    const { code } = await lesson({ identity: 'anonymous' });
    const { seat } = await student(code, 'My real name');
    expect(seat.name).toBeNull();
  });

  test('sends a removed student away, takes the answers out of the count, and both come back', async () => {
    const { code, console } = await lesson();
    const { socket, seat } = await student(code, 'Joker');
    await send(console, { type: 'openQuestion', questionId: choice.id });
    await answer(socket, 0);
    const gone = next(socket, 'seat');
    const uncounted = frameThat<TeacherFrame>(console, ({ grid }) => grid === 'x');
    await send(console, { type: 'removeSeat', seatId: seat.seatId });
    expect((await gone).seat.removed).toBe(true);
    expect((await uncounted).view.current).toMatchObject({ answered: 0, seated: 0 });
    expect(await answer(socket, 1)).toMatchObject({ ok: false, error: { code: 'seat_removed' } });
    await send(console, { type: 'restoreSeat', seatId: seat.seatId });
    expect(await answer(socket, 1)).toMatchObject({ ok: true });
  });

  test('closes a question by itself when its time is up, and not before', async () => {
    const quick = { ...choice, id: 'quick-question', seconds: 5 };
    const { id } = await teacher.call<Quiz>('POST', '/quizzes', {
      title: 'Quick',
      subject: '',
      questions: [quick],
    });
    const { code, console } = await lesson({ quizId: id });
    const { socket } = await student(code, 'Dilan');
    const started = performance.now();
    const closed = frameThat<StudentFrame>(socket, ({ stage }) => stage.at === 'closed');
    await send(console, { type: 'openQuestion', questionId: quick.id });
    await closed;
    expect(performance.now() - started).toBeGreaterThanOrEqual(5000);
  });

  test('goes on after the program was killed: same seat, question, count, and the time that was left', async () => {
    const { id, code, console } = await lesson();
    const { socket, device, seat } = await student(code, 'Elif');
    await send(console, { type: 'openQuestion', questionId: choice.id });
    const stored = await answer(socket, 1, 'before-the-crash');
    await program.kill();
    program = await program.again();

    const after = await joinStudent(program.url, code, 'Elif', device);
    keep(after.socket);
    expect(after.welcome.seat).toMatchObject({
      seatId: seat.seatId,
      answer: { answer: { picked: 1 } },
    });
    const { stage } = after.welcome.view;
    expect(stage.at === 'open' && stage.timer?.running).toBe(true);
    // Two seconds is what a crash may take at most: the last note of a running timer is a second old.
    expect(stage.at === 'open' ? (stage.timer?.leftMs ?? 0) : 0).toBeGreaterThan(55_000);
    expect(await answer(after.socket, 1, 'before-the-crash')).toEqual(stored);
    // The cookie of before is still good; only the launch key is new.
    teacher = { ...teacher, ...(await signIn(program)) };
    const again = keep(teacher.socket({ as: 'teacher', lessonId: id }));
    const { view } = (await next(again, 'frame')) as TeacherFrame;
    expect(view.current).toMatchObject({ questionId: choice.id, answered: 1, phase: 'open' });
  });
});
