import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Results } from '../../lan-server/contract/api.ts';
import {
  ackSchema,
  studentEnvelopeSchema,
  teacherEnvelopeSchema,
} from '../../lan-server/contract/commands.ts';
import type { Ack } from '../../lan-server/contract/commands.ts';
import { rejections } from '../../lan-server/contract/rejections.ts';
import { classEnvelopeSchema } from '../../lan-server/contract/roll.ts';
import { classUnderWay } from '../crash/class.ts';
import { readDisk } from '../crash/disk.ts';
import { createDriver } from '../crash/driver.ts';
import { expectKept, expectResults } from '../crash/promises.ts';
import { startProgram } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import type { Seeded } from '../support/seed.ts';
import { seeded } from '../support/seed.ts';
import { longEnough, soakMs } from '../support/soak.ts';
import type { TestSocket } from '../support/teacher.ts';
import { anyOf } from '../unit/any-of-schema.ts';
import { comeAs, listen, mayDo } from './doors.ts';
import type { Role } from './doors.ts';
import { megabytes, memoryOf } from './memory.ts';

const envelopes = fc.oneof(
  anyOf(studentEnvelopeSchema),
  anyOf(teacherEnvelopeSchema),
  anyOf(classEnvelopeSchema),
);

type Envelope = { id: string; command: Record<string, unknown> & { type: string } };

/** A command that fits its schema; most of them about questions, seats and students that there are. */
function anyCommand(
  random: Seeded,
  there: { questions: string[]; seats: string[]; students: string[] },
): Envelope {
  for (;;) {
    const [envelope] = fc.sample(envelopes, { numRuns: 1, seed: random.between(1, 2 ** 30) });
    const { id, command } = envelope as Envelope;
    // Ending it would end the test; a further name or device is somebody else's business.
    if (['endLesson', 'join', 'comeBack', 'reorderQuestions'].includes(command.type)) continue;
    // Who is sent out may come as somebody new, and these students mean to stay who they are.
    if (command.type === 'removeSeat') delete command['mayReturn'];
    if ('questionId' in command && random.chance(80))
      command['questionId'] = random.pick(there.questions);
    if ('seatId' in command && there.seats.length > 0) command['seatId'] = random.pick(there.seats);
    if ('student' in command && random.chance(80)) command['student'] = random.pick(there.students);
    return { id, command };
  }
}

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
    const pupils = ['Ada', 'Ben', 'Cleo'];
    const of = await makeClass(teacher, [
      { name: 'Ada', pin: '4711' },
      { name: 'Ben' },
      { name: 'Cleo' },
    ]);
    const place = { url: program.url, teacher, lesson, class: of.code };
    await driver.come(teacher);
    driver.drive();
    for (const student of students) student.come(program.url);

    const wrong: string[] = [];
    const round = async () => {
      const own = random.branch();
      const role = own.pick(Object.keys(comeAs) as Role[]);
      const socket = comeAs[role](place);
      listen(socket, role, wrong);
      const came = await new Promise((resolve) => {
        socket.once('connect', () => resolve(true));
        socket.once('connect_error', () => resolve(false));
      });
      const there = {
        questions: questions.map(({ id }) => id),
        seats: [...ledger.seats.values()],
        students: pupils.map((name) => of.student(name).id),
      };
      for (let left = came ? own.between(1, 12) : 0; left > 0; left -= 1) {
        const command = anyCommand(own, there);
        const answered = ask(socket, command);
        // Some are cut before they hear what became of it.
        if (own.chance(15)) break;
        const ack = await answered;
        if (ack === null) break;
        if (!ackSchema.safeParse(ack).success) wrong.push(`${role} got ${JSON.stringify(ack)}`);
        if (!ack.ok && rejections[ack.error.code] === 500)
          wrong.push(`${role} broke it by ${JSON.stringify(command)}`);
        if (ack.ok && !mayDo[role](command.command.type))
          wrong.push(`${role} was let do ${JSON.stringify(command)}`);
      }
      if (own.chance(50)) socket.io.engine.close();
      socket.disconnect();
      const dropped = own.pick(students);
      dropped.leave();
      dropped.come(program.url);
    };
    for (let warm = 0; warm < 5; warm += 1) await Promise.all([round(), round(), round()]);
    const before = await memory.read(program);
    const enough = longEnough(120, 0.12);
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

function ask(socket: TestSocket, envelope: Envelope): Promise<Ack | null> {
  return new Promise((resolve) => {
    socket
      .timeout(8000)
      .emit('command', envelope, (error: Error | null, ack?: Ack) =>
        resolve(error ? null : (ack ?? null)),
      );
  });
}
