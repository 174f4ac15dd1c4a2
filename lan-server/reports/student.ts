import type { MyLesson, StudentHistory, StudentLesson } from '../contract/history.ts';
import type { Language } from '../contract/languages.ts';
import type { KeptStudent, SeatRecord } from '../ports/history.ts';
import type { Question } from '../questions/index.ts';
import { kindOf, takesAnswers } from '../questions/index.ts';
import { erasedText } from '../questions/typed.ts';
import { answersBySeat, counts, maxPointsOf, pointsFor, rounded } from './results.ts';
import { labelsIn } from './labels.ts';
import { saidIn } from './tables.ts';

/** One student across lessons, in the order in which they are given. */
export function historyOf(
  { id, name, number, avatar, archivedAt, enrolments, devices }: KeptStudent,
  lessons: readonly SeatRecord[],
  mayErase: boolean,
): StudentHistory {
  return {
    student: { id, name, number, avatar, archivedAt },
    enrolments,
    devices: devices.length,
    lessons: lessons.map(lessonOf),
    written: lessons.flatMap(writtenIn).toSorted((a, b) => b.at - a.at),
    mayErase,
  };
}

function lessonOf({ record, seatId, className, came }: SeatRecord): StudentLesson {
  const { id, title, subject, startedAt, endedAt } = record.summary;
  const whole = { ...record, seats: [], earlier: [] };
  const answerOf = answersBySeat(whole);
  const asked = record.questions.filter(
    ({ question, rounds, skipped }) => rounds > 0 && !skipped && takesAnswers(question),
  );
  const keyed = asked.filter(({ question }) => kindOf(question).key(question) !== null);
  const sum = record.questions
    .map((one) => pointsFor(one, answerOf(seatId, one.question.id)) ?? 0)
    .reduce((total, points) => total + points, 0);
  return {
    lessonId: id,
    title,
    subject,
    className,
    startedAt,
    endedAt,
    points: rounded(sum),
    maxPoints: maxPointsOf(whole),
    asked: asked.length,
    answered: asked.filter(({ question }) => answerOf(seatId, question.id)).length,
    keyed: keyed.length,
    right: keyed.filter(({ question }) => answerOf(seatId, question.id)?.right === true).length,
    attendance: came.status,
    minutesLate: came.minutes,
  };
}

/** Texts of questions in which nothing is right or wrong: what an adviser reads. */
function writtenIn({ record, seatId }: SeatRecord): StudentHistory['written'] {
  const answerOf = answersBySeat({ ...record, seats: [], earlier: [] });
  return record.questions.flatMap(({ question }) => {
    const counted = answerOf(seatId, question.id);
    if (!counted || !('text' in counted.answer) || kindOf(question).key(question) !== null)
      return [];
    const { text } = counted.answer;
    const { id: lessonId, title: lessonTitle } = record.summary;
    return text === erasedText
      ? []
      : [{ lessonId, lessonTitle, question: question.text, text, at: counted.at }];
  });
}

/** What a student may read of a lesson whose results are released. */
export function myLessonOf({ record, seatId }: SeatRecord, language: Language): MyLesson {
  const whole = { ...record, seats: [], earlier: [] };
  const answerOf = answersBySeat(whole);
  const asked = record.questions.filter(
    ({ question, rounds, skipped }) => rounds > 0 && !skipped && takesAnswers(question),
  );
  const answers = asked.map((one): MyLesson['answers'][number] => {
    const { question } = one;
    const counted = answerOf(seatId, question.id);
    const points = pointsFor(one, counted);
    return {
      questionId: question.id,
      question: question.text,
      mine: counted ? answerWords(question, counted.answer, language) : null,
      right: counted?.right ?? null,
      key: keyWords(question, language),
      points: points === null ? null : rounded(points),
      maxPoints: counts(one) ? question.points : null,
      explanation: question.explanation,
    };
  });
  const { id, title, startedAt } = record.summary;
  return {
    lessonId: id,
    title,
    startedAt,
    points: rounded(answers.reduce((sum, { points }) => sum + (points ?? 0), 0)),
    maxPoints: maxPointsOf(whole),
    answers,
  };
}

/** An answer in one line. */
export function answerWords(
  question: Question,
  answer: Parameters<ReturnType<typeof kindOf>['cells']>[1],
  language: Language,
): string {
  return kindOf(question)
    .cells(question, answer)
    .filter((cell) => cell !== '')
    .map((cell) => saidIn(question, cell, labelsIn[language]))
    .join('; ');
}

/** What is right, in one line; null without a key. */
export function keyWords(question: Question, language: Language): string | null {
  const kind = kindOf(question);
  const key = kind.key(question);
  if (key === null) return null;
  // Numbers are right within bounds, which no row of a table says.
  if ('from' in key) return `${key.from} – ${key.to}`;
  if ('value' in key) return within(key.value, key.tolerance);
  if ('target' in key) return within(key.target, key.tolerance);
  const rows = kind.rows(question, kind.emptyTally(question)).filter(({ right }) => right === true);
  return rows
    .map(({ letter, label }) =>
      [letter, saidIn(question, label, labelsIn[language])].filter(Boolean).join(' '),
    )
    .join('; ');
}

function within(value: number, tolerance: number): string {
  return tolerance === 0 ? String(value) : `${value} ± ${tolerance}`;
}
