import { expect, onTestFinished, test } from 'vitest';
import type { Results } from '../../lan-server/contract/api.ts';
import { classUnderWay } from '../crash/class.ts';
import { readDisk } from '../crash/disk.ts';
import { expectKept, expectResults } from '../crash/promises.ts';
import { startProgram } from '../support/program.ts';
import { makeClass } from '../support/school-class.ts';
import { seeded } from '../support/seed.ts';
import { longEnough, soakMs } from '../support/soak.ts';
import { next, send } from '../support/teacher.ts';
import { hostileRequests } from './hostile-http.ts';
import { hostilePolling, hostileWebsocket } from './hostile.ts';
import { megabytes, memoryOf } from './memory.ts';

/** What a program may hold more than before without anybody's calling it a leak: caches, compiled code. */
const slackBytes = 8_000_000;

test(
  'garbage in frames, packets and requests, cut off anywhere, costs no honest student anything, and leaves no trace in memory',
  async () => {
    const random = seeded('wire');
    const memory = memoryOf();
    onTestFinished(memory.tidy);
    const program = await startProgram([], undefined, undefined, memory.env);
    onTestFinished(() => program.end());
    const { teacher, lesson, questions, ledger, students, come } = await classUnderWay(program, {
      name: 'wire',
      size: 10,
      random,
    });
    const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    onTestFinished(() => void console.disconnect());
    await next(console, 'frame');
    const untimed = questions.find(({ seconds }) => seconds === null)?.id ?? '';
    await send(console, { type: 'openQuestion', questionId: untimed });

    await come();

    const target = {
      port: program.port,
      code: lesson.code,
      classCode: (await makeClass(teacher, [{ name: 'Ada' }])).code,
      lessonId: lesson.id,
      cookie: teacher.cookie,
    };
    const broken: string[] = [];
    const attack = async (wave: number) => {
      await Promise.all(
        Array.from({ length: wave }, async () => {
          const own = random.branch();
          if (own.chance(25)) broken.push(...(await hostileRequests(target, own)));
          else await (own.chance(80) ? hostileWebsocket : hostilePolling)(target, own);
        }),
      );
    };
    // Whatever is made once is made now: code, buffers, tables.
    for (let wave = 0; wave < 5; wave += 1) await attack(20);
    const before = await memory.read(program);
    const enough = longEnough(20, 0.12);
    let waves = 0;
    while (!enough(waves)) {
      waves += 1;
      await attack(20);
      expect((await fetch(`${program.url}/health`)).status).toBe(200);
    }

    // A silent connection is let go after 15 s at most.
    const here = async () =>
      ((await (await fetch(`${program.url}/health`)).json()) as { connectedSeats: number })
        .connectedSeats;
    await expect.poll(here).toBe(students.length);
    const after = await memory.read(program);
    globalThis.console.log(
      `wire: ${waves * 20} hostile connections, ${ledger.answers.length} answers ticked, ${megabytes(before)} → ${megabytes(after)} MB`,
    );
    expect(broken).toEqual([]);
    expect(after - before).toBeLessThan(slackBytes);
    expect(students.map((student) => student.comings())).toEqual(students.map(() => 1));
    for (const student of students) student.finish();
    await expect.poll(() => students.filter((student) => student.isWaiting()).length).toBe(0);
    expect(ledger.answers.length).toBeGreaterThan(students.length);
    const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
    expect(program.errors()).toBe('');
    await program.kill();
    const disk = readDisk(program.dataDir, lesson.id);
    expectKept(disk, ledger);
    expectResults(results, disk);
    expect(disk.state.seats.size, 'some of it got as far as a seat').toBeGreaterThan(
      students.length,
    );
  },
  120_000 + soakMs(1),
);
