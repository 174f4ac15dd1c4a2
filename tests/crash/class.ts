import { expect, onTestFinished } from 'vitest';
import type { LessonSummary, Quiz } from '../../lan-server/contract/api.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import type { Program } from '../support/program.ts';
import type { Seeded } from '../support/seed.ts';
import { signIn } from '../support/teacher.ts';
import type { Teacher } from '../support/teacher.ts';
import { emptyLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { crashQuestions } from './questions.ts';
import { createStudent } from './student.ts';
import type { Student } from './student.ts';

/** A lesson that runs, and students who answer whatever opens, each written down in the ledger. */
export type ClassUnderWay = {
  teacher: Teacher;
  lesson: LessonSummary;
  questions: Question[];
  ledger: Ledger;
  students: Student[];
  /** Command ids that no other has. */
  newId: () => string;
  /** All students come, and are in. */
  come(): Promise<void>;
};

/** Starts a lesson of all sorts of questions for a class that has not come yet. `name` marks its ids and quiz. */
export async function classUnderWay(
  program: Program,
  {
    name,
    size,
    random,
    pace = { least: 220, most: 420 },
  }: { name: string; size: number; random: Seeded; pace?: { least: number; most: number } },
): Promise<ClassUnderWay> {
  const teacher = await signIn(program);
  const questions = crashQuestions();
  const quiz = await teacher.call<Quiz>('POST', '/quizzes', { title: name, questions });
  const lesson = await teacher.startLesson({ quizId: quiz.id });
  const ledger = emptyLedger();
  let made = 0;
  const newId = () => `${name}-${(made += 1).toString(36).padStart(8, '0')}`;
  const students = Array.from({ length: size }, (_, index) =>
    createStudent({
      name: `Student ${index + 1}`,
      code: lesson.code,
      ledger,
      random: random.branch(),
      newId,
      pace,
    }),
  );
  onTestFinished(() => {
    for (const student of students) student.leave();
  });
  return {
    teacher,
    lesson,
    questions,
    ledger,
    students,
    newId,
    async come() {
      for (const student of students) student.come(program.url);
      await expect.poll(() => students.filter((student) => !student.isHere()).length).toBe(0);
    },
  };
}
