import { describe, expect, test } from 'vitest';
import { apiKeysSchema, madeKeySchema, scopeSchema } from '../../lan-server/contract/keys.ts';
import type { Scope } from '../../lan-server/contract/keys.ts';
import { scriptRoutes } from '../../lan-server/contract/routes/index.ts';
import { everyRoute } from '../../lan-server/gateway/every-route.ts';
import type { Ask, RestServer } from './rest-server.ts';
import { codeOf, cookieFrom, launchKey, password, startRest } from './rest-server.ts';

const day = 24 * 60 * 60_000;

async function makeKey({ asTeacher }: Pick<RestServer, 'asTeacher'>, scopes: readonly Scope[]) {
  const reply = await asTeacher('POST', '/keys', { body: { name: 'Timetable', scopes } });
  expect(reply.status).toBe(201);
  return madeKeySchema.parse(reply.json());
}

/** Asks as a script does: by its key, without a cookie. */
function asScript({ ask }: Pick<RestServer, 'ask'>, secret: string): Ask {
  return (method, path, sent) =>
    ask(method, `/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` }, ...sent });
}

describe('keys for scripts', () => {
  test('are told once, and listed by their first signs', async () => {
    const server = await startRest();
    const { key, secret } = await makeKey(server, ['quizzes:write', 'quizzes:read']);
    expect(secret).toMatch(/^chalk_[A-Za-z0-9_-]{43}$/);
    expect(key).toMatchObject({
      name: 'Timetable',
      start: secret.slice(0, 12),
      scopes: ['quizzes:read', 'quizzes:write'],
      teacher: 'Ms Okafor',
      lastUsedAt: null,
      works: true,
    });
    expect(key.expiresAt - key.createdAt).toBe(90 * day);
    const list = await server.asTeacher('GET', '/keys');
    expect(apiKeysSchema.parse(list.json())).toEqual({ keys: [key], next: null });
    expect(list.text).not.toContain(secret);
    const [row] = await server.store.keys.all();
    expect(JSON.stringify(row)).not.toContain(secret.slice(12));
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('open each route with its scope and with no other, and nothing that is not for scripts', async () => {
    const server = await startRest();
    const keys = await Promise.all(
      scopeSchema.options.map(async (scope) => ({
        scope,
        secret: (await makeKey(server, [scope])).secret,
      })),
    );
    const forScripts = new Map<string, string>(
      scriptRoutes.map(({ route, scope }) => [route, scope]),
    );
    let opened = 0;
    for (const { method, path } of everyRoute(server.app)) {
      if (!path.startsWith('/api/v1/')) continue;
      const route = `${method} ${path}`;
      const scope = forScripts.get(route);
      for (const key of keys) {
        const reply = await server.ask(method, path.replaceAll(/:\w+/g, 'abc-123'), {
          headers: { authorization: `Bearer ${key.secret}` },
          ...(method === 'GET' ? {} : { body: { nothing: 'that fits' } }),
        });
        const opens = scope === 'any' || scope === key.scope;
        opened += Number(opens);
        const shut = reply.status === 403 && codeOf(reply) === 'key_too_narrow';
        expect([route, key.scope, shut]).toEqual([route, key.scope, !opens]);
        if (opens) expect([400, 404, 201, 200, 204]).toContain(reply.status);
      }
    }
    expect(opened).toBeGreaterThan(15);
  });

  test('act as their teacher, and a cookie beside them does not count', async () => {
    const server = await startRest();
    await server.asTeacher('POST', '/quizzes', { body: { title: 'Osmosis' } });
    const { secret } = await makeKey(server, ['quizzes:read']);
    const script = asScript(server, secret);
    expect((await script('GET', '/quizzes')).json()).toMatchObject({
      quizzes: [{ title: 'Osmosis' }],
    });
    const cookie = cookieFrom(await server.ask('POST', '/api/v1/session', { body: { launchKey } }));
    const both = await script('POST', '/quizzes', {
      body: {},
      cookie,
      headers: { authorization: `bearer ${secret}` },
    });
    expect(codeOf(both)).toBe('key_too_narrow');
    expect(both.json()).toMatchObject({ error: { details: { scope: 'quizzes:write' } } });
    for (const path of ['/QUIZZES', '/quizzes/'])
      expect((await script('GET', path)).status).toBe(200);
    expect((await script('HEAD', '/quizzes')).status).toBe(200);
    expect((await script('GET', '/keys')).json()).toMatchObject({
      error: { code: 'key_too_narrow', details: { scope: null } },
    });
  });

  test('end by themselves, by revoking, and with their teacher', async () => {
    const server = await startRest();
    const { key, secret } = await makeKey(server, ['lessons:read']);
    const script = asScript(server, secret);
    const state = async () => codeOf(await script('GET', '/lessons')) ?? 'open';
    expect(await state()).toBe('open');
    server.time.now = key.expiresAt - 1;
    expect(await state()).toBe('open');
    const [used] = await server.store.keys.all();
    expect(used?.lastUsedAt).toBe(server.time.now);
    server.time.now = key.expiresAt;
    expect(await state()).toBe('wrong_key');
    server.time.now = key.createdAt;

    const second = await makeKey(server, ['lessons:read']);
    const other = asScript(server, second.secret);
    const revoked = await server.asTeacher('POST', `/keys/${second.key.id}/revoke`);
    expect(revoked.json()).toMatchObject({ works: false, revokedAt: server.time.now });
    const refused = await other('GET', '/lessons');
    expect([refused.status, codeOf(refused), refused.headers['www-authenticate']]).toEqual([
      401,
      'wrong_key',
      'Bearer',
    ]);
    expect((await server.asTeacher('DELETE', `/keys/${key.id}`)).status).toBe(204);
    expect((await server.asTeacher('GET', '/keys')).json()).toMatchObject({
      keys: [{ id: second.key.id }],
    });
    const third = await makeKey(server, ['lessons:read']);
    const left = asScript(server, third.secret);
    expect((await left('GET', '/lessons')).status).toBe(200);
    const owner = (await server.store.people.teacher())?.id ?? '';
    await server.store.people.updateTeacher(owner, { leftAt: server.time.now });
    expect(codeOf(await left('GET', '/lessons'))).toBe('wrong_key');
    await server.store.people.updateTeacher(owner, { leftAt: null });
    for (const [method, path] of [
      ['DELETE', `/keys/${key.id}`],
      ['POST', `/keys/${key.id}/revoke`],
    ] as const)
      expect(codeOf(await server.asTeacher(method, path))).toBe('not_found');
  });

  test('are made at the laptop alone, with a scope, for a year at most', async () => {
    const server = await startRest();
    const reply = await server.ask('POST', '/api/v1/session', { body: { password } });
    const elsewhere = await server.ask('POST', '/api/v1/keys', {
      cookie: cookieFrom(reply),
      body: { name: 'x', scopes: ['quizzes:read'] },
    });
    expect(codeOf(elsewhere)).toBe('laptop_only');
    for (const body of [
      { name: '', scopes: ['quizzes:read'] },
      { name: 'x', scopes: [] },
      { name: 'x', scopes: ['everything'] },
      { name: 'x', scopes: ['quizzes:read'], days: 366 },
      { name: 'x', scopes: ['quizzes:read'], days: 0 },
    ])
      expect(codeOf(await server.asTeacher('POST', '/keys', { body }))).toBe('bad_request');
  });

  test('that are wrong are refused thirty times a minute and then not looked at; a right one goes on', async () => {
    const server = await startRest();
    const { secret } = await makeKey(server, ['lessons:read']);
    const codes: unknown[] = [];
    for (const wrong of [`${secret}x`, 'Basic', '', 'chalk_'])
      codes.push(codeOf(await asScript(server, wrong)('GET', '/lessons')));
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'wrong_key'));
    for (let times = 0; times < 30; times += 1)
      codes.push(codeOf(await asScript(server, `${secret}${times}`)('GET', '/door')));
    expect(codes.indexOf('too_many')).toBeGreaterThanOrEqual(30);
    expect((await asScript(server, secret)('GET', '/lessons')).status).toBe(200);
  });
});
