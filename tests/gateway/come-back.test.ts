import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import { seatCode } from '../../lan-server/contract/seat-code.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const choice = kindNamed('choice').fixtures[0]?.question as Extract<Question, { kind: 'choice' }>;

let program: Program;
let teacher: Teacher;
let quiz: Quiz;
const open: TestSocket[] = [];
const keep = (socket: TestSocket) => {
  open.push(socket);
  return socket;
};

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Coming back',
    subject: '',
    questions: [choice],
  });
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await program.end();
});

async function lesson(identity: 'nickname' | 'anonymous' = 'nickname') {
  const { id, code } = await teacher.startLesson({ quizId: quiz.id, identity });
  const console = keep(teacher.socket({ as: 'teacher', lessonId: id }));
  let newest: TeacherFrame | null = null;
  console.on('frame', (frame) => (newest = frame as TeacherFrame));
  await next(console, 'plan');
  return { code, console, view: () => newest?.view };
}

async function student(code: string, name: string) {
  const joined = await joinStudent(program.url, code, name);
  keep(joined.socket);
  return joined;
}

/** A device that has no seat yet, welcomed. */
async function newcomer(code: string, device = newDevice()) {
  const socket = keep(connect(program.url, { as: 'student', code, device }));
  const welcome = await next(socket, 'welcome');
  return { socket, device, welcome };
}

const answer = (socket: TestSocket, picked: number) =>
  send(socket, { type: 'answer', questionId: choice.id, round: 1, answer: { picked } });

describe('a student who comes with another device', () => {
  test('is back in the seat by its code, with the answer that counts, and the console shows one seat', async () => {
    const { code, console, view } = await lesson();
    const ada = await student(code, 'Ada');
    await send(console, { type: 'openQuestion', questionId: choice.id });
    await answer(ada.socket, 2);
    ada.socket.disconnect();

    const { socket, device, welcome } = await newcomer(code);
    expect(welcome.seat).toBeNull();
    const typed = seatCode(ada.seat.seatId).toLowerCase();
    const ack = await send(socket, { type: 'comeBack', seat: ` ${typed} ` });
    expect(ack).toMatchObject({
      ok: true,
      joined: {
        seat: { seatId: ada.seat.seatId, name: 'Ada', answer: { answer: { picked: 2 } } },
        frame: { view: { stage: { at: 'open' } } },
      },
    });
    // Only now: before it, the first device's goodbye may not have been shown.
    await expect.poll(() => view()?.grid).toBe('a');
    expect(view()).toMatchObject({ seats: 1, here: 1 });

    // Both devices are the seat's: the newest answer counts, and each hears of the other's.
    const first = await newcomer(code, ada.device);
    const told = next(first.socket, 'seat');
    expect(await answer(socket, 0)).toMatchObject({ ok: true });
    expect((await told).seat.answer).toMatchObject({ answer: { picked: 0 } });

    await program.kill();
    program = await program.again();
    const again = await newcomer(code, device);
    expect(again.welcome.seat).toMatchObject({
      seatId: ada.seat.seatId,
      name: 'Ada',
      answer: { answer: { picked: 0 } },
    });
    teacher = await signIn(program);
  });

  test('brings what the cut-off device kept: it counts by when it was tapped', async () => {
    const { code, console, view } = await lesson();
    const ada = await student(code, 'Ada');
    const opened = await send(console, { type: 'openQuestion', questionId: choice.id });
    if (!opened.ok) throw new Error(opened.error.code);
    ada.socket.disconnect();
    await expect.poll(() => view()?.here).toBe(0);
    // By the server's clock, as a phone says it: this machine's own may be some milliseconds ahead.
    const tappedAt = opened.at + 1;
    await send(console, { type: 'closeQuestion', questionId: choice.id });
    const { socket } = await newcomer(code);
    await send(socket, { type: 'comeBack', seat: seatCode(ada.seat.seatId) });
    const given = { questionId: choice.id, round: 1, answer: { picked: 1 }, tappedAt };
    expect(await send(socket, { type: 'answer', ...given })).toMatchObject({ ok: true });
    await expect.poll(() => view()?.current?.answered).toBe(1);
  });

  test('finds back without a name in an anonymous lesson', async () => {
    const { code } = await lesson('anonymous');
    const { seat } = await student(code, '');
    const { socket } = await newcomer(code);
    const ack = await send(socket, { type: 'comeBack', seat: seatCode(seat.seatId) });
    expect(ack).toMatchObject({ ok: true, joined: { seat: { seatId: seat.seatId, name: null } } });
  });

  test('is refused with the reason: a wrong code, none at all, another name, a seat that was removed', async () => {
    const { code, console } = await lesson();
    const ada = await student(code, 'Ada');
    const { socket, device } = await newcomer(code);
    const own = seatCode(ada.seat.seatId);
    const back = (seat: string, name?: string) =>
      send(socket, { type: 'comeBack', seat, ...(name === undefined ? {} : { name }) });
    const unknown = { ok: false, error: { code: 'seat_code_unknown' } };
    expect(await back(own === '22222' ? '33333' : '22222')).toMatchObject(unknown);
    expect(await back('not a code')).toMatchObject(unknown);
    // A link that asks “Continue as Ben?” does not lead to Ada's seat.
    expect(await back(own, 'Ben')).toMatchObject(unknown);
    await send(console, { type: 'removeSeat', seatId: ada.seat.seatId });
    expect(await back(own)).toMatchObject({ ok: false, error: { code: 'seat_removed' } });
    // Nothing of it made a seat.
    expect((await newcomer(code, device)).welcome.seat).toBeNull();
    await send(console, { type: 'restoreSeat', seatId: ada.seat.seatId });
    expect(await back(own, 'Ada')).toMatchObject({ ok: true });
  });

  test('who types a name that is there already is asked first, and gets it with a number where it is another one', async () => {
    const { code, view } = await lesson();
    await student(code, 'Ada');
    const { socket } = await newcomer(code);
    const asked = await send(socket, { type: 'join', name: 'ada', ask: true });
    expect(asked).toMatchObject({ ok: false, error: { code: 'name_taken' } });
    await expect.poll(() => view()?.seats).toBe(1);
    const joined = await send(socket, { type: 'join', name: 'ada', ask: false });
    expect(joined).toMatchObject({ ok: true, joined: { seat: { name: 'ada 2' } } });
    await expect.poll(() => view()?.seats).toBe(2);
    // Asked again because its first reply was lost, it is told of the seat that it has.
    const again = await send(socket, { type: 'join', name: 'ada', ask: true });
    expect(again).toMatchObject({ ok: true, joined: { seat: { name: 'ada 2' } } });
  });

  test('keeps the seat that the device holds: a code of another one does not take it away', async () => {
    const { code } = await lesson();
    const ada = await student(code, 'Ada');
    const ben = await student(code, 'Ben');
    const ack = await send(ben.socket, { type: 'comeBack', seat: seatCode(ada.seat.seatId) });
    expect(ack).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const own = await send(ben.socket, { type: 'comeBack', seat: seatCode(ben.seat.seatId) });
    expect(own).toMatchObject({ ok: true, joined: { seat: { name: 'Ben' } } });
  });

  test('who guesses waits, and then the right code is refused too; others behind the same address are not', async () => {
    const { code } = await lesson();
    const ada = await student(code, 'Ada');
    const guesser = await newcomer(code);
    const wrong = seatCode(ada.seat.seatId) === '22222' ? '33333' : '22222';
    for (let tries = 0; tries < 8; tries += 1)
      await send(guesser.socket, { type: 'comeBack', seat: wrong });
    const right = { type: 'comeBack', seat: seatCode(ada.seat.seatId) };
    const refused = await send(guesser.socket, right);
    expect(refused).toMatchObject({ ok: false, error: { code: 'too_many' } });
    const details = refused.ok ? null : (refused.error.details as { retryAfterSeconds: number });
    expect(details?.retryAfterSeconds).toBeGreaterThan(0);
    expect((await newcomer(code, guesser.device)).welcome.seat).toBeNull();
    expect(await send((await newcomer(code)).socket, right)).toMatchObject({ ok: true });
  });

  test('needs the token in the handshake: a cookie alone opens nothing', async () => {
    const { code } = await lesson();
    const ada = await student(code, 'Ada');
    const cookie = `chalkbox-device=${ada.device}`;
    const socket = keep(connect(program.url, { as: 'student', code }, cookie));
    const error = await new Promise<Error & { data?: { code: string } }>((resolve) =>
      socket.once('connect_error', resolve),
    );
    expect(error.data?.code).toBe('bad_request');
    const stranger = keep(
      connect(program.url, { as: 'student', code, device: newDevice() }, cookie),
    );
    expect((await next(stranger, 'welcome')).seat).toBeNull();
  });
});
