import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Quiz } from '../../lan-server/contract/api.ts';
import type { TeacherFrame, TeacherView } from '../../lan-server/contract/frames.ts';
import { kindNamed } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { newId, seatPhones, timesBack } from '../load/reconnect.ts';
import type { Phone } from '../load/reconnect.ts';
import { startProgram } from '../support/program.ts';
import { longEnough } from '../support/soak.ts';
import type { Program } from '../support/program.ts';
import { next, send, signIn } from '../support/teacher.ts';
import type { TestSocket } from '../support/teacher.ts';
import { layWire } from '../support/wire.ts';
import type { Wire } from '../support/wire.ts';

const size = 500;
const fixture = kindNamed('choice').fixtures[0]?.question as Extract<Question, { kind: 'choice' }>;
const question = { ...fixture, seconds: 300 };

let program: Program;
let wire: Wire;
let phones: Phone[] = [];
let lesson: { id: string; code: string };
let desk: TestSocket;
let view: TeacherView | null = null;
let openedAt = 0;

/** Which option a phone has chosen: neighbours never the same. */
const pickOf = (index: number) => index % question.options.length;

beforeAll(async () => {
  program = await startProgram();
  wire = await layWire(program.port);
  await openConsole();
});
afterAll(async () => {
  for (const { connection } of phones) connection.close();
  desk?.disconnect();
  await wire?.close();
  await program?.end();
});

async function openConsole() {
  const teacher = await signIn(program);
  lesson ??= await startLesson(teacher);
  desk = teacher.socket({ as: 'teacher', lessonId: lesson.id });
  desk.on('frame', (frame) => {
    ({ view } = frame as TeacherFrame);
  });
  await next(desk, 'plan');
}

async function startLesson(teacher: Awaited<ReturnType<typeof signIn>>) {
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', {
    title: 'Five hundred',
    subject: '',
    questions: [question],
  });
  return teacher.startLesson({ quizId: quiz.id });
}

/** Each phone is in its own seat with its own answer, at the question, with the time that is left. */
async function everybodyIsRight(lostMs: number) {
  const wrong = phones.filter(({ welcome, seatId }, index) => {
    const { seat, view } = welcome;
    const answer = seat?.answer?.answer as { picked: number } | undefined;
    return seat?.seatId !== seatId || answer?.picked !== pickOf(index) || view.stage.at !== 'open';
  });
  expect(wrong.length).toBe(0);
  for (const { welcome, welcomedAt } of phones) {
    const { stage } = welcome.view;
    const left = stage.at === 'open' ? (stage.timer?.leftMs ?? 0) : 0;
    const due = 300_000 - (welcomedAt - openedAt);
    // What a welcome takes on its way is not in it; what the program was away for is given back.
    expect(left).toBeGreaterThan(due - 3000);
    expect(left).toBeLessThan(due + lostMs + 10_000);
  }
  await expect
    .poll(() => [view?.seats, view?.here, view?.current?.answered])
    .toEqual([size, size, size]);
}

function tell(what: string, times: number[]) {
  const at = (part: number) => Math.round(times[Math.floor((times.length - 1) * part)] ?? 0);
  console.log(`${what}: back after ${at(0.5)} ms (median), ${at(0.99)} ms (p99), ${at(1)} ms`);
}

test('five hundred phones dropped at once come back one after the other, each to its seat, answer and question', async () => {
  phones = await seatPhones(wire.url, lesson.code, size);
  await send(desk, { type: 'openQuestion', questionId: question.id });
  openedAt = performance.now();
  const acks = await Promise.all(
    phones.map(({ connection }, index) => {
      const answer = { picked: pickOf(index) };
      const given = { questionId: question.id, round: 1, answer };
      return connection.send(newId(), { type: 'answer', ...given }, 60_000);
    }),
  );
  expect(acks.filter((ack) => !ack?.ok)).toEqual([]);

  const enough = longEnough(1, 0.03);
  let drops = 0;
  // In a soak again and again, as long as the question runs.
  do {
    tell('dropped', await timesBack(phones, async () => wire.cut()));
    await everybodyIsRight(0);
    drops += 1;
  } while (!enough(drops) && performance.now() < openedAt + 120_000);
  // By what each phone has set itself, not by how quick this machine is: no stampede.
  const waits = phones.map(({ waits: [first = 0] }) => first);
  expect(Math.min(...waits)).toBeGreaterThan(390);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1200);
  for (let from = 400; from < 1200; from += 100)
    expect(waits.filter((wait) => wait >= from && wait < from + 100).length).toBeLessThan(size / 4);
}, 300_000);

test('five hundred phones come back to a program that was killed, with the time that was left', async () => {
  let gone = 0;
  const cut = async () => {
    const killedAt = performance.now();
    await program.kill();
    desk.disconnect();
    program = await program.again();
    gone = performance.now() - killedAt;
  };
  tell('killed and started again', await timesBack(phones, cut));
  await openConsole();
  await everybodyIsRight(gone + 2000);
}, 120_000);
