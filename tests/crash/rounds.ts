import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Quiz, Results } from '../../lan-server/contract/api.ts';
import { currentAsked } from '../../lan-server/lesson/state.ts';
import { startProgram } from '../support/program.ts';
import type { Program } from '../support/program.ts';
import type { Seeded } from '../support/seed.ts';
import { send, signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { readDisk } from './disk.ts';
import type { OnDisk } from './disk.ts';
import { createDriver } from './driver.ts';
import { emptyLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { expectGoesOn, expectKept, expectResults } from './promises.ts';
import { crashQuestions } from './questions.ts';
import { createStudent } from './student.ts';

const cli = fileURLToPath(new URL('../../lan-server/cli.ts', import.meta.url));

export type CrashPlan = {
  students: number;
  /** Another round, and another, until this says no; it is told how many there were. */
  goesOn: (rounds: number) => boolean;
  /** How long the class answers before the program is killed, in ms. */
  life: { least: number; most: number };
  /** A student's time between two answers, in ms. */
  pace: { least: number; most: number };
  random: Seeded;
  env?: Record<string, string>;
};

/**
 * A class answers while the program is killed again and again; after each end the file is compared with what everybody
 * was told, and after each start the lesson with the file. Gives what was told in all.
 */
export async function crashRounds(plan: CrashPlan): Promise<{ ledger: Ledger; rounds: number }> {
  const { random } = plan;
  let made = 0;
  const newId = () => `crash-${(made += 1).toString(36).padStart(8, '0')}`;
  const ledger = emptyLedger();
  const questions = crashQuestions();
  let program = await startProgram([], undefined, undefined, plan.env);
  try {
    let teacher = await signIn(program);
    const quiz = await teacher.call<Quiz>('POST', '/quizzes', { title: 'Crash', questions });
    const lesson = await teacher.startLesson({ quizId: quiz.id });
    const students = Array.from({ length: plan.students }, (_, index) =>
      createStudent({
        name: `Student ${index + 1}`,
        code: lesson.code,
        ledger,
        random: random.branch(),
        newId,
        pace: plan.pace,
      }),
    );
    const driver = createDriver({
      lessonId: lesson.id,
      questions,
      ledger,
      random: random.branch(),
      newId,
    });
    let rounds = 0;
    let last: OnDisk | null = null;
    await driver.come(teacher);
    driver.drive();
    for (const student of students) student.come(program.url);

    while (plan.goesOn(rounds)) {
      rounds += 1;
      // Now and then it is killed while the class still comes back.
      if (random.chance(75))
        await expect.poll(() => students.filter((student) => !student.isHere()).length).toBe(0);
      await pause(random.between(plan.life.least, plan.life.most));
      const killedAt = Date.now();
      await program.kill();
      const before = readDisk(program.dataDir, lesson.id);
      expectKept(before, ledger);
      if (last) expectRecovered(last, before);
      last = before;

      const startedAt = Date.now();
      if (random.chance(25)) {
        await falseStart(program, random.between(100, 1200));
        expectKept(readDisk(program.dataDir, lesson.id), ledger);
        // It may have come as far as moving the timer, or not.
        last = null;
      }
      program = await program.again();
      teacher = await signIn(program);
      const frame = await driver.come(teacher);
      const seenAt = Date.now();
      expectGoesOn(frame, before, { killedAt, startedAt, seenAt });
      expectResults(await resultsOf(teacher, lesson.id), before);
      driver.drive();
      for (const student of students) student.come(program.url);
    }

    await expect.poll(() => students.filter((student) => !student.isHere()).length).toBe(0);
    for (const student of students) student.finish();
    await expect.poll(() => students.filter((student) => student.isWaiting()).length).toBe(0);
    driver.leave();
    await endLesson(program, lesson.id);
    for (const student of students) student.leave();
    const results = await resultsOf(teacher, lesson.id);
    expect(program.errors()).toBe('');
    await program.stop();
    const disk = readDisk(program.dataDir, lesson.id);
    expectKept(disk, ledger);
    expectResults(results, disk);
    expect(disk.state.status).toBe('ended');
    return { ledger, rounds };
  } finally {
    await program.end();
  }
}

/** A start that is cut off: while it checks the file, reads the lesson back, or does whatever it does first. */
async function falseStart({ dataDir, env }: Program, afterMs: number): Promise<void> {
  const flags = ['--json', '--no-open', '--no-mdns', '--host', '127.0.0.1', '--port', '0'];
  const child = spawn(process.execPath, [cli, ...flags, '--data', dataDir], {
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  await Promise.race([pause(afterMs), gone]);
  expect(child.exitCode, 'it ended by itself').toBeNull();
  child.kill('SIGKILL');
  await gone;
}

async function endLesson(program: Program, lessonId: string): Promise<void> {
  const teacher = await signIn(program);
  const console = teacher.socket({ as: 'teacher', lessonId });
  expect(await send(console, { type: 'endLesson' })).toMatchObject({ ok: true });
  console.disconnect();
}

const resultsOf = (teacher: Teacher, lessonId: string) =>
  teacher.call<Results>('GET', `/lessons/${lessonId}/results`);

/** A running timer has moved by the time that was lost since the program last noted that it runs, and by nothing else. */
function expectRecovered(before: OnDisk, after: OnDisk): void {
  const recovered = after.events
    .slice(before.events.length)
    .flatMap(({ event, at }) => (event.type === 'recovered' ? [{ ...event, at }] : []));
  const progress = currentAsked(before.state)?.progress;
  const ran = progress?.phase === 'open' && progress.timer?.running === true;
  expect(recovered).toHaveLength(ran ? 1 : 0);
  for (const { lostMs, at } of recovered) {
    const gone = at - Math.max(before.aliveAt, before.events.at(-1)?.at ?? 0);
    // Reading a long lesson back takes a moment of its own.
    expect(lostMs).toBeLessThanOrEqual(gone);
    expect(lostMs).toBeGreaterThan(gone - 500);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
