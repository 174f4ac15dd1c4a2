import { createHash, randomBytes, randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Results } from '../../lan-server/contract/api.ts';
import { classCodeSigns } from '../../lan-server/contract/class-code.ts';
import type { TeacherFrame } from '../../lan-server/contract/frames.ts';
import { doorRights } from '../../lan-server/gateway/admission.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import { joinStudent, newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { everyRoute } from '../gateway/rest-every-route.ts';
import { ask, emit, json, outcome, question, socketFrom } from './attacker.ts';

let program: Program;
let teacher: Teacher;
let lesson: { id: string; code: string };

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
  lesson = await lessonWithQuestion();
});
afterAll(() => program.end());

async function lessonWithQuestion() {
  const questions = [
    question('choice', { id: 'question-1', text: 'Which?', options: ['A', 'B', 'C'], right: 1 }),
  ];
  const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', { title: 'Quiz', questions });
  const started = await teacher.startLesson({ quizId: quiz.id });
  const console = teacher.socket({ as: 'teacher', lessonId: started.id });
  await next(console, 'frame');
  await send(console, { type: 'openQuestion', questionId: 'question-1' });
  console.disconnect();
  return started;
}

const picking = (picked: number, more = {}) => ({
  type: 'answer',
  questionId: 'question-1',
  round: 1,
  answer: { picked },
  ...more,
});
const results = (id: string) => teacher.call<Results>('GET', `/lessons/${id}/results`);

describe('guessing', () => {
  test('join codes: after 120 wrong ones in a minute a right one is refused too, and who sits there already is not', async () => {
    const from = '127.0.0.31';
    const seated = await joinStudent(program.url, lesson.code, 'Ana');
    // The class may share the guesser's address.
    const guesses = (howMany: number) =>
      Promise.all(
        Array.from({ length: howMany }, (_, index) => {
          const auth = { as: 'student', code: String(100_000 + index), device: newDevice() };
          return outcome(socketFrom(program.url, auth, { from }));
        }),
      );
    const refused = await guesses(130);
    // Two a second come back, so that a slow machine hears of a few more.
    const heard = refused.filter((code) => code === 'unknown_code').length;
    expect(heard).toBeGreaterThanOrEqual(120);
    expect(refused.filter((code) => code === 'too_many')).toHaveLength(130 - heard);
    const right = { as: 'student', code: lesson.code };
    const guess = async () => {
      await guesses(10);
      return outcome(socketFrom(program.url, { ...right, device: newDevice() }, { from }));
    };
    await expect.poll(guess).toBe('too_many');
    const back = socketFrom(program.url, { ...right, device: seated.device }, { from });
    expect(await outcome(back)).toBe('in');
    const elsewhere = socketFrom(program.url, { ...right, device: newDevice() });
    expect(await outcome(elsewhere)).toBe('in');
    for (const socket of [back, elsewhere, seated.socket]) socket.disconnect();
  });

  test('join codes over HTTP: the right one is refused after sixty wrong ones', async () => {
    const from = '127.0.0.32';
    for (let code = 0; code < 60; code += 1)
      await ask(program, 'GET', `/api/v1/door/${900_000 + code}`, { from });
    const locked = await ask(program, 'GET', `/api/v1/door/${lesson.code}`, { from });
    expect([locked.status, locked.code]).toEqual([429, 'too_many']);
    expect((await ask(program, 'GET', `/api/v1/door/${lesson.code}`)).status).toBe(200);
  });

  test('the codes of a class: after 120 wrong ones a right one opens for those of the class alone', async () => {
    const from = '127.0.0.33';
    const of = await makeClass(teacher, [{ name: 'Ana' }]);
    const knock = (code: string, device = newDevice(), address = from) =>
      socketFrom(program.url, { as: 'class', code, device }, { from: address });
    const ana = newDevice();
    const first = knock(of.code, ana);
    await next(first, 'class');
    await send(first, { type: 'pickName', student: of.student('Ana').id });
    first.disconnect();

    const guess = () => {
      const signs = Array.from({ length: 6 }, () => randomInt(classCodeSigns.length));
      return outcome(knock(signs.map((sign) => classCodeSigns.charAt(sign)).join('')));
    };
    const refused = await Promise.all(Array.from({ length: 130 }, guess));
    const heard = refused.filter((code) => code === 'unknown_code').length;
    expect(heard).toBeGreaterThanOrEqual(120);
    expect(refused.filter((code) => code === 'too_many')).toHaveLength(130 - heard);
    const right = async () => {
      await Promise.all(Array.from({ length: 10 }, guess));
      return outcome(knock(of.code));
    };
    await expect.poll(right).toBe('too_many');
    const known = knock(of.code, ana);
    expect(await outcome(known)).toBe('in');
    const elsewhere = knock(of.code, newDevice(), '127.0.0.34');
    expect(await outcome(elsewhere)).toBe('in');
    for (const socket of [known, elsewhere]) socket.disconnect();
  });

  test('device tokens: what a device can learn of another’s seat opens nothing', async () => {
    const victim = await joinStudent(program.url, lesson.code, 'Ben');
    const stored = createHash('sha256').update(victim.device).digest('base64url');
    const tries = [
      stored,
      victim.seat.seatId.padEnd(27, '0'),
      victim.device.slice(0, -1) + (victim.device.endsWith('A') ? 'B' : 'A'),
      ...Array.from({ length: 50 }, () => randomBytes(24).toString('base64url')),
    ];
    for (const device of tries) {
      const socket = socketFrom(program.url, { as: 'student', code: lesson.code, device });
      expect((await next(socket, 'welcome')).seat).toBeNull();
      socket.disconnect();
    }
    const short = socketFrom(program.url, { as: 'student', code: lesson.code, device: 'short' });
    expect(await outcome(short)).toBe('bad_request');
    victim.socket.disconnect();
  });
});

describe('another’s seat', () => {
  test('an answer counts for the seat of the connection, whatever ids the packet carries', async () => {
    const own = await lessonWithQuestion();
    const victim = await joinStudent(program.url, own.code, 'Victim');
    const thief = await joinStudent(program.url, own.code, 'Thief');
    const theirs = victim.seat.seatId;
    const forged = {
      seatId: theirs,
      device: victim.device,
      actor: { as: 'student', seatId: theirs },
      as: 'teacher',
      lessonId: own.id,
      answer: { picked: 2, seatId: theirs },
    };
    await send(thief.socket, picking(2, forged));
    const id = randomBytes(9).toString('base64url');
    await emit(thief.socket, 'command', { id, seatId: theirs, as: 'teacher', command: picking(2) });
    const { students } = await results(own.id);
    const answersOf = (name: string) => students.find((one) => one.name === name)?.answers[0];
    expect(answersOf('Victim')).toBeNull();
    expect(answersOf('Thief')).toMatchObject({ letter: 'C' });
    for (const { socket } of [victim, thief]) socket.disconnect();
  });

  test('another’s command id, sent again, is an answer of one’s own and no news of theirs', async () => {
    const own = await lessonWithQuestion();
    const victim = await joinStudent(program.url, own.code, 'Victim');
    const thief = await joinStudent(program.url, own.code, 'Thief');
    const id = randomBytes(9).toString('base64url');
    expect(await send(victim.socket, picking(0), id)).toMatchObject({ ok: true });
    expect(await send(thief.socket, picking(1), id)).toMatchObject({ ok: true });
    const { students } = await results(own.id);
    expect(students.map(({ answers }) => answers[0]?.letter)).toEqual(['A', 'B']);
    for (const { socket } of [victim, thief]) socket.disconnect();
  });

  test('nothing that a phone or the wall is sent carries another’s seat id, from which its code follows', async () => {
    const own = await lessonWithQuestion();
    const thief = await joinStudent(program.url, own.code, 'Thief');
    const wall = teacher.socket({ as: 'projector', lessonId: own.id });
    const heard: string[] = [];
    for (const socket of [thief.socket, wall])
      socket.onAny((...said: unknown[]) => heard.push(JSON.stringify(said)));
    await next(wall, 'frame');
    const victim = await joinStudent(program.url, own.code, 'Victim');
    await send(victim.socket, picking(0));
    const console = teacher.socket({ as: 'teacher', lessonId: own.id });
    await next(console, 'frame');
    await send(console, { type: 'revealKey', questionId: 'question-1' });
    await expect.poll(() => heard.some((said) => said.includes('"revealed"'))).toBe(true);
    expect(heard.join()).not.toContain(victim.seat.seatId);
    expect(heard.join()).not.toContain(victim.device);
    for (const socket of [thief.socket, wall, victim.socket, console]) socket.disconnect();
  });
});

describe('acting as the teacher', () => {
  const forged = () => randomBytes(32).toString('base64url');

  /** Whether a cookie opens anything that is the teacher's. */
  async function opens(cookie: string): Promise<string[]> {
    const opened: string[] = [];
    const headers = { ...json, ...(cookie === '' ? {} : { cookie }) };
    for (const { method, path } of everyRoute()) {
      if (path === '/health' || /\/(door|setup|session)/.test(path)) continue;
      const answer = await ask(program, method, path, {
        headers,
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      if (answer.status !== 401) opened.push(`${method} ${path} ${answer.status}`);
    }
    for (const as of Object.keys(doorRights)) {
      for (const transports of [['websocket'], ['polling']]) {
        const socket = socketFrom(
          program.url,
          { as, lessonId: lesson.id, ownerId: 'x', role: 'teacher' },
          { headers: cookie === '' ? {} : { cookie }, transports },
        );
        const said = await outcome(socket);
        if (said !== 'not_signed_in') opened.push(`${as} ${transports.join()} ${said}`);
        socket.disconnect();
      }
    }
    return opened;
  }

  test('without a session, with a forged one and with the hash of a real one nothing opens', async () => {
    const real = teacher.cookie.split('=')[1] ?? '';
    const hash = createHash('sha256').update(real).digest('hex');
    for (const cookie of ['', `chalkbox=${forged()}`, `chalkbox=${hash}`, `Chalkbox=${real}`])
      expect([cookie, await opens(cookie)]).toEqual([cookie, []]);
  });

  test('a signed-out session and one that ran out open nothing', async () => {
    const out = await signIn(program);
    await out.call('DELETE', '/session');
    expect(await opens(out.cookie)).toEqual([]);

    const late = await signIn(program);
    await program.stop();
    const db = new Database(join(program.dataDir, 'chalkbox.db'));
    db.prepare('UPDATE sessions SET expires_at = ? WHERE token_hash = ?').run(
      Date.now() - 1,
      createHash('sha256')
        .update(late.cookie.split('=')[1] ?? '')
        .digest('hex'),
    );
    db.close();
    const oldKey = program.launchKey;
    program = await program.again();
    expect(await opens(late.cookie)).toEqual([]);
    // The key of the start before is none any more; the teacher's own session still is.
    const body = JSON.stringify({ launchKey: oldKey });
    const again = await ask(program, 'POST', '/api/v1/session', { headers: json, body });
    expect(again.code).toBe('wrong_launch_key');
    const headers = { cookie: teacher.cookie };
    expect((await ask(program, 'GET', '/api/v1/session', { headers })).status).toBe(200);
  });

  test('while the data is damaged the doors are as shut: no route, no form, no socket without the laptop’s session', async () => {
    const damaged = await startProgram();
    onTestFinished(() => damaged.end());
    await damaged.stop();
    writeFileSync(join(damaged.dataDir, 'chalkbox.db'), 'x'.repeat(100_000));
    const rescue = await damaged.again([]);
    onTestFinished(() => rescue.end());
    for (const cookie of ['', teacher.cookie, `chalkbox=${forged()}`]) {
      for (const { method, path } of everyRoute()) {
        // The list of teachers is empty then.
        const open = ['/health', '/setup', '/session', '/session/teachers'];
        if (open.some((end) => path.endsWith(end))) continue;
        const answer = await ask(rescue, method, path, {
          headers: { ...json, ...(cookie === '' ? {} : { cookie }) },
          ...(method === 'GET' ? {} : { body: '{}' }),
        });
        expect([401, 503], `${method} ${path}`).toContain(answer.status);
      }
      const auth = { as: 'teacher', lessonId: lesson.id };
      const socket = socketFrom(rescue.url, auth, cookie === '' ? {} : { headers: { cookie } });
      expect(await outcome(socket)).toBe('not_saved');
    }
    const own = await signIn(rescue);
    const form = await ask(rescue, 'POST', '/api/v1/rescue/empty', {
      headers: { cookie: own.cookie, 'content-type': 'text/plain' },
      body: '{}',
    });
    expect([form.status, form.code]).toEqual([400, 'bad_request']);
    const host = await ask(rescue, 'GET', '/api/v1/rescue', {
      headers: { cookie: own.cookie, host: 'evil.example' },
    });
    expect(host.code).toBe('wrong_host');
  });

  test('a cookie tossed before or after the real one neither lets anybody in nor the teacher out', async () => {
    for (const cookie of [
      `chalkbox=${forged()}; ${teacher.cookie}`,
      `chalkbox=; chalkbox="; ${teacher.cookie}`,
      `${teacher.cookie}; chalkbox=${forged()}`,
    ]) {
      const answer = await ask(program, 'GET', '/api/v1/session', { headers: { cookie } });
      expect([cookie, answer.status]).toEqual([cookie, 200]);
    }
    const many = Array.from({ length: 400 }, () => `chalkbox=${forged()}`).join('; ');
    const answer = await ask(program, 'GET', '/api/v1/session', { headers: { cookie: many } });
    expect([401, 431]).toContain(answer.status);
  });

  test('a student’s connection knows no command of the teacher’s, and the wall none at all', async () => {
    const student = await joinStudent(program.url, lesson.code, 'Mallory');
    const wall = teacher.socket({ as: 'projector', lessonId: lesson.id });
    await next(wall, 'frame');
    const commands = [
      { type: 'endLesson' },
      { type: 'revealKey', questionId: 'question-1' },
      { type: 'removeSeat', seatId: student.seat.seatId },
      { type: 'setWall', wall: { blank: true } },
      { type: 'takeSeat', seatId: 'seat-000', device: 'x' },
      { type: 'timeIsUp', questionId: 'question-1', round: 1 },
      { type: 'recover', lostMs: 1e9 },
    ];
    for (const command of commands) {
      const id = randomBytes(9).toString('base64url');
      expect(await emit(student.socket, 'command', { id, command })).toBe('bad_request');
      expect(await emit(wall, 'command', { id, command })).toBe('forbidden');
      expect(await emit(student.socket, 'frame', { id, command })).toBe('bad_request');
    }
    const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    const { view } = (await next(console, 'frame')) as TeacherFrame;
    expect([view.status, view.current?.phase, view.wall.blank]).toEqual(['live', 'open', false]);
    for (const socket of [student.socket, wall, console]) socket.disconnect();
  });

  test('a method in a header or a query is not believed', async () => {
    const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', { title: 'Kept' });
    const headers = { cookie: teacher.cookie };
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override'])
      await ask(program, 'GET', `/api/v1/quizzes/${quiz.id}?_method=DELETE`, {
        headers: { ...headers, [name]: 'DELETE' },
      });
    expect((await ask(program, 'GET', `/api/v1/quizzes/${quiz.id}`, { headers })).status).toBe(200);
  });
});
