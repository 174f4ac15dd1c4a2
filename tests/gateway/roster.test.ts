import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LessonAttendance } from '../../lan-server/contract/attendance.ts';
import type { EnrolledFrame, TeacherFrame } from '../../lan-server/contract/frames.ts';
import { seatCode } from '../../lan-server/contract/seat-code.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import type { TestClass } from '../support/school-class.ts';
import { connect, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const choice = kindNamed('choice').fixtures[0]?.question as Extract<Question, { kind: 'choice' }>;
const pins = { Ada: '4711', Ben: '2580' };

let program: Program;
let teacher: Teacher;
let quizId: string;
const open: TestSocket[] = [];
/** All that any phone or wall was ever sent without having asked, as text. */
let told = '';
const keep = (socket: TestSocket) => {
  open.push(socket);
  return socket;
};

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  const quiz = { title: 'Lists', subject: '', questions: [choice] };
  quizId = (await teacher.call<{ id: string }>('POST', '/quizzes', quiz)).id;
});
afterAll(async () => {
  for (const socket of open) socket.disconnect();
  await program.end();
});

/** Ada and Ben have PINs, Cleo and a second Cleo have none. */
const newClass = () =>
  makeClass(teacher, [
    { name: 'Ada Okoye', pin: pins.Ada },
    { name: 'Ben Ramírez', pin: pins.Ben },
    { name: 'Cleo Marsh' },
    { name: 'Dara Lind' },
  ]);

async function lesson(of: TestClass, play: object = {}) {
  const { id, code } = await teacher.startLesson({
    quizId,
    identity: 'roster',
    classId: of.id,
    play,
  });
  const console = keep(teacher.socket({ as: 'teacher', lessonId: id }));
  let newest: TeacherFrame | null = null;
  let enrolled: EnrolledFrame['seats'] = [];
  console.on('frame', (frame) => (newest = frame as TeacherFrame));
  console.on('enrolled', (frame) => {
    enrolled = [...enrolled.slice(0, frame.from), ...frame.seats];
  });
  await next(console, 'plan');
  const wall = keep(teacher.socket({ as: 'projector', lessonId: id }));
  wall.onAny((...frame) => (told += JSON.stringify(frame)));
  const view = () => newest?.view;
  return {
    id,
    code,
    console,
    view,
    enrolled: () => enrolled,
    /** Letters by name, as the console reads them. */
    attendance: () =>
      Object.fromEntries(
        enrolled.map(({ name }, place) => [name, view()?.roster?.attendance.charAt(place)]),
      ),
  };
}

async function phone(code: string, device = newDevice()) {
  const socket = keep(connect(program.url, { as: 'student', code, device }));
  socket.onAny((...frame) => (told += JSON.stringify(frame)));
  const welcome = await next(socket, 'welcome');
  const pick = (student: string, more: object = {}) =>
    send(socket, { type: 'pickName', student, ...more });
  return { socket, device, welcome, pick };
}

async function atClass(code: string, device = newDevice()) {
  const socket = keep(connect(program.url, { as: 'class', code, device }));
  socket.onAny((...frame) => (told += JSON.stringify(frame)));
  return { socket, device, frame: await next(socket, 'class') };
}

const refused = (code: string) => ({ ok: false, error: { code } });
const seated = (name: string) => ({ ok: true, joined: { seat: { name, removed: false } } });

describe('a lesson with a list of names', () => {
  test('has a seat for each of the class; a name is found, picked and back after a power cut; who is missing is on the console alone', async () => {
    const of = await newClass();
    const { code, id, view, enrolled, attendance } = await lesson(of);
    await expect
      .poll(() => enrolled().map(({ name }) => name))
      .toEqual(['Ada Okoye', 'Ben Ramírez', 'Cleo Marsh', 'Dara Lind']);
    expect(view()).toMatchObject({ seats: 0, grid: '', roster: { attendance: 'aaaa' } });
    const ben = await phone(code);
    expect(ben.welcome).toMatchObject({ seat: null, pick: { standing: null, me: null } });
    const found = await send(ben.socket, { type: 'findName', text: 'ramir' });
    expect(found).toMatchObject({ ok: true, found: { more: false } });
    expect(found.ok && found.found?.names.map(({ name }) => name)).toEqual(['Ben Ramírez']);
    expect(await ben.pick(of.student('Ben Ramírez').id)).toMatchObject(seated('Ben Ramírez'));
    await expect.poll(() => view()?.grid).toBe('w');
    expect(attendance()).toEqual({
      'Ada Okoye': 'a',
      'Ben Ramírez': 'p',
      'Cleo Marsh': 'a',
      'Dara Lind': 'a',
    });

    await program.kill();
    program = await program.again();
    teacher = await signIn(program);
    expect((await phone(code, ben.device)).welcome.seat).toMatchObject({ name: 'Ben Ramírez' });
    const after = await teacher.call<LessonAttendance>('GET', `/lessons/${id}/attendance`);
    expect(after.students.map(({ name, status }) => [name, status])).toEqual([
      ['Ada Okoye', 'absent'],
      ['Ben Ramírez', 'present'],
      ['Cleo Marsh', 'absent'],
      ['Dara Lind', 'absent'],
    ]);
  });

  test('gives a name that another device holds only with the teacher’s one tap; the old device is told and asks back the same way', async () => {
    const of = await newClass();
    const { code, console, view } = await lesson(of);
    const cleo = of.student('Cleo Marsh').id;
    const first = await phone(code);
    await first.pick(cleo);
    const second = await phone(code);
    expect(await second.pick(cleo)).toMatchObject({ ok: true, asked: true });
    await expect.poll(() => view()?.roster?.claims.length).toBe(1);
    const claim = () => view()?.roster?.claims[0]?.claim;

    const out = next(first.socket, 'welcome');
    const inside = next(second.socket, 'welcome');
    await send(console, { type: 'admitClaim', claim: claim() });
    expect(await out).toMatchObject({ seat: null, pick: { standing: 'moved' } });
    expect(await inside).toMatchObject({ seat: { name: 'Cleo Marsh' } });
    await expect.poll(() => view()).toMatchObject({ seats: 1, here: 1, roster: { claims: [] } });
    expect(
      await send(first.socket, { type: 'answer', questionId: choice.id, round: 1, answer: {} }),
    ).toMatchObject(refused('not_joined'));

    // Back the same way, refused first.
    expect(await first.pick(cleo)).toMatchObject({ ok: true, asked: true });
    await expect.poll(() => claim()).toBeDefined();
    const no = next(first.socket, 'welcome');
    await send(console, { type: 'refuseClaim', claim: claim() });
    expect(await no).toMatchObject({ seat: null, pick: { standing: 'refused' } });
    await first.pick(cleo);
    await expect.poll(() => claim()).toBeDefined();
    // Who asks stands in the journal: a power cut does not make anybody ask again.
    await program.kill();
    program = await program.again();
    teacher = await signIn(program);
    expect((await phone(code, first.device)).welcome.pick).toMatchObject({ standing: 'asked' });
    expect((await phone(code, second.device)).welcome.seat).toMatchObject({ name: 'Cleo Marsh' });
  });

  test('asks for the PIN or its pictures where it is to; wrong ones wait ever longer, and the teacher can let in without', async () => {
    const of = await newClass();
    const { code, console, view } = await lesson(of, { proof: 'pin' });
    const ada = of.student('Ada Okoye').id;
    const one = await phone(code);
    const found = await send(one.socket, { type: 'findName', text: '' });
    expect(found.ok && found.found?.names.map(({ proof }) => proof ?? null)).toEqual([
      'pin',
      'pin',
      null,
      null,
    ]);
    expect(await one.pick(ada)).toMatchObject(refused('proof_needed'));
    expect(await one.pick(ada, { proof: pins.Ben })).toMatchObject(refused('wrong_proof'));
    expect(await one.pick(ada, { proof: pins.Ada })).toMatchObject(seated('Ada Okoye'));
    // The PIN says that it is the same student: the second device sits beside the first.
    const two = await phone(code);
    expect(await two.pick(ada, { proof: pins.Ada })).toMatchObject(seated('Ada Okoye'));
    await expect.poll(() => view()?.devices).toMatchObject([{ of: 2, here: 2 }]);
    expect(view()?.seats).toBe(1);

    const guesser = await phone(code);
    const ben = of.student('Ben Ramírez').id;
    for (let tries = 0; tries < 5; tries += 1)
      expect(await guesser.pick(ben, { proof: '0000' })).toMatchObject(refused('wrong_proof'));
    expect(await guesser.pick(ben, { proof: pins.Ben })).toMatchObject(refused('too_many'));
    expect(await guesser.pick(ben, { ask: true })).toMatchObject({ ok: true, asked: true });
    await expect.poll(() => view()?.roster?.claims.length).toBe(1);
    const inside = next(guesser.socket, 'welcome');
    await send(console, { type: 'admitClaim', claim: view()?.roster?.claims[0]?.claim });
    expect(await inside).toMatchObject({ seat: { name: 'Ben Ramírez' } });

    const pictures = await lesson(of, { proof: 'pictures' });
    const small = await phone(pictures.code);
    expect(await small.pick(ada, { proof: '48' })).toMatchObject(refused('wrong_proof'));
    expect(await small.pick(ada, { proof: '47' })).toMatchObject(seated('Ada Okoye'));
  });

  test('refuses who is of another class, and takes a guest, a newcomer and a seat’s code', async () => {
    const of = await newClass();
    const stranger = await makeClass(teacher, [{ name: 'Finn' }], 'Physics');
    const { code, console, id, view, enrolled } = await lesson(of);
    const other = await phone(code);
    expect(await other.pick(stranger.student('Finn').id)).toMatchObject(refused('seat_unknown'));
    // Not on the list: the teacher is asked, and can make the guest one of the class.
    const asked = await send(other.socket, { type: 'join', name: 'Gale' });
    expect(asked).toMatchObject({ ok: true, joined: { seat: { name: 'Gale', waits: true } } });
    const guest = asked.ok ? asked.joined?.seat.seatId : undefined;
    await send(console, { type: 'restoreSeat', seatId: guest });
    await teacher.call('POST', `/lessons/${id}/guests`, { seatId: guest });
    await expect.poll(() => enrolled().at(-1)?.name).toBe('Gale');
    // Came to the class since.
    await teacher.call('POST', `/classes/${of.id}/students`, { students: [{ name: 'Hana' }] });
    expect(await teacher.call('POST', `/lessons/${id}/enrolled`)).toEqual({ added: 1 });
    expect(await teacher.call('POST', `/lessons/${id}/enrolled`)).toEqual({ added: 0 });
    await expect.poll(() => enrolled().map(({ name }) => name)).toContain('Hana');
    expect(view()?.roster?.attendance).toHaveLength(6);

    const cleo = await phone(code);
    const sat = await cleo.pick(of.student('Cleo Marsh').id);
    const tablet = await phone(code);
    const seatId = sat.ok ? (sat.joined?.seat.seatId ?? '') : '';
    expect(await send(tablet.socket, { type: 'comeBack', seat: seatCode(seatId) })).toMatchObject(
      seated('Cleo Marsh'),
    );
    // Out and back in: by name, with the teacher's yes.
    await send(console, { type: 'removeSeat', seatId, mayReturn: true });
    const again = await phone(code);
    expect(await again.pick(of.student('Cleo Marsh').id)).toMatchObject({ asked: true });
    await expect.poll(() => view()?.roster?.claims.length).toBe(1);
    const back = next(again.socket, 'welcome');
    await send(console, { type: 'admitClaim', claim: view()?.roster?.claims[0]?.claim });
    expect(await back).toMatchObject({ seat: { name: 'Cleo Marsh', removed: false } });
  });

  test('counts the first device’s answer or the newest, keeps both, and tells the teacher where they differ', async () => {
    const of = await newClass();
    for (const devices of ['first', 'newest'] as const) {
      const { code, console, view, id } = await lesson(of, { devices, proof: 'pin' });
      const ada = of.student('Ada Okoye').id;
      const one = await phone(code);
      const two = await phone(code);
      await one.pick(ada, { proof: pins.Ada });
      await two.pick(ada, { proof: pins.Ada });
      await send(console, { type: 'openQuestion', questionId: choice.id });
      const answer = (from: typeof one, picked: number) =>
        send(from.socket, { type: 'answer', questionId: choice.id, round: 1, answer: { picked } });
      expect(await answer(one, 0)).toMatchObject({ ok: true });
      const second = await answer(two, 2);
      if (devices === 'first') expect(second).toMatchObject(refused('answer_final'));
      else expect(second).toMatchObject({ ok: true });
      await expect.poll(() => view()?.devices).toMatchObject([{ of: 2, here: 2, differ: true }]);
      const counted = view()?.current?.picture;
      expect(counted).toMatchObject({
        counts: choice.options.map((_option, place) =>
          Number(place === (devices === 'first' ? 0 : 2)),
        ),
      });
      const results = await teacher.call<{
        conflicts: { seatId: string; answers: { text: string }[] }[];
      }>('GET', `/lessons/${id}/results`);
      expect(results.conflicts).toMatchObject([{ answers: [{ device: 1 }, { device: 2 }] }]);
      // A device that goes is shown as gone, and still belongs to the seat.
      two.socket.disconnect();
      await expect.poll(() => view()?.devices).toMatchObject([{ of: 2, here: 1 }]);
    }
  });

  test('knows who is late by the lesson’s rule, and keeps every correction with who and when', async () => {
    const of = await newClass();
    const { code, console, id, view, enrolled, attendance } = await lesson(of, { graceMinutes: 0 });
    const dara = await phone(code);
    await dara.pick(of.student('Dara Lind').id);
    await expect.poll(() => attendance()['Dara Lind']).toBe('l');
    const seatOf = (name: string) => enrolled().find((one) => one.name === name)?.seatId ?? '';
    const mark = (name: string, more: object) =>
      send(console, { type: 'markAttendance', seatId: seatOf(name), ...more });
    await mark('Dara Lind', { mark: 'late', minutes: 12 });
    await mark('Ben Ramírez', { mark: 'present' });
    await expect.poll(() => attendance()).toMatchObject({ 'Ben Ramírez': 'P', 'Dara Lind': 'L' });
    expect(view()?.roster?.late).toEqual([[3, 12]]);
    await send(console, { type: 'endLesson' });
    await teacher.call('POST', `/lessons/${id}/attendance`, {
      seatId: seatOf('Ben Ramírez'),
      mark: 'excused',
    });
    await teacher.call('POST', `/lessons/${id}/attendance`, {
      seatId: seatOf('Dara Lind'),
      mark: null,
    });
    const { students, corrections } = await teacher.call<LessonAttendance>(
      'GET',
      `/lessons/${id}/attendance`,
    );
    expect(students).toMatchObject([
      { name: 'Ada Okoye', status: 'absent', marked: false, arrivedAt: null },
      { name: 'Ben Ramírez', status: 'excused', marked: true },
      { name: 'Cleo Marsh', status: 'absent' },
      { name: 'Dara Lind', status: 'late', minutes: 0, marked: false },
    ]);
    expect(corrections.map(({ mark: said, by }) => [said, by])).toEqual([
      ['late', 'Ms Okafor'],
      ['present', 'Ms Okafor'],
      ['excused', 'Ms Okafor'],
      [null, 'Ms Okafor'],
    ]);
    const csv = await fetch(`${program.url}/api/v1/lessons/${id}/export.csv?lang=en`, {
      headers: { cookie: teacher.cookie },
    });
    expect(await csv.text()).toContain('late');
  });
});

describe('a device that is signed in to a class', () => {
  test('says who it is once, and takes its seat by itself in the class’s lessons', async () => {
    const of = await newClass();
    const ben = await atClass(of.code);
    expect(ben.frame).toMatchObject({ class: { name: 'Biology 9' }, me: null });
    const found = await send(ben.socket, { type: 'findName', text: 'ben' });
    expect(found).toMatchObject({ found: { names: [{ name: 'Ben Ramírez', proof: 'pin' }] } });
    const student = of.student('Ben Ramírez').id;
    expect(await send(ben.socket, { type: 'pickName', student })).toMatchObject(
      refused('proof_needed'),
    );
    const known = next(ben.socket, 'class');
    await send(ben.socket, { type: 'pickName', student, proof: pins.Ben });
    expect(await known).toMatchObject({ me: { name: 'Ben Ramírez' } });
    expect((await atClass(of.code, ben.device)).frame).toMatchObject({
      me: { name: 'Ben Ramírez' },
    });
    const { code } = await lesson(of);
    expect((await phone(code, ben.device)).welcome.seat).toMatchObject({ name: 'Ben Ramírez' });

    // Without a PIN a second device is refused here; the teacher's yes in a lesson moves the name.
    const first = await atClass(of.code);
    const cleo = of.student('Cleo Marsh').id;
    await send(first.socket, { type: 'pickName', student: cleo });
    const second = await atClass(of.code);
    expect(await send(second.socket, { type: 'pickName', student: cleo })).toMatchObject(
      refused('name_taken'),
    );
    const gone = next(ben.socket, 'class');
    await send(ben.socket, { type: 'forgetMe' });
    expect(await gone).toMatchObject({ me: null });
  });

  test('is known by the class’s code alone', async () => {
    const wrong = connect(program.url, { as: 'class', code: 'ZZZZZZ', device: newDevice() });
    keep(wrong);
    const error = await new Promise<unknown>((resolve) =>
      wrong.once('connect_error', (failed) => resolve((failed as { data?: unknown }).data)),
    );
    expect(error).toMatchObject({ code: 'unknown_code' });
  });
});

test('neither a PIN nor the name of somebody who is not there was sent to a phone or the wall', () => {
  expect(told).toContain('Cleo Marsh');
  for (const pin of Object.values(pins)) expect(told).not.toContain(pin);
  // On the list of every lesson here, and never in one.
  expect(told).not.toContain('Hana');
});
