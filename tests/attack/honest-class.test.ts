import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import { newDevice, next, send, signIn } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { ask, outcome, question, socketFrom } from './attacker.ts';

let program: Program;
let teacher: Teacher;

beforeAll(async () => {
  program = await startProgram();
  teacher = await signIn(program);
});
afterAll(() => program.end());

/** The school's router: all phones come from here. */
const from = '127.0.0.40';
const students = 40;
const questions = Array.from({ length: 10 }, (_, index) =>
  question('choice', {
    id: `question-${index}`,
    text: 'Which?',
    options: ['A', 'B', 'C', 'D'],
    right: 1,
  }),
);

test('forty students behind one address load, mistype, join, answer ten questions twice in haste, reload and come back; none is ever refused', async () => {
  const quiz = await teacher.call<{ id: string }>('POST', '/quizzes', { title: 'Quiz', questions });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const refused: unknown[] = [];
  const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  await next(console, 'frame');

  async function load() {
    const paths = [
      '/',
      '/assets/a.js',
      '/assets/a.css',
      '/api/v1/door',
      `/api/v1/door/${lesson.code}`,
    ];
    const pages = await Promise.all(paths.map((path) => ask(program, 'GET', path, { from })));
    refused.push(...pages.filter(({ status }) => status === 429 || status === 403));
  }
  async function arrive(device: string): Promise<TestSocket> {
    const socket = socketFrom(program.url, { as: 'student', code: lesson.code, device }, { from });
    await next(socket, 'welcome');
    return socket;
  }
  const say = async (socket: TestSocket, command: object) => {
    const ack = await send(socket, command);
    if (!ack.ok) refused.push(ack.error);
  };

  const phones = await Promise.all(
    Array.from({ length: students }, async (_, index) => {
      const device = newDevice();
      await load();
      if (index % 4 === 0) {
        const wrong = { as: 'student', code: '999999', device };
        expect(await outcome(socketFrom(program.url, wrong, { from }))).toBe('unknown_code');
      }
      const socket = await arrive(device);
      await say(socket, { type: 'join', name: `Student ${index}` });
      return { device, socket };
    }),
  );
  for (const { id } of questions) {
    await send(console, { type: 'openQuestion', questionId: id });
    await Promise.all(
      phones.map(async ({ socket }, index) => {
        // A first tap and a second thought.
        for (const picked of [index % 4, 1])
          await say(socket, { type: 'answer', questionId: id, round: 1, answer: { picked } });
      }),
    );
    await send(console, { type: 'revealKey', questionId: id });
  }
  for (let reload = 0; reload < 3; reload += 1)
    await Promise.all(
      phones.map(async (phone) => {
        phone.socket.disconnect();
        await load();
        phone.socket = await arrive(phone.device);
        await say(phone.socket, { type: 'join', name: 'ignored' });
      }),
    );
  expect(refused).toEqual([]);
  const results = await teacher.call<{ questions: { answered: number; right: number }[] }>(
    'GET',
    `/lessons/${lesson.id}/results`,
  );
  for (const { answered, right } of results.questions) expect([answered, right]).toEqual([40, 40]);
  for (const { socket } of phones) socket.disconnect();
  console.disconnect();
});

test('forty students behind one address find their names letter by letter, mistype code and PIN, and are in; none is ever refused', async () => {
  const names = Array.from({ length: students }, (_, index) => `Marisol Okonkwo ${index + 10}`);
  const of = await makeClass(
    teacher,
    names.map((name, index) => ({ name, pin: String(1000 + index) })),
  );
  const at = (code: string, device: string) =>
    socketFrom(program.url, { as: 'class', code, device }, { from });
  const came = await Promise.all(
    names.map(async (name, index) => {
      const device = newDevice();
      if (index % 4 === 0) expect(await outcome(at('222222', device))).toBe('unknown_code');
      const socket = at(of.code, device);
      await next(socket, 'class');
      const heard: unknown[] = [];
      for (let letters = 1; letters <= 12; letters += 1)
        heard.push(await send(socket, { type: 'findName', text: name.slice(0, letters) }));
      const { id } = of.student(name);
      for (const proof of ['9999', '9998'])
        heard.push(await send(socket, { type: 'pickName', student: id, proof }));
      heard.push(
        await send(socket, { type: 'pickName', student: id, proof: String(1000 + index) }),
      );
      socket.disconnect();
      return heard.map((ack) => (ack as { error?: { code: string } }).error?.code ?? 'ok');
    }),
  );
  const right = Array.from({ length: 12 }, () => 'ok');
  for (const codes of came) expect(codes).toEqual([...right, 'wrong_proof', 'wrong_proof', 'ok']);
});
