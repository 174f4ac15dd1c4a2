import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import type { Results } from '../../lan-server/contract/api.ts';
import { createNameFilter } from '../../lan-server/people/name-filter.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

let program: Program;
let teacher: Teacher;
const open: TestSocket[] = [];
const keep = (socket: TestSocket) => {
  open.push(socket);
  return socket;
};

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await program.end();
});

/** A lesson of one “A B C D” question with its console. */
async function lesson(play: object = {}) {
  const { id, code } = await teacher.startLesson({ play });
  const desk = keep(teacher.socket({ as: 'teacher', lessonId: id }));
  let newest: TeacherFrame | null = null;
  desk.on('frame', (frame) => (newest = frame as TeacherFrame));
  const { questions } = await next(desk, 'plan');
  return { id, code, desk, questionId: questions[0]?.id ?? '', view: () => newest?.view };
}

async function knock(code: string, name: string, device = newDevice()) {
  const socket = keep(connect(program.url, { as: 'student', code, device }));
  const welcome = await next(socket, 'welcome');
  const join = (wanted = name) => send(socket, { type: 'join', name: wanted });
  return { socket, device, welcome, join };
}

const answerTo = (questionId: string) => ({
  type: 'answer',
  questionId,
  round: 1,
  answer: { picked: 1 },
});

describe('the door of a lesson', () => {
  test('closed, it lets nobody new in; who has a seat comes back, and opened again everybody does', async () => {
    const { code, desk, view } = await lesson();
    const ada = await joinStudent(program.url, code, 'Ada');
    keep(ada.socket);
    expect(await send(desk, { type: 'lockDoor', locked: true })).toMatchObject({ ok: true });
    await expect.poll(() => view()?.locked).toBe(true);
    const wall = keep(teacher.socket({ as: 'projector', lessonId: view()?.lesson.id ?? '' }));
    expect((await next(wall, 'frame')).view).toMatchObject({ closed: true });
    const ben = await knock(code, 'Ben');
    expect(await ben.join()).toMatchObject({ ok: false, error: { code: 'door_locked' } });
    const again = await knock(code, 'Ada', ada.device);
    expect(again.welcome.seat).toMatchObject({ name: 'Ada', removed: false });
    await send(desk, { type: 'lockDoor', locked: false });
    expect(await ben.join()).toMatchObject({ ok: true });
  });

  test('takes nobody after the first question where the lesson says so', async () => {
    const { code, desk, questionId } = await lesson({ lateJoin: false });
    expect(await (await knock(code, 'Ada')).join()).toMatchObject({ ok: true });
    await send(desk, { type: 'openQuestion', questionId });
    expect(await (await knock(code, 'Ben')).join()).toMatchObject({
      ok: false,
      error: { code: 'too_late_to_join' },
    });
  });

  test('with the teacher’s yes: who waits counts nowhere, answers nothing, and is in once let in', async () => {
    const { id, code, desk, questionId, view } = await lesson({ approve: true });
    const ada = await knock(code, 'Ada');
    const ack = await ada.join();
    if (!ack.ok || !ack.joined) throw new Error('not joined');
    expect(ack.joined.seat).toMatchObject({ name: 'Ada', removed: true, waits: true });
    const ben = await knock(code, 'Ben');
    await ben.join();
    await expect.poll(() => view()?.grid).toBe('qq');
    expect(view()).toMatchObject({ seats: 0, here: 0 });
    await send(desk, { type: 'openQuestion', questionId });
    expect(await send(ada.socket, answerTo(questionId))).toMatchObject({
      ok: false,
      error: { code: 'seat_removed' },
    });

    const told = next(ada.socket, 'seat');
    await send(desk, { type: 'restoreSeat', seatId: ack.joined.seat.seatId });
    const { seat } = await told;
    expect(seat).toMatchObject({ removed: false });
    expect(seat.waits).toBeUndefined();
    expect(await send(ada.socket, answerTo(questionId))).toMatchObject({ ok: true });
    await expect.poll(() => view()?.grid).toBe('aq');
    const results = await teacher.call<Results>('GET', `/lessons/${id}/results`);
    const counted = results.students.filter(({ removed }) => !removed);
    expect(counted.map(({ name }) => name)).toEqual(['Ada']);
    expect(results.lesson.seats).toBe(1);
  });

  test('who was sent out may join anew; who was removed may not, and whoever is new from there has to ask', async () => {
    const { code, desk, view } = await lesson();
    const ada = await knock(code, 'Ada');
    const first = await ada.join();
    if (!first.ok || !first.joined) throw new Error('not joined');
    await send(desk, { type: 'removeSeat', seatId: first.joined.seat.seatId, mayReturn: true });
    const anew = await knock(code, 'Ada the second', ada.device);
    expect(anew.welcome.seat).toBeNull();
    const second = await anew.join();
    if (!second.ok || !second.joined) throw new Error('not joined again');
    expect(second.joined.seat).toMatchObject({ removed: false });

    await send(desk, { type: 'removeSeat', seatId: second.joined.seat.seatId });
    const back = await knock(code, 'Ada the third', ada.device);
    expect(back.welcome.seat).toMatchObject({ removed: true });
    // Another browser of the same machine.
    const other = await (await knock(code, 'Somebody new')).join();
    expect(other).toMatchObject({ ok: true, joined: { seat: { waits: true } } });
    await expect.poll(() => view()?.grid).toBe('xxq');
  });

  test('a coarse name is refused unless the lesson takes any', async () => {
    const strict = await lesson();
    const ada = await knock(strict.code, 'Ada');
    expect(await ada.join('sh1t')).toMatchObject({ ok: false, error: { code: 'name_refused' } });
    expect(await ada.join('Ada')).toMatchObject({ ok: true });
    const loose = await lesson({ nameFilter: false });
    expect(await (await knock(loose.code, '')).join('sh1t')).toMatchObject({ ok: true });
  });
});

test('the filter knows disguises in several languages, and lets names be names', () => {
  const fits = createNameFilter();
  for (const name of [
    'shit',
    'S H I T',
    'Fuuuck',
    '$h1t',
    'puta',
    'Coño',
    'merde',
    'Scheiße',
    'x fuck x',
  ])
    expect(fits(name), name).toBe(false);
  for (const name of [
    'Ada',
    'Concha',
    'Dick',
    'Essex',
    'Student 13',
    'Scunthorpe',
    'Nguyễn Phúc',
    'Łukasz',
    'محمد',
    'अनिल',
    '王小明',
    'Assia',
    'Anna 2',
    'Student 455',
    'Phone 717',
    '',
  ])
    expect(fits(name), name).toBe(true);
});
