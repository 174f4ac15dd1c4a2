import { expect, onTestFinished, test } from 'vitest';
import type { Results } from '../../lan-server/contract/api.ts';
import { classUnderWay } from '../crash/class.ts';
import { readDisk } from '../crash/disk.ts';
import { createDriver } from '../crash/driver.ts';
import { expectKept, expectResults } from '../crash/promises.ts';
import { megabytes, memoryOf } from '../fuzz/memory.ts';
import { startProgram } from '../support/program.ts';
import { seeded } from '../support/seed.ts';
import { soakMs } from '../support/soak.ts';

/** What the program may hold more at the end of the lesson than after its first part, bytes. */
const slackBytes = 10_000_000;

test('a lesson of hours in minutes, with phones that come and go all the time, keeps every answer and its level of memory', async () => {
  const random = seeded('long lesson');
  const memory = memoryOf();
  onTestFinished(memory.tidy);
  const program = await startProgram([], undefined, undefined, memory.env);
  onTestFinished(() => program.end());
  const { teacher, lesson, questions, ledger, students, newId } = await classUnderWay(program, {
    name: 'hours',
    size: 60,
    random,
    pace: { least: 220, most: 600 },
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

  const levels: number[] = [];
  const ends = performance.now() + soakMs(0.12);
  let measureAt = performance.now() + soakMs(0.03);
  while (performance.now() < ends) {
    await new Promise((resolve) => setTimeout(resolve, random.between(50, 400)));
    const dropped = random.pick(students);
    dropped.leave();
    dropped.come(program.url);
    if (performance.now() >= measureAt) {
      levels.push(await memory.read(program));
      measureAt = performance.now() + soakMs(0.015);
      console.log(
        `long lesson: ${ledger.answers.length} answers, ${ledger.teacher.length} steps, ${megabytes(levels.at(-1) ?? 0)} MB`,
      );
    }
  }
  for (const student of students) student.finish();
  await expect.poll(() => students.filter((student) => student.isWaiting()).length).toBe(0);
  driver.leave();
  for (const student of students) student.leave();
  const results = await teacher.call<Results>('GET', `/lessons/${lesson.id}/results`);
  expect(await memory.read(program)).toBeLessThan((levels[0] ?? 0) + slackBytes);
  expect(program.errors()).toBe('');
  await program.kill();
  const disk = readDisk(program.dataDir, lesson.id);
  expectKept(disk, ledger);
  expectResults(results, disk);
});
