import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from '../../lan-server/compose.ts';
import type { Chalkbox } from '../../lan-server/compose.ts';
import type { LessonSummary } from '../../lan-server/contract/api.ts';
import type {
  ClassroomFrame,
  DeskFrame,
  Planned,
  PlannedChanged,
  Schedule,
} from '../../lan-server/contract/schedule.ts';
import type { SchoolClass } from '../../lan-server/contract/classes.ts';
import { places } from '../../scripts/pages/places.ts';
import { connect, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const minute = 60_000;
/** A Monday in Madrid, 10:00. */
const monday = Date.UTC(2027, 2, 22, 9);

const dataDir = join(mkdtempSync(join(tmpdir(), 'chalkbox-test-')), 'data');
let chalkbox: Chalkbox;
let teacher: Teacher;
let now = monday;
let desk: TestSocket;
let frames: DeskFrame[] = [];
const sockets: TestSocket[] = [];

async function begin() {
  const started = await start({
    dataDir,
    port: 0,
    host: '127.0.0.1',
    mdns: false,
    pagesDir: places.pages,
    schedule: { now: () => now, lookEveryMs: 50, zone: () => 'Europe/Madrid' },
  });
  if ('refused' in started) throw new Error(started.refused);
  chalkbox = started;
  teacher = await signIn(chalkbox);
  frames = [];
  desk = teacher.socket({ as: 'desk' });
  sockets.push(desk);
  desk.on('desk', (frame) => frames.push(frame));
  await next(desk, 'desk');
}

async function end() {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await chalkbox.stop();
}

beforeAll(begin);
afterAll(async () => {
  await end();
  rmSync(dataDir, { recursive: true, force: true });
});

const told = () => frames.at(-1) as DeskFrame;
const plan = async (wanted: object) =>
  (
    await teacher.call<PlannedChanged>('POST', '/schedule', {
      lesson: { title: 'Cells' },
      ...wanted,
    })
  ).planned;
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1],
  );

test('a lesson is planned, asked about when it is time, asked about later, and started into one lesson', async () => {
  const [one] = await plan({ day: '2027-03-22', time: '10:10', minutes: 40 });
  expect(one).toMatchObject({ status: 'scheduled', due: false, startsAt: monday + 10 * minute });
  await expect
    .poll(() => told().planned.map(({ id, due }) => [id, due]))
    .toEqual([[one?.id, false]]);
  const before = frames.length;

  now = monday + 12 * minute;
  await expect.poll(() => told().planned[0]?.due).toBe(true);
  // Each change once, and the whole each time.
  expect(frames.length).toBe(before + 1);
  await teacher.call('POST', `/schedule/${one?.id}/later`, { minutes: 5 });
  await expect.poll(() => told().planned[0]?.due).toBe(false);
  now = monday + 17 * minute;
  await expect.poll(() => told().planned[0]?.due).toBe(true);

  const tries = await Promise.all(
    [1, 2, 3].map(() => refusal(teacher.call('POST', `/schedule/${one?.id}/start`))),
  );
  expect(tries.filter((how) => how === 'done')).toHaveLength(1);
  await expect.poll(() => told().live).toHaveLength(1);
  // It ends when it was to end, however late it began.
  const [live] = told().live;
  expect(live).toMatchObject({ title: 'Cells', endsAt: monday + 50 * minute, plannedId: one?.id });
  await teacher.call('POST', `/schedule/${one?.id}/extend`, { minutes: 10 });
  await expect.poll(() => told().live[0]?.endsAt).toBe(monday + 60 * minute);

  const console = teacher.socket({ as: 'teacher', lessonId: live?.lessonId ?? '' });
  sockets.push(console);
  await next(console, 'plan');
  await send(console, { type: 'pauseLesson' });
  await expect.poll(() => told().live[0]?.status).toBe('paused');
  await send(console, { type: 'endLesson' });
  await expect.poll(() => told().live).toEqual([]);
  const seen = await teacher.call<Planned>('GET', `/schedule/${one?.id}`);
  expect(seen).toMatchObject({ status: 'ended', lessonId: live?.lessonId });
  expect(await refusal(teacher.call('POST', `/schedule/${one?.id}/start`))).toBe('plan_settled');
  expect(await refusal(teacher.call('POST', `/schedule/${one?.id}/extend`, { minutes: 5 }))).toBe(
    'plan_settled',
  );
});

test('a weekly plan is edited and cancelled singly and from a lesson on, over the change of clocks, and each act can be undone', async () => {
  now = monday;
  const all = await plan({
    day: '2027-03-24',
    time: '11:00',
    minutes: 45,
    repeat: { weekdays: [3], end: { times: 4 } },
  });
  const list = async () => {
    const { planned, zone } = await teacher.call<Schedule>(
      'GET',
      '/schedule?from=2027-03-23&to=2027-05-01',
    );
    expect(zone).toBe('Europe/Madrid');
    return planned.map(({ day, time, status }) => `${day} ${time} ${status}`);
  };
  const whole = ['2027-03-24', '2027-03-31', '2027-04-07', '2027-04-14'].map(
    (day) => `${day} 11:00 scheduled`,
  );
  expect(await list()).toEqual(whole);
  // Clocks go forward on the 28th: the same time of day, an hour less apart.
  expect((all[1]?.startsAt ?? 0) - (all[0]?.startsAt ?? 0)).toBe((7 * 24 - 1) * 60 * minute);

  const moved = await teacher.call<PlannedChanged>('PATCH', `/schedule/${all[1]?.id}`, {
    scope: 'following',
    day: '2027-04-01',
    time: '09:30',
  });
  expect(await list()).toEqual([
    whole[0],
    '2027-04-01 09:30 scheduled',
    '2027-04-08 09:30 scheduled',
    '2027-04-15 09:30 scheduled',
  ]);
  await teacher.call('POST', '/schedule/undo', { undo: moved.undo });
  expect(await list()).toEqual(whole);

  const one = await teacher.call<PlannedChanged>('POST', `/schedule/${all[1]?.id}/cancel`);
  await teacher.call('POST', `/schedule/${all[2]?.id}/cancel`, { scope: 'following' });
  expect((await list()).map((line) => line.split(' ')[2])).toEqual([
    'scheduled',
    'cancelled',
    'cancelled',
    'cancelled',
  ]);
  await expect.poll(() => told().planned).toHaveLength(1);
  await teacher.call('POST', '/schedule/undo', { undo: one.undo });
  expect((await list()).filter((line) => line.endsWith('scheduled'))).toHaveLength(2);
  expect(await refusal(teacher.call('POST', '/schedule/undo', { undo: one.undo }))).toBe(
    'not_found',
  );
  expect(await refusal(plan({ day: '2027-03-21', time: '10:00' }))).toBe('plan_past');
  expect(await refusal(plan({ day: '2027-02-30', time: '10:00' }))).toBe('bad_request');
});

test('the program is killed and comes back: what is due starts by itself with what is left, and what is over was missed', async () => {
  now = monday;
  const [soon, early, late] = await Promise.all([
    plan({ day: '2027-03-22', time: '14:00', minutes: 30, byItself: true }),
    plan({ day: '2027-03-22', time: '12:00', minutes: 30, byItself: true }),
    plan({ day: '2027-03-22', time: '18:00', minutes: 30, byItself: true }),
  ]);
  await end();
  // 14:20
  now = monday + 260 * minute;
  await begin();
  await expect.poll(() => told().live.map(({ plannedId }) => plannedId)).toEqual([soon[0]?.id]);
  expect(told().live[0]).toMatchObject({ byItself: true, endsAt: monday + 270 * minute });
  const status = async (id = '') => (await teacher.call<Planned>('GET', `/schedule/${id}`)).status;
  expect(await status(early[0]?.id)).toBe('missed');
  expect(await status(late[0]?.id)).toBe('scheduled');
  // Once more, in the middle of the lesson: it is the same one.
  const [lesson] = told().live;
  await end();
  await begin();
  expect(told().live.map(({ lessonId }) => lessonId)).toEqual([lesson?.lessonId]);
  const { lessons } = await teacher.call<{ lessons: LessonSummary[] }>(
    'GET',
    '/lessons?status=live',
  );
  expect(lessons.map(({ id }) => id)).toEqual([lesson?.lessonId]);
});

test('what concerns a class is heard at its devices, and nowhere else; one that was away has the whole when it comes back', async () => {
  now = monday;
  const made = async (name: string, students: string[]) => {
    const { id, code } = await teacher.call<SchoolClass>('POST', '/classes', { name });
    const sections = await teacher.call<SchoolClass>('POST', `/classes/${id}/sections`, {
      name: 'Second half',
    });
    const sectionId = sections.sections[0]?.id ?? null;
    const { students: all } = await teacher.call<{ students: { id: string }[] }>(
      'POST',
      `/classes/${id}/students`,
      {
        students: students.map((who, at) => ({
          name: who,
          sectionId: at === 1 ? sectionId : null,
        })),
      },
    );
    return { id, code, sectionId, students: all.map((student) => student.id) };
  };
  const biology = await made('Biology 7b', ['Ada', 'Ben']);
  const latin = await made('Latin 9', ['Cleo']);

  type Heard = (ClassroomFrame | null)[];
  const atPage = async (code: string, student: string | undefined, device = newDevice()) => {
    const socket = connect(chalkbox.url, { as: 'class', code, device });
    sockets.push(socket);
    const heard: Heard = [];
    socket.on('classroom', (frame) => heard.push(frame));
    await next(socket, 'classroom');
    if (student !== undefined) await send(socket, { type: 'pickName', student });
    await expect.poll(() => heard.at(-1)?.class.name).toBeTruthy();
    return { socket, heard, device };
  };
  const ada = await atPage(biology.code, biology.students[0]);
  const ben = await atPage(biology.code, biology.students[1]);
  const cleo = await atPage(latin.code, latin.students[0]);
  // Nobody is told anything before saying who they are.
  expect(ada.heard[0]).toBe(null);
  const counts = () => [ada, ben, cleo].map(({ heard }) => heard.length);

  const before = counts();
  const lesson = { title: 'Leaves', classId: biology.id };
  const [whole] = await plan({ lesson, day: '2027-03-22', time: '16:00', byItself: true });
  await expect.poll(counts).toEqual([before[0]! + 1, before[1]! + 1, before[2]]);
  expect(ada.heard.at(-1)?.coming).toMatchObject([
    { id: whole?.id, title: 'Leaves', teacher: 'Ms Okafor', time: '16:00', cancelled: false },
  ]);
  const half = { ...lesson, title: 'Roots', sectionId: biology.sectionId };
  const [halved] = await plan({ lesson: half, day: '2027-03-22', time: '17:00' });
  await expect.poll(counts).toEqual([before[0]! + 1, before[1]! + 2, before[2]]);
  await teacher.call('POST', `/schedule/${halved?.id}/cancel`);
  await expect.poll(() => ben.heard.at(-1)?.coming[1]?.cancelled).toBe(true);

  // Ada's device is away while the lesson begins, goes on and is made longer.
  ada.socket.disconnect();
  now = monday + 361 * minute;
  await expect.poll(() => ben.heard.at(-1)?.live.map(({ title }) => title)).toEqual(['Leaves']);
  const live = told().live.find(({ plannedId }) => plannedId === whole?.id);
  const console = teacher.socket({ as: 'teacher', lessonId: live?.lessonId ?? '' });
  sockets.push(console);
  const { questions } = await next(console, 'plan');
  await send(console, { type: 'openQuestion', questionId: questions[0]?.id });
  await teacher.call('POST', `/schedule/${whole?.id}/extend`, { minutes: 15 });
  const back = await atPage(biology.code, undefined, ada.device);
  const state = {
    status: 'live',
    number: 1,
    of: 1,
    code: live?.code,
    endsAt: monday + (360 + 60) * minute,
  };
  await expect.poll(() => back.heard.at(-1)?.live).toMatchObject([state]);
  await expect.poll(() => ben.heard.at(-1)?.live).toMatchObject([state]);
  await send(console, { type: 'endLesson' });
  await expect.poll(() => ben.heard.at(-1)?.live).toEqual([]);
  expect(counts()[2]).toBe(before[2]);

  // A device that is nobody's any more is told nothing more.
  await send(ben.socket, { type: 'forgetMe' });
  await expect.poll(() => ben.heard.at(-1)).toBe(null);
});

test('a window without a session hears nothing, and a window may only listen', async () => {
  const stranger = connect(chalkbox.url, { as: 'desk' });
  sockets.push(stranger);
  const refused = await new Promise<string>((resolve) =>
    stranger.once('connect_error', (error) => resolve(error.message)),
  );
  expect(refused).toBe('not_signed_in');
  const ack = await send(desk, { type: 'endLesson' });
  expect(ack).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
