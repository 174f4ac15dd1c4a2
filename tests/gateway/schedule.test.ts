import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { start } from '../../lan-server/compose.ts';
import type { Chalkbox } from '../../lan-server/compose.ts';
import type { LessonSummary } from '../../lan-server/contract/api.ts';
import type {
  DeskFrame,
  Planned,
  PlannedChanged,
  Schedule,
} from '../../lan-server/contract/schedule.ts';
import { places } from '../../scripts/pages/places.ts';
import { connect, next, send, signIn } from '../support/teacher.ts';
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
