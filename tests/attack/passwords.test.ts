import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOneTimeKeys } from '../../lan-server/people/one-time-keys.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { signIn } from '../support/teacher.ts';
import { ask, json } from './attacker.ts';

const password = 'chalk-and-board';
let program: Program;

beforeAll(async () => {
  program = await startProgram();
  const teacher = await signIn(program);
  await teacher.call('PATCH', '/teacher', { password });
});
afterAll(() => program.end());

const tryOne = (body: object, from?: string, headers: Record<string, string> = {}) =>
  ask(program, 'POST', '/api/v1/session', {
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
    ...(from === undefined ? {} : { from }),
  });

describe('guessing the password', () => {
  test('a hundred tries at once from one address are five; then the right one waits too, and says how long', async () => {
    const from = '127.0.0.81';
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, index) => tryOne({ password: `guess ${index}` }, from)),
    );
    expect(tries.filter(({ code }) => code === 'wrong_password')).toHaveLength(5);
    const right = await tryOne({ password }, from);
    expect([right.status, right.code]).toEqual([429, 'too_many']);
    const other = await tryOne({ password }, '127.0.0.82');
    expect(other.status).toBe(200);
    // What a proxy would say makes nobody another.
    const forged = {
      'x-forwarded-for': '10.1.2.3',
      'x-real-ip': '10.1.2.3',
      forwarded: 'for=10.1.2.3',
    };
    expect((await tryOne({ password }, from, forged)).code).toBe('too_many');
  });

  test('from many addresses together 25 are heard; the launch key is, all the while', async () => {
    const tries = [];
    for (let address = 0; address < 60; address += 1)
      tries.push(await tryOne({ password: 'guess' }, `127.0.1.${address + 1}`));
    expect(tries.filter(({ code }) => code === 'wrong_password').length).toBeLessThanOrEqual(25);
    const locked = await tryOne({ password }, '127.0.2.1');
    expect(locked.code).toBe('too_many');
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    expect((await tryOne({ launchKey: program.launchKey }, '127.0.2.1')).status).toBe(200);
  });

  test('finds nothing of it in the data folder', async () => {
    await program.stop();
    const db = new Database(join(program.dataDir, 'chalkbox.db'), { readonly: true });
    const stored = db.prepare('SELECT password_hash FROM teachers').pluck().get();
    db.close();
    expect(stored).toMatch(/^\$argon2id\$/);
    for (const name of readdirSync(program.dataDir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(db|log|db-wal)$/.test(name)) continue;
      const bytes = readFileSync(join(program.dataDir, name), 'latin1');
      expect(bytes).not.toContain(password);
      expect(bytes).not.toContain(program.launchKey);
    }
    program = await program.again();
  });
});

describe('the launch key', () => {
  test('guessed thirty times in a minute from one address is no longer looked at there', async () => {
    const from = '127.0.0.91';
    const tries = [];
    for (let guess = 0; guess < 30; guess += 1)
      tries.push(await tryOne({ launchKey: `${program.launchKey}${guess}` }, from));
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([401]));
    expect((await tryOne({ launchKey: program.launchKey }, from)).status).toBe(429);
    expect((await tryOne({ launchKey: program.launchKey })).status).toBe(200);
  });

  test('is never asked for in a path or a query, where a log or a history would keep it', async () => {
    for (const path of [
      `/teacher?key=${program.launchKey}`,
      `/api/v1/session?launchKey=${program.launchKey}`,
      `/api/v1/quizzes?key=${program.launchKey}`,
    ]) {
      const answer = await ask(program, 'GET', path);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect([200, 401]).toContain(answer.status === 503 ? 200 : answer.status);
      expect(answer.text).not.toContain(program.launchKey);
      expect(answer.headers['referrer-policy']).toBe('no-referrer');
    }
  });

  test('in the address that a browser is opened with works once, and for two minutes', () => {
    let time = 0;
    const keys = createOneTimeKeys({ now: () => time });
    const [first, second] = [keys.make(), keys.make()];
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(keys.take('guess')).toBe(false);
    expect([keys.take(first), keys.take(first)]).toEqual([true, false]);
    time += 2 * 60_000;
    expect(keys.take(second)).toBe(false);
    for (let more = 0; more < 100; more += 1) keys.make();
    expect(keys.take(keys.make())).toBe(true);
  });
});
