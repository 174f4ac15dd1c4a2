import { describe, expect, test } from 'vitest';
import { codeOf, cookieFrom, launchKey, password, startRest } from './rest-server.ts';

const session = '/api/v1/session';
const setup = '/api/v1/setup';
const wish = { name: 'Ms Okafor', password: null, language: null };

describe('the session', () => {
  test('the launch key gives a cookie that no script reads and no other site sends', async () => {
    const { ask } = await startRest();
    const reply = await ask('POST', session, { body: { launchKey } });
    expect(reply.status).toBe(200);
    expect(reply.json()).toEqual({
      teacher: {
        id: expect.any(String),
        name: 'Ms Okafor',
        role: 'admin',
        language: 'en',
        hasPassword: true,
        hasPin: false,
        atLaptop: true,
      },
      several: false,
      school: { name: '', logo: null, language: null, weekStart: 'monday' },
    });
    expect(reply.headers['set-cookie']?.[0]).toMatch(
      /^chalkbox=[\w-]{43}; Max-Age=2592000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
    );
    const who = await ask('GET', session, { cookie: cookieFrom(reply) });
    expect(who.json()).toEqual(reply.json());
  });

  test('a wrong key or password is refused, and no cookie is given', async () => {
    const { ask } = await startRest();
    const wrongKey = await ask('POST', session, { body: { launchKey: 'x'.repeat(30) } });
    expect([wrongKey.status, codeOf(wrongKey)]).toEqual([401, 'wrong_launch_key']);
    const wrongPassword = await ask('POST', session, { body: { password: 'guess' } });
    expect([wrongPassword.status, codeOf(wrongPassword)]).toEqual([401, 'wrong_password']);
    expect(wrongKey.headers['set-cookie'] ?? wrongPassword.headers['set-cookie']).toBeUndefined();
  });

  test('after five wrong passwords it says how long to wait, and the launch key still works', async () => {
    const { ask } = await startRest();
    for (let tries = 0; tries < 5; tries += 1) {
      await ask('POST', session, { body: { password: `guess ${tries}` } });
    }
    const locked = await ask('POST', session, { body: { password } });
    expect([locked.status, codeOf(locked)]).toEqual([429, 'too_many']);
    expect(locked.headers['retry-after']).toBe('30');
    expect((await ask('POST', session, { body: { launchKey } })).status).toBe(200);
  });

  test('a password session lasts twelve hours, the laptop thirty days', async () => {
    const { ask, time } = await startRest();
    const laptop = cookieFrom(await ask('POST', session, { body: { launchKey } }));
    const phone = cookieFrom(await ask('POST', session, { body: { password } }));
    time.now += 12 * 3_600_000;
    expect((await ask('GET', session, { cookie: phone })).status).toBe(401);
    expect((await ask('GET', session, { cookie: laptop })).status).toBe(200);
    time.now += 30 * 24 * 3_600_000;
    expect((await ask('GET', session, { cookie: laptop })).status).toBe(401);
  });

  test('signing out ends the session at the server, not only in the browser', async () => {
    const { ask } = await startRest();
    const cookie = cookieFrom(await ask('POST', session, { body: { launchKey } }));
    const out = await ask('DELETE', session, { cookie });
    expect([out.status, out.text]).toEqual([204, '']);
    expect(out.headers['set-cookie']?.[0]).toMatch(/^chalkbox=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(codeOf(await ask('GET', session, { cookie }))).toBe('not_signed_in');
    expect(codeOf(await ask('DELETE', session, { cookie }))).toBe('not_signed_in');
  });

  test('a made-up cookie is nobody', async () => {
    const { ask } = await startRest();
    for (const value of ['', 'x', 'x'.repeat(9000), '%00', 'a'.repeat(43)]) {
      const reply = await ask('GET', session, { cookie: `chalkbox=${value}` });
      expect([reply.status, codeOf(reply)]).toEqual([401, 'not_signed_in']);
    }
  });
});

describe('the welcome', () => {
  test('is open to ask, and done once by the laptop', async () => {
    const { ask } = await startRest({ welcome: false });
    expect((await ask('GET', setup)).json()).toEqual({ done: false, hasPassword: false });
    const signIn = await ask('POST', session, { body: { launchKey } });
    expect(signIn.json()).toEqual({ teacher: null });
    const cookie = cookieFrom(signIn);
    const done = await ask('POST', setup, { cookie, body: { ...wish, password } });
    expect(done.status).toBe(201);
    expect(done.json()).toMatchObject({
      teacher: { name: 'Ms Okafor', language: null, hasPassword: true },
    });
    expect((await ask('GET', setup)).json()).toEqual({ done: true, hasPassword: true });
    expect(codeOf(await ask('POST', setup, { cookie, body: wish }))).toBe('setup_done');
  });

  test('needs the laptop’s session', async () => {
    const { ask } = await startRest();
    expect(codeOf(await ask('POST', setup, { body: wish }))).toBe('not_signed_in');
    const phone = cookieFrom(await ask('POST', session, { body: { password } }));
    const refused = await ask('POST', setup, { cookie: phone, body: wish });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'forbidden']);
  });

  test('nothing else is done before it', async () => {
    const { asTeacher, ask } = await startRest({ welcome: false });
    for (const path of ['/quizzes', '/lessons', '/network']) {
      const reply = await asTeacher('GET', path);
      expect([reply.status, codeOf(reply)]).toEqual([409, 'setup_missing']);
    }
    expect(codeOf(await asTeacher('PATCH', '/teacher', { body: { name: 'X' } }))).toBe(
      'setup_missing',
    );
    expect(codeOf(await ask('POST', session, { body: { password } }))).toBe('setup_missing');
  });

  test('an empty name or a short password is refused with the field that is wrong', async () => {
    const { asTeacher } = await startRest({ welcome: false });
    const reply = await asTeacher('POST', '/setup', {
      body: { ...wish, name: '  ', password: 'x' },
    });
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({
      error: { details: { issues: [{ path: ['body', 'name'] }, { path: ['body', 'password'] }] } },
    });
  });
});

describe('the teacher', () => {
  test('changes name and language without touching the rest', async () => {
    const { asTeacher } = await startRest();
    const reply = await asTeacher('PATCH', '/teacher', {
      body: { name: ' Ana Pérez ', language: 'es' },
    });
    expect(reply.json()).toMatchObject({
      teacher: { name: 'Ana Pérez', language: 'es', hasPassword: true },
    });
    expect((await asTeacher('GET', '/session')).json()).toEqual(reply.json());
  });

  test('sets another password: other devices are signed out, this one is not', async () => {
    const { ask, asTeacher } = await startRest();
    const phone = cookieFrom(await ask('POST', session, { body: { password } }));
    await asTeacher('PATCH', '/teacher', { body: { password: 'another-password' } });
    expect((await ask('GET', session, { cookie: phone })).status).toBe(401);
    expect((await asTeacher('GET', '/session')).status).toBe(200);
    expect(codeOf(await ask('POST', session, { body: { password } }))).toBe('wrong_password');
    expect((await ask('POST', session, { body: { password: 'another-password' } })).status).toBe(
      200,
    );
    await asTeacher('PATCH', '/teacher', { body: { password: null } });
    expect((await ask('GET', setup)).json()).toEqual({ done: true, hasPassword: false });
  });
});
