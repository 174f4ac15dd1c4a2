import { expect, test } from 'vitest';
import { slowDisk } from '../load/slow-disk.ts';
import { startProgram } from '../support/program.ts';
import { seeded } from '../support/seed.ts';
import { longEnough, soaking, soakMs } from '../support/soak.ts';
import { joinStudent, next, send, signIn } from '../support/teacher.ts';
import { crashRounds } from './rounds.ts';
import type { CrashPlan } from './rounds.ts';

/** Thinking time that keeps a phone within what the program takes from one device. */
const pace = { least: 220, most: 420 };

async function killed(what: string, plan: Omit<CrashPlan, 'random' | 'pace'>): Promise<number> {
  const { ledger, rounds } = await crashRounds({ ...plan, pace, random: seeded(what) });
  const { answers, refused, teacher } = ledger;
  console.log(
    `${what}: ${rounds} rounds, ${answers.length} answers ticked, ${refused.size} refused, ${teacher.length} steps of the teacher`,
  );
  return answers.length;
}

test(
  'killed twenty times under a hundred answering students, the program has all that it said it had, once, and goes on where it was',
  async () => {
    const enough = longEnough(20, 0.28);
    const ticked = await killed('kill -9', {
      students: 100,
      goesOn: (rounds) => !enough(rounds),
      life: { least: 50, most: 700 },
    });
    expect(ticked).toBeGreaterThan(soaking ? 0 : 300);
  },
  240_000 + soakMs(1),
);

const slow = slowDisk();

test.skipIf('skipped' in slow)(
  `the same on a slow disk, where most ends come in the middle of a commit${'skipped' in slow ? ` (skipped: ${slow.skipped})` : ''}`,
  async () => {
    if ('skipped' in slow) return;
    const enough = longEnough(4, 0.1);
    const ticked = await killed('kill -9 on a slow disk', {
      students: 100,
      goesOn: (rounds) => !enough(rounds),
      life: { least: 300, most: 900 },
      env: slow.env,
    });
    expect(ticked).toBeGreaterThan(soaking ? 0 : 50);
  },
  240_000 + soakMs(1),
);

/** Longer than anything else could take between a tap and its tick. */
const flushMs = 200;
const verySlow = slowDisk(flushMs);

test.skipIf('skipped' in verySlow)('no tick comes before the disk has flushed', async () => {
  if ('skipped' in verySlow) return;
  const program = await startProgram([], undefined, undefined, verySlow.env);
  try {
    const teacher = await signIn(program);
    const lesson = await teacher.startLesson();
    const console = teacher.socket({ as: 'teacher', lessonId: lesson.id });
    const plan = await next(console, 'plan');
    const questionId = plan.questions[0]?.id ?? '';
    const { socket } = await joinStudent(program.url, lesson.code, 'Ana');
    expect(await send(console, { type: 'openQuestion', questionId })).toMatchObject({ ok: true });
    const tapped = performance.now();
    const answer = { type: 'answer', questionId, round: 1, answer: { picked: 1 } };
    expect(await send(socket, answer)).toMatchObject({ ok: true });
    expect(performance.now() - tapped).toBeGreaterThanOrEqual(flushMs);
    socket.disconnect();
    console.disconnect();
  } finally {
    await program.end();
  }
});
