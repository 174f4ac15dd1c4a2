import type { Fixture } from '../kind.ts';
import type { Multiple, MultipleAnswer } from './schema.ts';

export const fixtures: Fixture<Multiple, MultipleAnswer>[] = [
  {
    question: {
      id: 'fixture-multiple',
      kind: 'multiple',
      text: 'Which of these numbers are prime?',
      points: 3,
      seconds: null,
      explanation: 'SECRET-explanation: 51 is 3 times 17.',
      note: 'SECRET-note: ask who checked 51.',
      options: ['2', '17', '51', '9', '29'],
      right: [0, 1, 4],
    },
    answers: [
      {
        answer: { picked: [0, 1, 4] },
        grade: { credit: 1, right: true },
        cells: ['A 2; B 17; E 29'],
      },
      {
        answer: { picked: [4, 2, 0] },
        grade: { credit: 1 / 3, right: false },
        cells: ['A 2; C 51; E 29'],
      },
      {
        answer: { picked: [0, 1, 2, 3, 4] },
        grade: { credit: 1 / 3, right: false },
        cells: ['A 2; B 17; C 51; D 9; E 29'],
      },
      { answer: { picked: [2, 3] }, grade: { credit: 0, right: false }, cells: ['C 51; D 9'] },
    ],
    wrongShape: [
      { picked: [] },
      { picked: [0, 0] },
      { picked: [5] },
      { picked: 0 },
      { picked: ['0'] },
      {},
      null,
    ],
    secrets: ['SECRET-explanation', 'SECRET-note', '"right"'],
  },
];
