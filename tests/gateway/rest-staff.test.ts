import { expect, test } from 'vitest';
import type { CoTeachers, SignInList, StaffChanged } from '../../lan-server/contract/staff.ts';
import { asker, codeOf, cookieFrom, launchKey, password, startRest } from './rest-server.ts';
import type { Ask, RestServer } from './rest-server.ts';

const session = '/api/v1/session';

/** A second teacher; gives their id and what was answered. */
async function add(asTeacher: Ask, way: object, name = 'Mr Diaz'): Promise<StaffChanged> {
  const reply = await asTeacher('POST', '/teachers', { body: { name, way } });
  expect([name, reply.status]).toEqual([name, 201]);
  return reply.json() as unknown as StaffChanged;
}

/** The laptop's window after the program was opened anew: nobody has said who sits there. */
async function openWindow({ ask }: RestServer): Promise<string> {
  const reply = await ask('POST', session, { body: { launchKey } });
  expect(reply.status).toBe(200);
  return cookieFrom(reply);
}

test('with several teachers the laptop’s window asks who sits there; a tap, a PIN or a password lets each in as themselves', async () => {
  const rest = await startRest();
  const { ask, asTeacher } = rest;
  const first = (await asTeacher('GET', '/session')).json() as { teacher: { id: string } };
  const tap = await add(asTeacher, { by: 'tap' });
  const pin = await add(asTeacher, { by: 'pin', pin: '4821' }, 'Ms Chen');
  // Whoever was at work goes on.
  expect((await asTeacher('GET', '/session')).json()).toMatchObject({
    teacher: { name: 'Ms Okafor' },
    several: true,
  });

  let cookie = await openWindow(rest);
  expect((await ask('GET', session, { cookie })).json()).toEqual({ teacher: null, choose: true });
  for (const path of ['/quizzes', '/backups', '/rescue', '/devices'])
    expect([path, codeOf(await ask('GET', `/api/v1${path}`, { cookie }))]).toEqual([
      path,
      'not_signed_in',
    ]);
  const list = (await ask('GET', `${session}/teachers`, { cookie })).json() as SignInList;
  expect(list.atLaptop).toBe(true);
  expect(list.teachers.map(({ name, ways }) => [name, ways.tap, ways.pin, ways.password])).toEqual([
    ['Mr Diaz', true, false, false],
    ['Ms Chen', false, true, false],
    ['Ms Okafor', false, false, true],
  ]);

  const as = async (body: object, from = cookie) => ask('POST', session, { cookie: from, body });
  // A tap opens nobody who has something to show.
  for (const { id } of [pin.teacher, first.teacher])
    expect(codeOf(await as({ teacherId: id }))).toBe('wrong_password');
  expect(codeOf(await as({ teacherId: pin.teacher.id, pin: '0000' }))).toBe('wrong_pin');
  const chen = await as({ teacherId: pin.teacher.id, pin: '4821' });
  expect(chen.json()).toMatchObject({
    teacher: { name: 'Ms Chen', role: 'teacher', hasPin: true },
  });
  // The window's session before is no more, so that nobody goes back to it.
  expect((await ask('GET', session, { cookie })).status).toBe(401);
  cookie = cookieFrom(chen);
  expect(codeOf(await ask('GET', '/api/v1/teachers', { cookie }))).toBe('forbidden');

  const left = await ask('POST', `${session}/leave`, { cookie });
  expect(left.json()).toEqual({ teacher: null, choose: true });
  const diaz = await as({ teacherId: tap.teacher.id }, cookieFrom(left));
  expect(diaz.json()).toMatchObject({ teacher: { name: 'Mr Diaz' } });
});

test('elsewhere only passwords and codes open, and nobody is listed who has none', async () => {
  const rest = await startRest();
  const { ask, asTeacher } = rest;
  const tap = await add(asTeacher, { by: 'tap' });
  const pin = await add(asTeacher, { by: 'pin', pin: '4821' }, 'Ms Chen');
  const list = (await ask('GET', `${session}/teachers`)).json() as SignInList;
  expect([list.atLaptop, list.teachers.map(({ name }) => name)]).toEqual([false, ['Ms Okafor']]);
  for (const body of [{ teacherId: tap.teacher.id }, { teacherId: pin.teacher.id, pin: '4821' }])
    expect(codeOf(await ask('POST', session, { body }))).toBe('laptop_only');
  // Of several teachers a password alone is nobody's.
  expect(codeOf(await ask('POST', session, { body: { password } }))).toBe('wrong_password');
  const body = { teacherId: list.teachers[0]?.id, password };
  const phone = await ask('POST', session, { body });
  expect(phone.json()).toMatchObject({ teacher: { name: 'Ms Okafor', atLaptop: false } });
  // A session that travels through the air changes nobody's way in, and asks nobody away.
  const cookie = cookieFrom(phone);
  for (const [method, path, sent] of [
    ['POST', '/teachers', { name: 'X', way: { by: 'tap' } }],
    ['PATCH', `/teachers/${tap.teacher.id}`, { left: true }],
    ['POST', '/teacher/codes', {}],
    ['PATCH', '/teacher', { pin: '1234' }],
    ['POST', '/session/leave', {}],
  ] as const)
    expect([path, codeOf(await ask(method, `/api/v1${path}`, { cookie, body: sent }))]).toEqual([
      path,
      'laptop_only',
    ]);
});

test('guessing one teacher’s PIN locks that teacher, not the one beside', async () => {
  const rest = await startRest();
  const chen = await add(rest.asTeacher, { by: 'pin', pin: '4821' }, 'Ms Chen');
  const diaz = await add(rest.asTeacher, { by: 'pin', pin: '1111' });
  const cookie = await openWindow(rest);
  const as = (teacherId: string, pin: string) =>
    rest.ask('POST', session, { cookie, body: { teacherId, pin } });
  for (let tries = 0; tries < 5; tries += 1)
    expect(codeOf(await as(chen.teacher.id, `000${tries}`))).toBe('wrong_pin');
  const locked = await as(chen.teacher.id, '4821');
  expect([codeOf(locked), locked.headers['retry-after']]).toEqual(['too_many', '30']);
  expect((await as(diaz.teacher.id, '1111')).status).toBe(200);
});

test('one-time codes are guessed no better than passwords: after five tries the right one waits too', async () => {
  const { ask, asTeacher, time } = await startRest();
  const { code, teacher } = await add(asTeacher, { by: 'invitation' });
  const enter = (tried: unknown) =>
    ask('POST', session, {
      body: { teacherId: teacher.id, code: tried, newPassword: 'my-own-password' },
    });
  const codes = await Promise.all(
    ['2222', '3333', '4444', '5555', '6666', '7777'].map(async (last) =>
      codeOf(await enter(`2222-2222-${last}`)),
    ),
  );
  expect(codes.filter((one) => one === 'wrong_sign_in_code')).toHaveLength(5);
  const locked = await enter(code);
  expect([codeOf(locked), locked.headers['retry-after']]).toEqual(['too_many', '30']);
  time.now += 30_000;
  expect((await enter(code)).status).toBe(200);
});

test('an invitation opens once, with a password of one’s own; a recovery sheet’s code as well, and signs everything else out', async () => {
  const { ask, asTeacher, port } = await startRest();
  const invited = await add(asTeacher, { by: 'invitation' });
  expect(invited.code).toMatch(/^[2-9C-Y]{4}-[2-9C-Y]{4}-[2-9C-Y]{4}$/);
  const { id: teacherId } = invited.teacher;
  const enter = (code: unknown, newPassword = 'my-own-password') =>
    ask('POST', session, { body: { teacherId, code, newPassword } });
  expect(codeOf(await enter('2222-2222-2222'))).toBe('wrong_sign_in_code');
  expect((await enter(invited.code?.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
  expect(codeOf(await enter(invited.code))).toBe('wrong_sign_in_code');
  expect(
    (await ask('POST', session, { body: { teacherId, password: 'my-own-password' } })).status,
  ).toBe(200);

  // One's own sheet, made at the laptop.
  const me = ((await asTeacher('GET', '/session')).json() as { teacher: { id: string } }).teacher;
  expect((await asTeacher('GET', '/teacher/codes')).json()).toEqual({ sheet: null });
  const made = (await asTeacher('POST', '/teacher/codes')).json() as { codes: string[] };
  expect(new Set(made.codes).size).toBe(10);
  const again = await asker(port)('POST', session, {
    body: { teacherId: me.id, code: made.codes[3], newPassword: 'after-the-holidays' },
  });
  expect(again.json()).toMatchObject({ teacher: { name: 'Ms Okafor' } });
  expect((await asTeacher('GET', '/session')).status).toBe(401);
  const cookie = cookieFrom(again);
  const state = await ask('GET', '/api/v1/teacher/codes', { cookie });
  expect(state.json()).toMatchObject({ sheet: { left: 9 } });
  expect(codeOf(await ask('POST', session, { body: { teacherId: me.id, password } }))).toBe(
    'wrong_password',
  );
});

test('who is let go is signed out and stays with what they own; there is always an admin', async () => {
  const { ask, asTeacher } = await startRest();
  const me = ((await asTeacher('GET', '/session')).json() as { teacher: { id: string } }).teacher;
  for (const change of [{ role: 'teacher' }, { left: true }])
    expect(codeOf(await asTeacher('PATCH', `/teachers/${me.id}`, { body: change }))).toBe(
      'last_admin',
    );
  const { teacher } = await add(asTeacher, { by: 'password', password: 'diaz-password' });
  const body = { teacherId: teacher.id, password: 'diaz-password' };
  const cookie = cookieFrom(await ask('POST', session, { body }));
  expect((await ask('GET', '/api/v1/quizzes', { cookie })).status).toBe(200);
  await asTeacher('PATCH', `/teachers/${teacher.id}`, { body: { left: true } });
  expect((await ask('GET', '/api/v1/quizzes', { cookie })).status).toBe(401);
  expect(codeOf(await ask('POST', session, { body }))).toBe('wrong_password');
  // And back, with all that they had.
  await asTeacher('PATCH', `/teachers/${teacher.id}`, { body: { left: false, role: 'admin' } });
  expect((await ask('POST', session, { body })).json()).toMatchObject({
    teacher: { role: 'admin' },
  });
  expect(
    (await asTeacher('PATCH', `/teachers/${me.id}`, { body: { role: 'teacher' } })).status,
  ).toBe(200);
  expect(codeOf(await asTeacher('GET', '/teachers'))).toBe('forbidden');
});

test('a lesson is shared with who is invited to it, and nobody else; whose it is stands in the list', async () => {
  const { ask, asTeacher } = await startRest();
  const lesson = (await asTeacher('POST', '/lessons', { body: {} })).json() as { id: string };
  const diaz = await add(asTeacher, { by: 'password', password: 'diaz-password' });
  const chen = await add(asTeacher, { by: 'password', password: 'chen-password' }, 'Ms Chen');
  const sign = async (teacherId: string, secret: string): Promise<Ask> => {
    const cookie = cookieFrom(
      await ask('POST', session, { body: { teacherId, password: secret } }),
    );
    return (method, path, sent) => ask(method, `/api/v1${path}`, { cookie, ...sent });
  };
  const asDiaz = await sign(diaz.teacher.id, 'diaz-password');
  const asChen = await sign(chen.teacher.id, 'chen-password');
  const teachers = `/lessons/${lesson.id}/teachers`;
  expect((await asDiaz('GET', `/lessons/${lesson.id}`)).status).toBe(404);

  const invite = (teacherId: string) => asTeacher('POST', teachers, { body: { teacherId } });
  const shared = (await invite(diaz.teacher.id)).json() as CoTeachers;
  expect(shared.coTeachers.map(({ name }) => name)).toEqual(['Mr Diaz']);
  expect(shared.others.map(({ name }) => name)).toEqual(['Ms Chen']);
  expect(codeOf(await invite(diaz.teacher.id))).toBe('already_invited');
  expect(codeOf(await invite('no-such-teacher'))).toBe('not_found');

  const theirs = (await asDiaz('GET', '/lessons')).json() as { lessons: object[] };
  expect(theirs.lessons).toMatchObject([{ id: lesson.id, sharedBy: 'Ms Okafor' }]);
  expect((await asTeacher('GET', '/lessons')).text).not.toContain('sharedBy');
  expect((await asDiaz('GET', `/lessons/${lesson.id}/results`)).status).toBe(200);
  expect((await asDiaz('GET', teachers)).json()).toMatchObject({ mayInvite: false, others: [] });
  // A co-teacher runs it; whom else to invite is the owner's.
  expect(codeOf(await asDiaz('POST', teachers, { body: { teacherId: chen.teacher.id } }))).toBe(
    'forbidden',
  );
  expect(codeOf(await asChen('GET', teachers))).toBe('not_found');

  await asTeacher('DELETE', `${teachers}/${diaz.teacher.id}`);
  expect((await asDiaz('GET', `/lessons/${lesson.id}/results`)).status).toBe(404);
  expect((await asDiaz('GET', '/lessons')).json()).toMatchObject({ lessons: [] });
});

test('the school’s settings are read by all, changed by admins, and checked', async () => {
  const { asTeacher } = await startRest();
  const before = (await asTeacher('GET', '/school')).json();
  expect(before).toEqual({
    name: '',
    logo: null,
    language: null,
    weekStart: 'monday',
    timeZone: null,
    retentionDays: null,
  });
  const wanted = {
    ...before,
    name: 'Colegio San José',
    timeZone: 'America/Bogota',
    retentionDays: 400,
  };
  expect((await asTeacher('PUT', '/school', { body: wanted })).json()).toEqual(wanted);
  expect((await asTeacher('GET', '/school')).json()).toEqual(wanted);
  for (const wrong of [
    { timeZone: 'Mars/Olympus' },
    { retentionDays: 1 },
    { logo: '../x' },
    { more: 1 },
  ])
    expect((await asTeacher('PUT', '/school', { body: { ...wanted, ...wrong } })).status).toBe(400);
});
