import { figure, median, quantile } from './figures.ts';
import type { Figure } from './figures.ts';
import { bytesOf, oneQuestion } from './one-question.ts';
import type { OneQuestion, Pace } from './one-question.ts';
import { chalkboxRig } from './rigs.ts';
import type { Rig, Student } from './rigs.ts';

const longClass = 500;
const longLesson = 200;
/** Questions at either end that are measured; those between go by at `pace`. */
const measured = 9;
/** As fast as the limit of commands per phone lets a class answer again and again. */
const pace: Pace = { answeringMs: 250, pauseMs: 0 };

/**
 * A lesson of 200 questions with 500 students: its last questions are held against its first. And what a lesson of 20
 * questions costs one student on the air: joining, questions, answers, keys and results.
 */
export async function measureLessonLength(say: (line: string) => void): Promise<Figure[]> {
  const bytes = await bytesOfLesson(20, 40);
  say('a lesson of 20 questions');

  const rig = await chalkboxRig({ questions: longLesson });
  try {
    const students = await joinAll(rig, longClass);
    await oneQuestion(rig, students);
    const first = await several(rig, students);
    for (let asked = 1 + measured; asked < longLesson - measured; asked += 1)
      await oneQuestion(rig, students, pace);
    const last = await several(rig, students);
    say(`a lesson of ${longLesson} questions`);
    for (const { socket } of students) socket.disconnect();
    return [
      figure('bytes-per-lesson-20', 40, 'bytes', bytes),
      figure(`long-lesson-ack-p99-${longClass}`, longClass, 'ms', last.ack, first.ack, 1.5),
      figure(`long-lesson-cpu-${longClass}`, longClass, 'ms', last.cpu, first.cpu, 1.5),
      figure(`long-lesson-bytes-${longClass}`, longClass, 'bytes', last.bytes, first.bytes, 1.1),
    ];
  } finally {
    await rig.end();
  }
}

async function several(rig: Rig, students: readonly Student[]) {
  const asked: OneQuestion[] = [];
  for (let question = 1; question <= measured; question += 1)
    asked.push(await oneQuestion(rig, students));
  return {
    // Of each question, then the middle one: a stall of the machine in one of them is not the lesson's.
    ack: median(asked.map(({ acks }) => quantile(acks, 0.99))),
    cpu: median(asked.map(({ cpuMs }) => cpuMs)),
    bytes: median(asked.map(({ bytesPerStudent }) => bytesPerStudent)),
  };
}

/** Per student, from the handshake to the last result, both directions. */
async function bytesOfLesson(questions: number, n: number): Promise<number> {
  const rig = await chalkboxRig({ questions });
  try {
    const students = await joinAll(rig, n);
    for (let asked = 1; asked <= questions; asked += 1) await oneQuestion(rig, students, pace);
    const bytes = bytesOf(students) / n;
    for (const { socket } of students) socket.disconnect();
    return bytes;
  } finally {
    await rig.end();
  }
}

const joinAll = (rig: Rig, n: number) =>
  Promise.all(Array.from({ length: n }, (_, index) => rig.join(index + 1)));
