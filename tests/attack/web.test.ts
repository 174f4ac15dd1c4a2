import { connect as openSocket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LessonSummary } from '../../lan-server/contract/api.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { everyRoute } from '../gateway/rest-every-route.ts';
import { ask, emit, json, outcome, question, sayBytes, socketFrom } from './attacker.ts';

let program: Program;
let teacher: Teacher;
let lesson: LessonSummary;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  lesson = await teacher.startLesson();
});
afterAll(() => program.end());

const cookied = (more: Record<string, string> = {}) => ({ cookie: teacher.cookie, ...more });
const quizzes = async () =>
  (await teacher.call<{ quizzes: { title: string }[] }>('GET', '/quizzes')).quizzes;
const lives = async () => (await ask(program, 'GET', '/health')).status === 200;

describe('a page of a stranger', () => {
  test('whose name was rebound to this laptop gets nothing from any route, with or without the cookie', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${program.port}`,
      '192.0.2.7',
      '127.0.0.1.evil.example',
    ])
      for (const { method, path } of [...everyRoute(), { method: 'GET', path: '/' }]) {
        const headers = cookied({
          host,
          origin: `http://${host}`,
          'x-forwarded-host': `127.0.0.1:${program.port}`,
          'x-forwarded-for': '127.0.0.1',
          forwarded: 'host=127.0.0.1',
          ...json,
        });
        const answer = await ask(program, method, path, {
          headers,
          ...(method === 'GET' ? {} : { body: '{}' }),
        });
        expect([method, path, answer.status, answer.code]).toEqual([
          method,
          path,
          403,
          'wrong_host',
        ]);
      }
  });

  test('does not become ours by what a proxy would say', async () => {
    const headers = cookied({
      ...json,
      origin: 'http://evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
    });
    const body = JSON.stringify({ title: 'from afar' });
    const answer = await ask(program, 'POST', '/api/v1/quizzes', { headers, body });
    expect([answer.status, answer.code]).toEqual([403, 'wrong_origin']);
  });

  test('sends a form in any of its three kinds, with the cookie, and changes nothing', async () => {
    const before = await quizzes();
    const kinds = {
      'text/plain': '{"title":"forged","x":"=1"}',
      'application/x-www-form-urlencoded': 'title=forged',
      'multipart/form-data; boundary=b':
        '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nforged\r\n--b--\r\n',
    };
    for (const [type, body] of Object.entries(kinds))
      for (const origin of [
        'http://evil.example',
        'null',
        `http://127.0.0.1:${program.port + 1}`,
        '',
      ]) {
        const headers = cookied({ 'content-type': type, ...(origin === '' ? {} : { origin }) });
        const forged = await ask(program, 'POST', '/api/v1/quizzes', { headers, body });
        expect([origin, forged.status]).toEqual([origin, origin === '' ? 400 : 403]);
        const ended = await ask(program, 'DELETE', '/api/v1/session', {
          headers: cookied({ 'content-type': type, origin: 'http://evil.example' }),
        });
        expect(ended.status).toBe(403);
      }
    expect(await quizzes()).toEqual(before);
    expect(await lives()).toBe(true);
  });

  test('opens no live connection, neither by websocket nor by polling, with the teacher’s cookie', async () => {
    const auth = { as: 'teacher', lessonId: lesson.id };
    for (const transports of [['websocket'], ['polling']]) {
      const foreign: Record<string, string>[] = [
        { origin: 'http://evil.example' },
        { origin: 'null' },
        { origin: `http://127.0.0.1:${program.port + 1}` },
        { host: 'evil.example', origin: 'http://evil.example' },
      ];
      for (const headers of foreign) {
        const socket = socketFrom(program.url, auth, { headers: cookied(headers), transports });
        expect(await outcome(socket)).not.toBe('in');
        socket.disconnect();
      }
      const own = socketFrom(program.url, auth, {
        headers: cookied({ origin: program.url }),
        transports,
      });
      expect(await outcome(own)).toBe('in');
      own.disconnect();
    }
  });

  test('may neither frame, nor read, nor be told where one comes from', async () => {
    const { headers } = await ask(program, 'GET', '/teacher', {
      headers: { origin: 'http://evil.example' },
    });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a path', () => {
  test('leads out of no folder, and an id is no path', async () => {
    const ups = [
      '../../package.json',
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '..%5c..%5cpackage.json',
      '....//....//package.json',
      '%252e%252e%252fpackage.json',
      '/etc/passwd',
      'x%00.js',
      '\\..\\package.json',
    ];
    const under = [
      '/',
      '/assets/',
      '/j/',
      '/wall/',
      '/teacher/',
      '/api/v1/lessons/',
      '/api/v1/quizzes/',
    ];
    for (const folder of under)
      for (const up of ups)
        for (const end of ['', '/export.csv', '/export.xlsx', '/results']) {
          const answer = await ask(program, 'GET', `${folder}${up}${end}`.replaceAll(' ', '%20'), {
            headers: cookied(),
          });
          expect(answer.text).not.toMatch(/"dependencies"|root:.*:0:0/);
          // 503: the pages are not built, where a test runs alone.
          const broken = answer.status >= 500 && answer.status !== 503;
          expect([folder, up, end, broken]).toEqual([folder, up, end, false]);
        }
    expect(await lives()).toBe(true);
  });
});

describe('a title', () => {
  /** Starts a lesson with this title and gives the header that its CSV comes with. */
  async function exported(title: string) {
    const { id } = await teacher.startLesson({ title });
    return ask(program, 'GET', `/api/v1/lessons/${id}/export.csv?lang=en`, { headers: cookied() });
  }

  test('cannot add a header, end a file name early or break the export', async () => {
    for (const title of [
      'a\r\nSet-Cookie: chalkbox=evil\r\n\r\n<script>',
      'a"; filename="evil.exe',
      '../../evil',
      'C:\\evil',
      'nul\u0000byte',
      '\u202egpj.exe',
      `${'x'.repeat(79)}\u{1F600}`,
      '\u{1F600}'.repeat(90),
      '\ud83d',
      '.htaccess',
      '   ',
    ]) {
      const answer = await exported(title);
      const disposition = String(answer.headers['content-disposition']);
      expect([JSON.stringify(title), answer.status]).toEqual([JSON.stringify(title), 200]);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(disposition).toMatch(/^attachment; filename=/);
      expect(disposition).not.toMatch(/[\p{Cc}/\\]|filename="?evil\.exe|\u202e/u);
      expect(disposition).toMatch(/\d{4}-\d\d-\d\d\.csv/);
    }
  });
});

test('names, words and titles that a spreadsheet would run stay text in the exported file', async () => {
  const formulas = [
    '=1+1',
    '+cmd|x',
    '-2+3',
    '@SUM(1)',
    '\t=1+1',
    '=HYPERLINK("http://e")',
    '＝1+1',
  ];
  const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', {
    title: '=cmd()',
    questions: [question('wordcloud', { id: 'question-1', text: '=1+2' })],
  });
  const run = await teacher.startLesson({ quizId: quiz.id, title: '=cmd()' });
  const console = teacher.socket({ as: 'teacher', lessonId: run.id });
  await next(console, 'frame');
  await send(console, { type: 'openQuestion', questionId: 'question-1' });
  for (const name of formulas) {
    const { socket } = await joinStudent(program.url, run.code, name);
    const answer = { words: [name.slice(0, 20)] };
    await send(socket, { type: 'answer', questionId: 'question-1', round: 1, answer });
    socket.disconnect();
  }
  console.disconnect();
  const { text } = await ask(program, 'GET', `/api/v1/lessons/${run.id}/export.csv?lang=en`, {
    headers: cookied(),
  });
  const rows = parse(text, { bom: true });
  expect(rows.length).toBeGreaterThan(formulas.length);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝]/u);
});

describe('a request that two programs would read differently', () => {
  const head = () => `Host: 127.0.0.1:${program.port}\r\n`;
  test('is refused, and what hides in it is not answered', async () => {
    const hidden = `GET /api/v1/setup HTTP/1.1\r\n${head()}\r\n`;
    const smuggled = [
      `POST /api/v1/session HTTP/1.1\r\n${head()}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `POST /api/v1/session HTTP/1.1\r\n${head()}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd${hidden}`,
      `POST /api/v1/session HTTP/1.1\r\n${head()}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`,
      `POST /api/v1/session HTTP/1.1\r\n${head()}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
      `GET /health HTTP/1.1\r\n${head()}X: a\rb\r\n\r\n${hidden}`,
    ];
    for (const said of smuggled) {
      const heard = await sayBytes(program, said);
      expect([said.slice(0, 200), heard.slice(0, 12)]).toEqual([
        said.slice(0, 200),
        'HTTP/1.1 400',
      ]);
      expect(heard).not.toContain('"done"');
    }
    const twoHosts = `GET /health HTTP/1.1\r\n${head()}Host: evil.example\r\nConnection: close\r\n\r\n`;
    expect(await sayBytes(program, twoHosts)).toMatch(/^HTTP\/1\.1 403 [^]*"wrong_host"/);
    expect(await lives()).toBe(true);
  });
});

describe('a payload', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const bodies = [
    '{"__proto__":{"polluted":true,"title":"x"}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"title":"t","__proto__":{"polluted":true}}',
    '{"title":{"toString":1}}',
    deep(7000),
    `{"title":${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}}`,
    `[${'0,'.repeat(7000)}0]`,
    `{"title":"${'x'.repeat(15_000)}"}`,
    `{"launchKey":"${'x'.repeat(200_000)}"}`,
    '\u0000',
    'null',
    '"x"',
  ];

  test('that is giant, deep or poisoned is refused on every route, and pollutes nothing', async () => {
    for (const { method, path } of everyRoute()) {
      if (method === 'GET' || method === 'DELETE' || path.endsWith('/session')) continue;
      // Of a session of its own: all bodies on all routes are more than one may send in a minute.
      const { cookie } = await signIn(program);
      for (const body of bodies) {
        const headers = { ...json, cookie };
        const answer = await ask(program, method, path, { headers, body });
        expect([method, path, body.slice(0, 40), answer.status >= 500]).toEqual([
          method,
          path,
          body.slice(0, 40),
          false,
        ]);
        expect(answer.text).not.toContain('polluted');
      }
    }
    for (const body of bodies) {
      const answer = await ask(program, 'POST', '/api/v1/session', { headers: json, body });
      expect([400, 413, 429]).toContain(answer.status);
    }
    expect(await teacher.call('GET', '/setup')).toEqual({ done: true, hasPassword: false });
  });

  test('that is giant, deep or poisoned does no harm on a live connection', async () => {
    const student = await joinStudent(program.url, lesson.code, 'Mallory');
    const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    await next(console, 'frame');
    const nested = JSON.parse(deep(2000)) as unknown;
    const poisoned = JSON.parse(
      '{"type":"answer","questionId":"question-1","round":1,"answer":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
    ) as object;
    for (const socket of [student.socket, console])
      for (const command of [
        poisoned,
        { type: 'answer', questionId: 'question-1', round: 1, answer: nested },
        { type: '__proto__' },
        { type: 'constructor' },
        { type: 'reorderQuestions', order: Array.from({ length: 5000 }, () => 'question-1') },
        { type: 'join', name: 'x'.repeat(60_000) },
        { type: 'setWall', wall: nested },
        nested,
      ]) {
        const id = randomBytes(9).toString('base64url');
        const said = await emit(socket, 'command', { id, command });
        expect(['bad_request', 'question_unknown', 'answer_does_not_fit', 'too_many']).toContain(
          said,
        );
      }
    for (const socket of [student.socket, console]) socket.disconnect();

    // Deeper than the parser can go, and with placeholders for binary that never comes, as raw packets.
    for (const packet of [
      `42["command",${deep(30_000)}]`,
      `451-["command",${deep(15_000)}]`,
      '42',
      '4',
      '9'.repeat(60_000),
      '40/admin,',
      '451-["command",{"_placeholder":true,"num":-1}]',
      '42["__proto__",{}]',
      '42["constructor",{}]',
      '42[{"toString":1}]',
    ]) {
      await rawPacket(packet);
    }
    expect(await lives()).toBe(true);
    const { socket } = await joinStudent(program.url, lesson.code, 'After');
    socket.disconnect();
  });

  /** A websocket that says a handshake and one packet, and goes. */
  function rawPacket(packet: string): Promise<void> {
    return new Promise((resolve) => {
      const socket = openSocket(program.port, '127.0.0.1', () =>
        socket.write(
          `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${program.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
        ),
      );
      socket.on('error', () => {});
      socket.on('close', () => resolve());
      socket.once('data', () => {
        const auth = JSON.stringify({
          as: 'student',
          code: lesson.code,
          device: randomBytes(24).toString('base64url'),
        });
        socket.write(Buffer.concat([frame(`40${auth}`), frame(packet)]));
        setTimeout(() => socket.end(), 50);
      });
    });
  }
});

/** A masked text frame; the mask is all zeros, which the protocol allows. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? Buffer.from([0x81, 0x80 | payload.length])
      : Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}
