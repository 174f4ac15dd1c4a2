import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Results } from '../../lan-server/contract/api.ts';
import {
  ackSchema,
  studentEnvelopeSchema,
  teacherEnvelopeSchema,
} from '../../lan-server/contract/commands.ts';
import type { Ack } from '../../lan-server/contract/commands.ts';
import {
  planFrameSchema,
  projectorFrameSchema,
  rosterFrameSchema,
  seatFrameSchema,
  studentFrameSchema,
  teacherFrameSchema,
  welcomeSchema,
} from '../../lan-server/contract/frames.ts';
import { rejections } from '../../lan-server/contract/rejections.ts';
import { classUnderWay } from '../crash/class.ts';
import { readDisk } from '../crash/disk.ts';
import { createDriver } from '../crash/driver.ts';
import { expectKept, expectResults } from '../crash/promises.ts';
import { startProgram } from '../support/program.ts';
import type { Seeded } from '../support/seed.ts';
import { seeded } from '../support/seed.ts';
import { longEnough, soakMs } from '../support/soak.ts';
import { connect, newDevice } from '../support/teacher.ts';
import type { Teacher, TestSocket } from '../support/teacher.ts';
import { anyOf } from '../unit/any-of-schema.ts';
import { megabytes, memoryOf } from './memory.ts';

const envelopes = fc.oneof(anyOf(studentEnvelopeSchema), anyOf(teacherEnvelopeSchema));

type Envelope = { id: string; command: Record<string, unknown> & { type: string } };

/** A command that fits its schema; half of them about questions and seats that there are. */
function anyCommand(random: Seeded, questionIds: string[], seatIds: string[]): Envelope {
  for (;;) {
    const [envelope] = fc.sample(envelopes, { numRuns: 1, seed: random.between(1, 2 ** 30) });
    const { id, command } = envelope as Envelope;
    // Ending it would end the test; a further name or device is somebody else's business.
    if (['endLesson', 'join', 'comeBack', 'reorderQuestions'].includes(command.type)) continue;
    // Who is sent out may come as somebody new, and these students mean to stay who they are.
    if (command.type === 'removeSeat') delete command['mayReturn'];
    if ('questionId' in command && random.chance(80))
      command['questionId'] = random.pick(questionIds);
    if ('seatId' in command && seatIds.length > 0) command['seatId'] = random.pick(seatIds);
    return { id, command };
  }
}

/** What each role may hear, and in which form. */
const heard = {
  welcome: welcomeSchema,
  seat: seatFrameSchema,
  plan: planFrameSchema,
  roster: rosterFrameSchema,
};
const frames = {
  student: studentFrameSchema,
  teacher: teacherFrameSchema,
  projector: projectorFrameSchema,
};

test(
  'valid commands of all roles, in any order and from connections that are cut all the time, leave a lesson that adds up',
  async () => {
    const random = seeded('chaos');
    const memory = memoryOf();
    onTestFinished(memory.tidy);
    const program = await startProgram([], undefined, undefined, memory.env);
    onTestFinished(() => program.end());
    const { teacher, lesson, questions, ledger, students, newId } = await classUnderWay(program, {
      name: 'chaos',
      size: 20,
      random,
    });
    const driver = createDriver({
      lessonId: lesson.id,
      questions,
      ledger,
      random: random.branch(),
      newId,
    });
    await driver.come(teacher);
    driver.drive();
    for (const student of students) student.come(program.url);

    const wrong: string[] = [];
    const round = async () => {
      const own = random.branch();
      const role = own.pick(['student', 'teacher', 'projector'] as const);
      const socket = openAs(role, program.url, teacher, lesson);
      listen(socket, role, wrong);
      const came = await new Promise((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('connect_error', () => resolve(false));
      });
      const seatIds = [...ledger.seats.values()];
      for (let left = came ? own.between(1, 12) : 0; left > 0; left -= 1) {
        const command = anyCommand(
          own,
          questions.map(({ id }) => id),
          seatIds,
        );
        const answered = ask(socket, command);
        // Some are cut before they hear what became of it.
        if (own.chance(15)) break;
        const ack = await answered;
        if (ack === null) break;
        if (!ackSchema.safeParse(ack).success) wrong.push(`${role} got ${JSON.stringify(ack)}`);
        if (!ack.ok && rejections[ack.error.code] === 500)
          wrong.push(`${role} broke it by ${JSON.stringify(command)}`);
        const forbidden =
          role === 'projector' || (role === 'student' && command.command.type !== 'answer');
        if (forbidden && ack.ok) wrong.push(`${role} was let do ${JSON.stringify(command)}`);
      }
      if (own.chance(50)) socket.io.engine.close();
      socket.disconnect();
      const dropped = own.pick(students);
      dropped.leave();
      dropped.come(program.url);
    };
    for (let warm = 0; warm < 5; warm += 1) await Promise.all([round(), round(), round()]);
    const before = await memory.read(program);
    const enough = longEnough(80, 0.15);
    let rounds = 0;
    while (!enough(rounds)) {
      rounds += 1;
      await Promise.all([round(), round(), round(), round()]);
    }

    for (const student of students) student.finish();
    await expect.poll(() => students.filter((student) => student.isWaiting()).length).toBe(0);
    driver.leave();
    for (const student of students) student.leave();
    const after = await memory.read(program);
    console.log(
      `chaos: ${rounds * 4} connections, ${ledger.answers.length} answers ticked, ${ledger.teacher.length} steps, ${megabytes(before)} → ${megabytes(after)} MB`,
    );
    expect(wrong).toEqual([]);
    expect(after - before).toBeLessThan(10_000_000);
    expect(ledger.answers.length).toBeGreaterThan(20);
    const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
    expect(program.errors()).toBe('');
    await program.kill();
    const disk = readDisk(program.dataDir, lesson.id);
    expectKept(disk, ledger);
    expectResults(results, disk);
  },
  120_000 + soakMs(1),
);

function openAs(
  role: 'student' | 'teacher' | 'projector',
  url: string,
  teacher: Teacher,
  lesson: { id: string; code: string },
): TestSocket {
  return role === 'student'
    ? connect(url, { as: 'student', code: lesson.code, device: newDevice() })
    : teacher.socket({ as: role, lessonId: lesson.id });
}

/** Whatever the program says has the form that the contract gives it. */
function listen(socket: TestSocket, role: keyof typeof frames, wrong: string[]) {
  const check = (event: string, schema: { safeParse(value: unknown): { success: boolean } }) =>
    socket.on(event as 'frame', (value) => {
      if (!schema.safeParse(value).success)
        wrong.push(`${event} to ${role}: ${JSON.stringify(value).slice(0, 300)}`);
    });
  check('frame', frames[role]);
  for (const [event, schema] of Object.entries(heard)) check(event, schema);
}

function ask(socket: TestSocket, envelope: Envelope): Promise<Ack | null> {
  return new Promise((resolve) => {
    socket
      .timeout(8000)
      .emit('command', envelope, (error: Error | null, ack?: Ack) =>
        resolve(error ? null : (ack ?? null)),
      );
  });
}
