import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { resultsSchema } from '../../lan-server/contract/api.ts';
import type { CountedAnswer, LessonRecord } from '../../lan-server/ports.ts';
import { kindNamed, kindNames, kindOf } from '../../lan-server/questions/index.ts';
import type { Answer, Question } from '../../lan-server/questions/index.ts';
import { csvOf, harmless } from '../../lan-server/reports/csv.ts';
import { labelsIn } from '../../lan-server/reports/labels.ts';
import { resultsOf } from '../../lan-server/reports/results.ts';
import { studentTable } from '../../lan-server/reports/tables.ts';
import { xlsxOf } from '../../lan-server/reports/xlsx.ts';

const everyKind = kindNames.flatMap((name) => kindNamed(name).fixtures.slice(0, 1));

function counted(question: Question, seatId: string, answer: Answer): CountedAnswer {
  const grade = kindOf(question).grade(question, answer);
  return {
    questionId: question.id,
    round: 1,
    seatId,
    answer,
    credit: grade?.credit ?? null,
    right: grade?.right ?? null,
    at: 5000,
    late: null,
    sure: null,
  };
}

function record(part: Partial<LessonRecord>): LessonRecord {
  return {
    summary: {
      id: 'lesson-1',
      title: 'Osmosis',
      subject: 'Biology',
      code: '4821',
      status: 'ended',
      startedAt: 1000,
      endedAt: 9000,
      questions: part.questions?.length ?? 0,
      seats: part.seats?.length ?? 0,
    },
    identity: 'nickname',
    questions: [],
    seats: [],
    answers: [],
    earlier: [],
    tooLate: [],
    ...part,
  };
}

const seat = (number: number, name: string | null, removed = false) => ({
  seatId: `seat-${number}`,
  number,
  name,
  removed,
});

const choice = {
  ...kindNamed('choice').blank('question-1'),
  text: 'Which?',
  options: ['One', 'Two', ''],
  right: 1,
  points: 2,
} as Question;
const cloud = {
  ...kindNamed('wordcloud').blank('question-2'),
  text: 'Words?',
  words: 2,
} as Question;
const yesNo = {
  ...kindNamed('truefalse').blank('question-3'),
  text: 'So?',
  right: true,
} as Question;

const lesson = record({
  questions: [
    { question: choice, rounds: 2, skipped: false },
    { question: cloud, rounds: 1, skipped: false },
    { question: yesNo, rounds: 1, skipped: true },
  ],
  seats: [seat(1, 'Ana'), seat(2, null), seat(3, 'Gone', true)],
  answers: [
    counted(choice, 'seat-1', { picked: 1 }),
    counted(choice, 'seat-2', { picked: 0 }),
    counted(choice, 'seat-3', { picked: 1 }),
    counted(cloud, 'seat-1', { words: ['sol', 'true'] }),
    counted(yesNo, 'seat-1', { picked: true }),
  ],
});

describe('results', () => {
  test('fit the contract for every kind of question', () => {
    const whole = record({
      questions: everyKind.map(({ question }) => ({ question, rounds: 1, skipped: false })),
      seats: [seat(1, 'Ana')],
      answers: everyKind.flatMap(({ question, answers }) =>
        answers.slice(0, 1).map(({ answer }) => counted(question, 'seat-1', answer)),
      ),
    });
    const results = resultsOf(whole);
    expect(resultsSchema.parse(results)).toEqual(results);
    expect(results.questions.map(({ answered }) => answered)).toEqual(
      everyKind.map(({ answers }) => Math.min(1, answers.length)),
    );
  });

  test('removed students are listed and counted nowhere', () => {
    const results = resultsOf(lesson);
    expect(results.questions[0]).toMatchObject({
      answered: 2,
      right: 1,
      meanCredit: 0.5,
      rounds: 2,
    });
    expect(results.questions[0]?.rows.map(({ count }) => count)).toEqual([1, 1, 0]);
    expect(results.students[2]).toMatchObject({ name: 'Gone', removed: true });
  });

  test('a question that was voted on several times is compared with its first vote, and the table has every vote', () => {
    const at = (round: number, seatId: string, picked: number) => ({
      ...counted(choice, seatId, { picked }),
      round,
    });
    const seats = [seat(1, 'Ana'), seat(2, 'Ben'), seat(3, 'Gone', true), seat(4, 'Dora')];
    const voted = record({
      questions: [{ question: choice, rounds: 3, skipped: false }],
      seats,
      earlier: [at(1, 'seat-1', 0), at(1, 'seat-2', 1), at(1, 'seat-3', 0), at(2, 'seat-1', 0)],
      answers: [at(3, 'seat-1', 1), at(3, 'seat-2', 1), at(3, 'seat-3', 1), at(3, 'seat-4', 0)],
    });
    const results = resultsOf(voted);
    expect(resultsSchema.parse(results)).toEqual(results);
    expect(results.questions[0]).toMatchObject({
      answered: 3,
      right: 2,
      votes: [
        { round: 1, answered: 2, right: 1 },
        { round: 2, answered: 1, right: 0 },
        { round: 3, answered: 3, right: 2 },
      ],
      compared: {
        round: 1,
        answered: 2,
        right: 1,
        both: 2,
        flow: [
          [0, 1, 0],
          [0, 1, 0],
          [0, 0, 0],
        ],
      },
    });
    const [head, ana, , , dora] = studentTable(voted, labelsIn.en);
    const from = head?.indexOf('1. Vote 1') ?? -1;
    expect(head?.slice(from)).toEqual(['1. Vote 1', '1. Vote 2']);
    expect(ana?.slice(from)).toEqual(['A One', 'A One']);
    expect(dora?.slice(from)).toEqual([null, null]);
    expect(resultsOf(lesson).questions[0]).toMatchObject({ votes: [], compared: null });
  });

  test('says how sure students were, by right and wrong, and has a column for it', () => {
    const said = (seatId: string, picked: number, sure: boolean | null) => ({
      ...counted(choice, seatId, { picked }),
      sure,
    });
    const seats = [seat(1, 'Ana'), seat(2, 'Ben'), seat(3, 'Cy')];
    const sureOf = record({
      questions: [{ question: choice, rounds: 1, skipped: false }],
      seats,
      answers: [said('seat-1', 0, true), said('seat-2', 1, false), said('seat-3', 1, null)],
    });
    const results = resultsOf(sureOf);
    expect(resultsSchema.parse(results)).toEqual(results);
    expect(results.questions[0]?.confidence).toEqual({
      sure: 1,
      unsure: 1,
      rightSure: 0,
      rightUnsure: 1,
      wrongSure: 1,
      wrongUnsure: 0,
    });
    const [head, ...rows] = studentTable(sureOf, labelsIn.en);
    const at = head?.indexOf('1. How sure') ?? -1;
    expect(rows.map((row) => row[at])).toEqual(['sure', 'not sure', null]);
    expect(resultsOf(lesson).questions[0]?.confidence).toBeNull();
  });

  test('points come from asked questions with a key; a skipped one gives none', () => {
    const results = resultsOf(lesson);
    expect(results.maxPoints).toBe(2);
    expect(results.students.map(({ points }) => points)).toEqual([2, 0, 2]);
    expect(results.questions[2]).toMatchObject({ skipped: true, answered: 1, right: 1 });
  });

  test('an answer is told as text with the letters picked, a missing one as null', () => {
    const [ana, other] = resultsOf(lesson).students;
    expect(ana?.answers).toMatchObject([
      { text: 'B Two', letter: 'B', right: true, credit: 1 },
      { text: 'sol; true', letter: null, right: null, credit: null },
      { text: 'true', letter: 'A' },
    ]);
    expect(other?.answers[1]).toBeNull();
  });

  test('what arrived late is told with its delay or its reason, in results, CSV and nowhere where nothing did', () => {
    const late = { tappedAt: 4000, byMs: 42_400 };
    const answers = [{ ...counted(choice, 'seat-1', { picked: 1 }), late }];
    const kept = {
      questionId: cloud.id,
      round: 1,
      seatId: 'seat-2',
      answer: { words: ['=sol'] },
      tappedAt: 4000,
      at: 6000,
      reason: 'tapped_after_closing' as const,
    };
    const told = { ...lesson, answers, tooLate: [kept] };
    const results = resultsOf(told);
    expect(resultsSchema.parse(results)).toEqual(results);
    expect(results.students[0]?.answers[0]?.lateMs).toBe(42_400);
    expect(results.tooLate).toMatchObject([
      { seatId: 'seat-2', text: '=sol', reason: 'tapped_after_closing' },
    ]);
    expect(results.questions[1]).toMatchObject({ answered: 0 });
    const [head = [], ...rows] = studentTable(told, labelsIn.en);
    expect(head.at(-1)).toBe('Arrived late');
    expect(rows.map((row) => row.at(-1))).toEqual([
      '1: 42 s',
      '2: =sol, not counted: tapped after the closing',
      null,
    ]);
    expect(studentTable(lesson, labelsIn.en)[0]).not.toContain('Arrived late');
  });

  test('a file with late answers looks at each answer a few times, however large the class', () => {
    let looks = 0;
    const seats = Array.from({ length: 100 }, (_, index) => ({
      seatId: `seat-${index}`,
      number: index + 1,
      name: null,
      removed: false,
    }));
    const late = { tappedAt: 4000, byMs: 42_400 };
    const answers = seats.map(({ seatId }) => {
      const answer = { ...counted(choice, seatId, { picked: 1 }), late };
      return Object.defineProperty(answer, 'seatId', {
        get() {
          looks += 1;
          return seatId;
        },
      });
    });
    const questions = [{ question: choice, rounds: 1, skipped: false }];
    studentTable(record({ questions, seats, answers }), labelsIn.en);
    expect(looks).toBeLessThan(answers.length * 5);
  });

  test('a question without key or answers has neither right ones nor a mean', () => {
    const [, words] = resultsOf(lesson).questions;
    expect(words).toMatchObject({ right: null, meanCredit: null });
    const unasked = record({ questions: [{ question: choice, rounds: 0, skipped: false }] });
    expect(resultsOf(unasked).questions[0]).toMatchObject({
      answered: 0,
      right: 0,
      meanCredit: null,
    });
    expect(resultsOf(unasked).maxPoints).toBe(0);
  });

  test('thirds of a point add up to whole points', () => {
    const third = { ...counted(choice, 'seat-1', { picked: 1 }), credit: 1 / 3 };
    const three = ['question-1', 'question-4', 'question-5'].map((id) =>
      Object.assign({}, choice, { id, points: 1 }),
    );
    const results = resultsOf(
      record({
        questions: three.map((question) => ({ question, rounds: 1, skipped: false })),
        seats: [seat(1, 'Ana')],
        answers: three.map(({ id }) => Object.assign({}, third, { questionId: id })),
      }),
    );
    expect(results.students[0]?.points).toBe(1);
  });
});

describe('the CSV', () => {
  test('has a row for each student and a column for each part of an answer, in the language asked for', () => {
    expect(csvOf(lesson, 'es')).toBe(
      '\uFEFF' +
        'N.º,Nombre,Retirado,Puntos (de 2),1. Which?,1. Puntos,2. Words? – palabra 1,2. Words? – palabra 2,3. So?\r\n' +
        '1,Ana,,2,B Two,2,sol,true,verdadero\r\n' +
        '2,,,0,A One,0,,,\r\n' +
        '3,Gone,sí,2,B Two,2,,,\r\n',
    );
    expect(csvOf(lesson, 'en')).toContain('2. Words? – word 2');
  });

  const spiteful = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 24 }),
    fc
      .tuple(
        fc.constantFrom('', ' ', '\t', '\r', '\n', '\u00A0', '\u200B', '\uFEFF', '\0'),
        fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '"', ',', ';', "'"),
        fc.string({ maxLength: 12 }),
      )
      .map((parts) => parts.join('')),
  );

  test('whatever students type, it parses back to what they typed, and no cell can be a formula', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ name: spiteful, words: fc.array(spiteful, { minLength: 1, maxLength: 2 }) }),
          { minLength: 1, maxLength: 6 },
        ),
        spiteful,
        (students, text) => {
          const question = { ...cloud, text };
          const answers = students.map(({ words }, index) =>
            counted(question, `seat-${index + 1}`, { words }),
          );
          const csv = csvOf(
            record({
              questions: [{ question, rounds: 1, skipped: false }],
              seats: students.map(({ name }, index) => seat(index + 1, name)),
              answers,
            }),
            'en',
          );
          const [head, ...rows] = parse(csv, { bom: true, relaxColumnCount: false });
          expect(rows).toHaveLength(students.length);
          for (const [index, { name, words }] of students.entries()) {
            const [, shownName, , , ...shown] = rows[index] ?? [];
            for (const [cell, typed] of [
              [shownName, name],
              [shown[0], words[0]],
              [shown[1], words[1] ?? ''],
            ]) {
              expect(cell === typed || cell === `'${typed}`).toBe(true);
            }
          }
          for (const cell of [head ?? [], ...rows].flat()) {
            expect(cell).not.toMatch(/^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]/u);
            expect(cell).not.toMatch(/^[\t\r\n]/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an apostrophe goes before a formula only', () => {
    expect(['=1+1', '+49', '-5', '@SUM', '\t=1', ' =1', '＝1', '\r'].map(harmless)).toEqual([
      "'=1+1",
      "'+49",
      "'-5",
      "'@SUM",
      "'\t=1",
      "' =1",
      "'＝1",
      "'\r",
    ]);
    expect(['a=1', 'B It swells', "'quoted", '', '3', '—'].map(harmless)).toEqual([
      'a=1',
      'B It swells',
      "'quoted",
      '',
      '3',
      '—',
    ]);
  });
});

describe('the XLSX', () => {
  test('reads back as the tables, numbers as numbers and shares as parts of one', async () => {
    const file = await xlsxOf(lesson, 'en');
    const table = studentTable(lesson, labelsIn.en);
    expect(await readSheet(file, 'Students')).toEqual(table);
    const questions = await readSheet(file, 'Questions');
    expect(questions[1]).toEqual([1, 'Which?', 2, 2, 1, 0.5, 0.5, 'A', 'One', 1, 0.5, null]);
    expect(questions[2]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'B',
      'Two',
      1,
      0.5,
      'yes',
    ]);
    expect(questions).toHaveLength(1 + 3 + 2 + 2);
  });

  test('a formula that a student typed stays text, and a control character does not break the file', async () => {
    const words = { words: ['=HYPERLINK("http://x")', 'a\u0000b\uFFFEc'] } as Answer;
    const file = await xlsxOf(
      record({
        questions: [{ question: cloud, rounds: 1, skipped: false }],
        seats: [seat(1, '=cmd|calc')],
        answers: [counted(cloud, 'seat-1', words)],
      }),
      'en',
    );
    const [, row] = await readSheet(file, 'Students');
    expect(row).toEqual([1, '=cmd|calc', null, 0, '=HYPERLINK("http://x")', 'abc']);
  });
});
