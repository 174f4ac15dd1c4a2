import { describe, expect, test } from 'vitest';
import type { LessonSummary, Results } from '../../lan-server/contract/api.ts';
import { mostChosenWrong } from '../../renderer/teacher/answers/most-chosen-wrong.ts';
import { cellOf, sortStudents } from '../../renderer/teacher/results/cells.ts';
import { figuresOf, median, reteachPlaces } from '../../renderer/teacher/results/figures.ts';
import type { ItemResult, StudentResult } from '../../renderer/teacher/results/figures.ts';
import { findLessons } from '../../renderer/teacher/results/find-lessons.ts';

const item = (right: number | null, answered: number) =>
  ({ right, answered, rounds: 1, skipped: false, rows: [] }) as unknown as ItemResult;

const student = (name: string | null, points: number, rest: Partial<StudentResult> = {}) =>
  ({
    seatId: `seat-${name ?? ''}`,
    number: 1,
    name,
    removed: false,
    points,
    answers: [],
    ...rest,
  }) satisfies StudentResult;

const answer = {
  questionId: 'q',
  text: '',
  letter: 'A',
  credit: 0,
  right: false,
  at: 0,
  lateMs: null,
};

describe('The figures of a lesson', () => {
  test('leave out who was removed, and count as taking part who answered anything', () => {
    const results = {
      questions: [item(3, 4), item(null, 5), item(0, 0)],
      students: [
        student('Amara', 2, { answers: [answer] }),
        student('Ben', 1, { answers: [null] }),
        student('Carmen', 9, { removed: true, answers: [answer] }),
      ],
      maxPoints: 3,
    } as unknown as Results;
    expect(figuresOf(results)).toEqual({
      took: 1,
      students: 2,
      right: { right: 3, answered: 4 },
      middle: 2,
      maxPoints: 3,
      kept: 9,
    });
  });

  test('have no share right without a key and no middle score without points', () => {
    const results = {
      questions: [item(null, 5)],
      students: [student('Amara', 0, { answers: [answer] })],
      maxPoints: 0,
    } as unknown as Results;
    expect(figuresOf(results)).toMatchObject({ right: null, middle: null });
  });

  test('take the middle score, not the mean', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 9])).toBe(3);
    expect(median([])).toBeNull();
  });
});

describe('What to teach again', () => {
  test('is the lowest three below 60 % right, lowest first', () => {
    const questions = [item(6, 10), item(5, 10), item(1, 10), item(4, 10), item(2, 10)];
    expect(reteachPlaces(questions)).toEqual([2, 4, 3]);
  });

  test('is never a question without key or answers', () => {
    expect(reteachPlaces([item(null, 10), item(0, 0)])).toEqual([]);
  });

  test('names the wrong answer that most chose, never a right one', () => {
    const rows = [
      { letter: 'A', count: 3, right: false },
      { letter: 'B', count: 9, right: true },
      { letter: 'C', count: 3, right: false },
    ];
    expect(mostChosenWrong(rows)?.letter).toBe('A');
    expect(mostChosenWrong([{ count: 4, right: null }])).toBeNull();
    expect(mostChosenWrong([{ count: 0, right: false }])).toBeNull();
  });
});

describe('The matrix', () => {
  test('shows the letter of a wrong answer while it fits, else a cross', () => {
    expect(cellOf(answer)).toEqual({ is: 'wrong', letter: 'A' });
    expect(cellOf({ ...answer, letter: 'ABCD' })).toEqual({ is: 'wrong', letter: null });
    expect(cellOf({ ...answer, letter: null })).toEqual({ is: 'wrong', letter: null });
    expect(cellOf({ ...answer, right: true })).toEqual({ is: 'right' });
    expect(cellOf({ ...answer, right: null })).toEqual({ is: 'given' });
    expect(cellOf(null)).toEqual({ is: 'none' });
  });

  test('sorts by points, then by name the way the language does, the removed last', () => {
    const students = [
      student('Zoë', 1),
      student('ángel', 1),
      student('Ben', 3),
      student('Carmen', 9, { removed: true }),
    ];
    const names = (by: 'points' | 'name') =>
      sortStudents(students, by, 'es').map(({ name }) => name);
    expect(names('points')).toEqual(['Ben', 'ángel', 'Zoë', 'Carmen']);
    expect(names('name')).toEqual(['ángel', 'Ben', 'Zoë', 'Carmen']);
  });

  test('sorts students without a name by their number', () => {
    const students = [student(null, 0, { number: 10 }), student(null, 0, { number: 9 })];
    expect(sortStudents(students, 'name', 'en').map(({ number }) => number)).toEqual([9, 10]);
  });
});

describe('The list of lessons', () => {
  test('finds by any words of title and subject, whatever case and accents', () => {
    const lessons = [
      { title: 'Ósmosis', subject: '10A' },
      { title: 'Fractions', subject: '7B' },
    ] as LessonSummary[];
    expect(findLessons(lessons, 'OSMO 10a').map(({ title }) => title)).toEqual(['Ósmosis']);
    expect(findLessons(lessons, '  ')).toHaveLength(2);
    expect(findLessons(lessons, 'osmosis 7b')).toEqual([]);
  });
});
