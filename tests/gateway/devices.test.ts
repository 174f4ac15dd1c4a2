import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Devices, DevicesSignedOut } from '../../lan-server/contract/devices.ts';
import { devicesSchema } from '../../lan-server/contract/devices.ts';
import type { StaffChanged } from '../../lan-server/contract/staff.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { connect, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';

const password = 'chalk-and-board';
const safariOnPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0';

let program: Program;
let teacher: Teacher;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  await teacher.call('PATCH', '/teacher', { password });
});
afterAll(() => program.end());

/** Signs in by the password, as a phone of the teacher does; gives the cookie. */
async function byPassword(userAgent: string): Promise<string> {
  const response = await fetch(`${program.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    body: JSON.stringify({ password }),
  });
  expect(response.status).toBe(200);
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

const list = async () =>
  devicesSchema.parse(await teacher.call<Devices>('GET', '/devices')).devices;
const status = async (cookie: string) =>
  (await fetch(`${program.url}/api/v1/devices`, { headers: { cookie } })).status;
const gone = (socket: TestSocket) => new Promise((resolve) => socket.once('disconnect', resolve));

/** Console and wall of a device, let in. */
async function screens(cookie: string, lessonId: string, polling = false) {
  const sockets = (['teacher', 'projector'] as const).map((as) =>
    connect(program.url, { as, lessonId }, cookie, polling ? ['polling'] : undefined),
  );
  await Promise.all(sockets.map((socket) => next(socket, 'frame')));
  return sockets;
}

test('a device is listed by what we know of its browser, never by what it says', async () => {
  await byPassword(safariOnPhone);
  await byPassword(edge);
  await byPassword(`<script>alert(1)</script> ${'x'.repeat(10_000)}`);
  const devices = await list();
  expect(devices.map(({ thisOne }) => thisOne)).toEqual([true, false, false, false]);
  const named = devices.slice(1).map(({ browser, system, via }) => [browser, system, via]);
  expect(named).toContainEqual(['Safari', 'iPhone', 'password']);
  expect(named).toContainEqual(['Edge', 'Windows', 'password']);
  expect(named).toContainEqual([null, null, 'password']);
  expect(await teacher.call<DevicesSignedOut>('DELETE', '/devices')).toEqual({ signedOut: 3 });
});

test('signing a device out cuts its console and its wall at once, and lets neither back in', async () => {
  const lesson = await teacher.startLesson();
  for (const polling of [false, true]) {
    const phone = await byPassword(safariOnPhone);
    const theirs = await screens(phone, lesson.id, polling);
    const own = await screens(teacher.cookie, lesson.id);
    const device = (await list()).find(({ thisOne }) => !thisOne);
    const cut = Promise.all(theirs.map(gone));
    const answered: string[] = [];
    theirs[0]?.onAny((event: string) => answered.push(event));
    await teacher.call('DELETE', `/devices/${device?.id}`);
    // From here on the device hears nothing, even where its connection is still being closed.
    answered.length = 0;
    await send(own[0] as TestSocket, { type: 'setWall', wall: { blank: polling } });
    await cut;
    expect(answered).toEqual([]);
    expect(await status(phone)).toBe(401);
    const back = connect(program.url, { as: 'teacher', lessonId: lesson.id }, phone);
    const refused = await new Promise<Error & { data?: unknown }>((resolve) =>
      back.once('connect_error', resolve),
    );
    expect(refused.data).toMatchObject({ code: 'not_signed_in' });
    expect(own.map(({ connected }) => connected)).toEqual([true, true]);
    for (const socket of own) socket.disconnect();
  }
});

test('all others at once; another password and signing out cut off as well', async () => {
  const lesson = await teacher.startLesson();
  const own = await screens(teacher.cookie, lesson.id);
  const ways: ((cookie: string) => Promise<unknown>)[] = [
    () => teacher.call('DELETE', '/devices'),
    () => teacher.call('PATCH', '/teacher', { password }),
    (cookie) => fetch(`${program.url}/api/v1/session`, { method: 'DELETE', headers: { cookie } }),
  ];
  for (const way of ways) {
    const cookie = await byPassword(edge);
    const theirs = await screens(cookie, lesson.id);
    const cut = Promise.all(theirs.map(gone));
    await way(cookie);
    await cut;
    expect(await status(cookie)).toBe(401);
  }
  expect(own.map(({ connected }) => connected)).toEqual([true, true]);
  expect(await list()).toHaveLength(1);
  for (const socket of own) socket.disconnect();
});

test('a device that signs itself out in the list loses its cookie; an unknown one is not found', async () => {
  const cookie = await byPassword(edge);
  const { devices } = devicesSchema.parse(
    await (await fetch(`${program.url}/api/v1/devices`, { headers: { cookie } })).json(),
  );
  const unknown = await fetch(`${program.url}/api/v1/devices/no-such-device`, {
    method: 'DELETE',
    headers: { cookie },
  });
  expect(unknown.status).toBe(404);
  const self = await fetch(`${program.url}/api/v1/devices/${devices[0]?.id}`, {
    method: 'DELETE',
    headers: { cookie },
  });
  expect([self.status, self.headers.get('set-cookie')?.slice(0, 10)]).toEqual([204, 'chalkbox=;']);
  expect(await status(cookie)).toBe(401);
});

test('with a second teacher each sees and signs out their own devices, and no one else’s', async () => {
  const { teacher: second } = await teacher.call<StaffChanged>('POST', '/teachers', {
    name: 'Mr Diaz',
    way: { by: 'password', password: 'diaz-password' },
  });
  const enter = async () => {
    const response = await fetch(`${program.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': edge },
      body: JSON.stringify({ teacherId: second.id, password: 'diaz-password' }),
    });
    expect(response.status).toBe(200);
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const [theirs, theirPhone] = [await enter(), await enter()];
  const as = async <T>(cookie: string, method: string, path: string): Promise<T | number> => {
    const response = await fetch(`${program.url}/api/v1${path}`, { method, headers: { cookie } });
    return response.status === 200 ? ((await response.json()) as T) : response.status;
  };
  const own = await list();
  const { devices } = devicesSchema.parse(await as(theirs, 'GET', '/devices'));
  expect(devices).toHaveLength(2);
  const ids = new Set(own.map(({ id }) => id));
  expect(devices.filter(({ id }) => ids.has(id))).toEqual([]);
  for (const { id } of own) expect(await as(theirs, 'DELETE', `/devices/${id}`)).toBe(404);
  expect(await status(teacher.cookie)).toBe(200);
  await teacher.call('DELETE', '/devices');
  expect([await status(theirs), await status(theirPhone)]).toEqual([200, 200]);
  expect(await as<DevicesSignedOut>(theirs, 'DELETE', '/devices')).toEqual({ signedOut: 1 });
  expect([await status(theirPhone), await status(teacher.cookie)]).toEqual([401, 200]);
});
