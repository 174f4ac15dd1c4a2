import { figure, median, quantile } from './figures.ts';
import type { Figure } from './figures.ts';
import { oneQuestion } from './one-question.ts';
import type { OneQuestion, Pace } from './one-question.ts';
import { chalkboxRig, floorRig } from './rigs.ts';
import type { Rig, RigOptions } from './rigs.ts';

/** What one run with one class on one server tells. Times in ms. */
type Run = {
  joinAllMs: number;
  /** Resident memory per seat, bytes. */
  memoryPerStudent: number;
  ackP50: number;
  ackP99: number;
  fanOutP99: number;
  /** Of the server, for question out, all answers and the counts. */
  questionCpuMs: number;
  countOnWallMs: number;
  bytesPerQuestion: number;
};

/** Small classes give fewer answers, so they are asked more often. */
const questionsFor = (n: number) => (n >= 500 ? 6 : 8);
/** So many more, before them, warm both sides up. */
const warmUps = 3;
/** A class joins once a start of the program, so for that it is started more often: so many times besides. */
const moreJoins = 2;

/** How many questions a class is asked, and how quickly. */
type Quickness = { questions: (n: number) => number; times?: Pace };

/** The least that could go over the air: a question of 400 bytes and one acknowledged answer. */
const bytesFloor = 460;

/** Runs every class size `runs` times on the floor and on Chalkbox in turn, and compares the medians. */
export async function measureLive(
  sizes: readonly number[],
  runs: number,
  say: (line: string) => void,
  env: Record<string, string> = {},
  pace: Quickness = { questions: questionsFor },
): Promise<Map<number, { own: Run; floor: Run }>> {
  const results = new Map<number, { own: Run; floor: Run }>();
  for (const n of sizes) {
    const floors: Run[] = [];
    const owns: Run[] = [];
    for (let run = 1; run <= runs; run += 1) {
      floors.push(await oneRun(floorRig, n, env, pace));
      owns.push(await oneRun(chalkboxRig, n, env, pace));
      say(`${n} students, run ${run} of ${runs}`);
    }
    results.set(n, { own: middle(owns), floor: middle(floors) });
  }
  return results;
}

/** The figures with their limits. */
export function liveFigures(results: Map<number, { own: Run; floor: Run }>): Figure[] {
  const figures: Figure[] = [];
  for (const [n, { own, floor }] of results) {
    figures.push(
      figure(`answer-ack-p50-${n}`, n, 'ms', own.ackP50, floor.ackP50),
      figure(`answer-ack-p99-${n}`, n, 'ms', own.ackP99, floor.ackP99, 1.5),
      figure(
        `question-cpu-${n}`,
        n,
        'ms',
        own.questionCpuMs,
        floor.questionCpuMs,
        n >= 500 ? 2.5 : null,
      ),
      figure(
        `join-all-${n}`,
        n,
        'ms',
        own.joinAllMs,
        floor.joinAllMs,
        n === 200 || n === 1000 ? 1.8 : null,
      ),
      figure(`fan-out-p99-${n}`, n, 'ms', own.fanOutP99, floor.fanOutP99, n >= 500 ? 1.5 : null),
      figure(`count-on-wall-${n}`, n, 'ms', own.countOnWallMs, floor.countOnWallMs, 1.5),
      figure(
        `memory-per-student-${n}`,
        n,
        'bytes',
        own.memoryPerStudent,
        floor.memoryPerStudent,
        n === 1000 ? 2 : null,
      ),
      figure(`bytes-per-question-${n}`, n, 'bytes', own.bytesPerQuestion, bytesFloor, 1.5),
    );
  }
  const [small, middling, large] = [results.get(40), results.get(200), results.get(1000)];
  if (small && large)
    figures.push(
      figure(
        'bytes-growth',
        1000,
        'ratio',
        large.own.bytesPerQuestion / small.own.bytesPerQuestion,
        1,
        1.1,
      ),
    );
  if (middling && large)
    figures.push(
      figure(
        'cpu-growth',
        1000,
        'ratio',
        large.own.questionCpuMs / 1000 / (middling.own.questionCpuMs / 200),
        1,
        1.5,
      ),
    );
  return figures;
}

async function oneRun(
  makeRig: (options: RigOptions) => Promise<Rig>,
  n: number,
  env: Record<string, string>,
  pace: Quickness,
): Promise<Run> {
  const joins: number[] = [];
  for (let start = 1; start <= moreJoins; start += 1)
    joins.push(await onlyJoining(makeRig, n, env));
  const questions = pace.questions(n);
  const rig = await makeRig({ questions: questions + warmUps, env });
  try {
    const empty = await rig.server.cost();
    const { students, tookMs } = await everybodyJoins(rig, n);
    joins.push(tookMs);
    const full = await rig.server.cost();

    for (let question = 1; question <= warmUps; question += 1)
      await oneQuestion(rig, students, pace.times);
    const asked: OneQuestion[] = [];
    for (let question = 1; question <= questions; question += 1)
      asked.push(await oneQuestion(rig, students, pace.times));
    // Of each question, then the middle one: a stall of the machine's disk in one of them is neither side's doing.
    const ack = (share: number) => median(asked.map(({ acks }) => quantile(acks, share)));
    for (const { socket } of students) socket.disconnect();
    return {
      joinAllMs: median(joins),
      memoryPerStudent: (full.rssBytes - empty.rssBytes) / n,
      ackP50: ack(0.5),
      ackP99: ack(0.99),
      fanOutP99: median(asked.map(({ fanOut }) => quantile(fanOut, 0.99))),
      questionCpuMs: median(asked.map(({ cpuMs }) => cpuMs)),
      countOnWallMs: median(asked.map(({ countOnWallMs }) => countOnWallMs)),
      bytesPerQuestion: median(asked.map(({ bytesPerStudent }) => bytesPerStudent)),
    };
  } finally {
    await rig.end();
  }
}

async function everybodyJoins(rig: Rig, n: number) {
  const from = performance.now();
  const students = await Promise.all(Array.from({ length: n }, (_, index) => rig.join(index + 1)));
  return { students, tookMs: performance.now() - from };
}

async function onlyJoining(
  makeRig: (options: RigOptions) => Promise<Rig>,
  n: number,
  env: Record<string, string>,
): Promise<number> {
  const rig = await makeRig({ questions: 1, env });
  try {
    // As before the storm that is measured with the questions.
    await rig.server.cost();
    const { students, tookMs } = await everybodyJoins(rig, n);
    for (const { socket } of students) socket.disconnect();
    return tookMs;
  } finally {
    await rig.end();
  }
}

function middle(runs: Run[]): Run {
  const of = (key: keyof Run) => median(runs.map((run) => run[key]));
  return {
    joinAllMs: of('joinAllMs'),
    memoryPerStudent: of('memoryPerStudent'),
    ackP50: of('ackP50'),
    ackP99: of('ackP99'),
    fanOutP99: of('fanOutP99'),
    questionCpuMs: of('questionCpuMs'),
    countOnWallMs: of('countOnWallMs'),
    bytesPerQuestion: of('bytesPerQuestion'),
  };
}
