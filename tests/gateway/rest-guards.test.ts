import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { everyRoute as knownRoutes } from '../../lan-server/gateway/every-route.ts';
import { emptyHttp } from '../../scripts/roles/empty-http.ts';
import { everyRoute } from './rest-every-route.ts';
import { codeOf, cookieFrom, launchKey, startRest } from './rest-server.ts';

const open = new Set([
  'GET /health',
  'GET /api/v1/setup',
  'POST /api/v1/session',
  'GET /api/v1/session/teachers',
  'GET /api/v1/door',
  'GET /api/v1/door/abc-123',
]);

describe('the doors', () => {
  test('every route without a session is refused, except those that are open on purpose', async () => {
    const { ask } = await startRest();
    const routes = everyRoute();
    expect(routes.length).toBeGreaterThanOrEqual(24);
    for (const { method, path } of routes) {
      const name = `${method} ${path}`;
      const reply = await ask(method, path, method === 'GET' ? {} : { body: {} });
      expect([name, reply.status === 401]).toEqual([name, !open.has(name)]);
    }
  });

  test('every route says beside its path what it needs', () => {
    const without = knownRoutes(emptyHttp()).filter(({ need }) => need === null);
    expect(without.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test('all routes of the contract are there', async () => {
    const { asTeacher, ask } = await startRest();
    const named = new Set(everyRoute().map(({ method, path }) => `${method} ${path}`));
    for (const name of open) expect(named).toContain(name);
    for (const { method, path } of everyRoute()) {
      const reply = path.startsWith('/api/v1')
        ? await asTeacher(method, path.slice('/api/v1'.length), { body: {} })
        : await ask(method, path);
      expect(reply.status === 404 && codeOf(reply) === 'unknown_route').toBe(false);
    }
  });

  test('a page that a stranger’s name was rebound to us for gets nothing, whatever it asks', async () => {
    const { ask, port } = await startRest();
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '192.168.1.20.evil.example',
      '10.9.8.7',
      '127.0.0.1@evil.example',
      'localhost/x',
    ]) {
      for (const path of ['/', '/api/v1/setup', '/health', '/assets/x.js']) {
        const reply = await ask('GET', path, { headers: { host } });
        expect([host, path, reply.status]).toEqual([host, path, 403]);
        expect(codeOf(reply)).toBe('wrong_host');
      }
    }
  });

  test('a person at a name that is not ours reads a sentence', async () => {
    const { ask } = await startRest();
    const headers = { host: 'teachers-laptop', accept: 'text/html,*/*;q=0.8' };
    const reply = await ask('GET', '/', { headers: { ...headers, 'accept-language': 'es' } });
    expect([reply.status, reply.headers['content-type']]).toEqual([
      403,
      'text/plain; charset=utf-8',
    ]);
    expect(reply.text).toContain('no responde en esta dirección');
  });

  test('the machine’s own names and addresses are answered', async () => {
    const { ask } = await startRest();
    for (const host of [
      '127.0.0.1',
      'localhost:4747',
      'LOCALHOST',
      '[::1]:4747',
      'chalkbox.local',
      'chalkbox.local.:4747',
      'chalkbox-2.local',
      '192.168.1.20:4747',
      '[fe80::1]:4747',
    ]) {
      const reply = await ask('GET', '/api/v1/setup', { headers: { host } });
      expect([host, reply.status]).toEqual([host, 200]);
    }
  });

  test('a page of another origin cannot change anything, our own can', async () => {
    const { ask } = await startRest();
    const host = '192.168.1.20:4747';
    for (const origin of [
      'http://evil.example',
      'null',
      'http://192.168.1.20',
      'http://192.168.1.20:80',
      'file://',
      'http://192.168.1.20:4747.evil.example',
      'chrome-extension://abc',
    ]) {
      const reply = await ask('POST', '/api/v1/session', {
        headers: { host, origin },
        body: { launchKey },
      });
      expect([origin, reply.status, codeOf(reply)]).toEqual([origin, 403, 'wrong_origin']);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
    const own = await ask('POST', '/api/v1/session', {
      headers: { host, origin: 'http://192.168.1.20:4747' },
      body: { launchKey },
    });
    expect(own.status).toBe(200);
  });

  test('no answer permits another origin to read it', async () => {
    const { ask } = await startRest();
    for (const method of ['GET', 'OPTIONS']) {
      const reply = await ask(method, '/api/v1/setup', {
        headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(
        Object.keys(reply.headers).filter((name) => name.startsWith('access-control')),
      ).toEqual([]);
    }
  });

  test('every answer carries the headers that keep a page to itself', async () => {
    const { ask } = await startRest();
    for (const path of ['/', '/api/v1/setup', '/api/v1/nowhere', '/health']) {
      const { headers } = await ask('GET', path, { headers: { host: '192.168.1.20:4747' } });
      expect(headers['content-security-policy']).toBe(
        "default-src 'self';img-src 'self' data:;font-src 'self' data:;connect-src 'self' ws://192.168.1.20:4747;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
      for (const absent of [
        'x-powered-by',
        'strict-transport-security',
        'origin-agent-cluster',
        'cross-origin-opener-policy',
      ]) {
        expect(headers[absent]).toBeUndefined();
      }
    }
  });

  test('nothing of the API is kept in a cache', async () => {
    const { ask, asTeacher } = await startRest();
    for (const reply of [await ask('GET', '/api/v1/setup'), await asTeacher('GET', '/quizzes')]) {
      expect(reply.headers['cache-control']).toBe('no-store');
    }
  });

  test('one device may ask six hundred times a minute; others go on', async () => {
    const { ask, asTeacher } = await startRest();
    let last = 0;
    for (let times = 0; times <= 600; times += 1)
      last = (await asTeacher('GET', '/session')).status;
    expect(last).toBe(429);
    const other = await ask('POST', '/api/v1/session', { body: { launchKey } });
    expect((await ask('GET', '/api/v1/quizzes', { cookie: cookieFrom(other) })).status).toBe(200);
  });
});

describe('the error form', () => {
  test('is the same for broken JSON, an unknown route, a wrong method and a torn address', async () => {
    const { ask, asTeacher } = await startRest();
    const cases = [
      [await asTeacher('POST', '/quizzes', { raw: '{"title":' }), 400, 'bad_request'],
      [await asTeacher('POST', '/quizzes', { raw: 'null' }), 400, 'bad_request'],
      [
        await asTeacher('POST', '/quizzes', {
          body: {},
          headers: { 'content-type': 'text/plain' },
        }),
        400,
        'bad_request',
      ],
      [
        await asTeacher('POST', '/quizzes', {
          body: {},
          headers: { 'content-encoding': 'zstd-of-mine' },
        }),
        400,
        'bad_request',
      ],
      [await ask('GET', '/api/v1/nowhere'), 404, 'unknown_route'],
      [await ask('GET', '/api/v2/setup'), 404, 'unknown_route'],
      [await ask('PUT', '/api/v1/setup', { body: {} }), 404, 'unknown_route'],
      [await ask('POST', '/teacher', { body: {} }), 404, 'unknown_route'],
      [await asTeacher('GET', '/quizzes/%E0%A4%A'), 400, 'bad_request'],
      [await asTeacher('GET', `/quizzes/${'x'.repeat(200)}`), 400, 'bad_request'],
    ] as const;
    for (const [reply, status, code] of cases) {
      expect([reply.status, codeOf(reply)]).toEqual([status, code]);
      expect(reply.json()).toEqual({
        error: expect.objectContaining({ code, message: expect.stringMatching(/^[A-Z].*\.$/) }),
      });
    }
  });

  test('a bug inside is told as internal, without its stack, and the log keeps it', async () => {
    const { asTeacher, live, errors } = await startRest();
    live.simulation = () => {
      throw new Error('secret detail');
    };
    const lesson = await asTeacher('POST', '/lessons', { body: {} });
    const reply = await asTeacher('GET', `/lessons/${String(lesson.json()['id'])}/simulation`);
    expect([reply.status, codeOf(reply)]).toEqual([500, 'internal']);
    expect(reply.text).not.toMatch(/secret|at |\.ts/);
    expect(errors).toMatchObject([{ error: { message: 'secret detail' } }]);
    expect((await asTeacher('GET', '/session')).status).toBe(200);
  });

  test('a disk that refuses is told as not saved', async () => {
    const { asTeacher, store } = await startRest();
    store.quizzes.insert = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    const reply = await asTeacher('POST', '/quizzes', { body: {} });
    expect([reply.status, codeOf(reply)]).toEqual([503, 'not_saved']);
  });

  test('a body that breaks off does not stop the server', async () => {
    const { port, asTeacher } = await startRest();
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"laun',
        );
        socket.destroy();
      });
      socket.on('close', () => resolve());
    });
    expect((await asTeacher('GET', '/session')).status).toBe(200);
  });
});
