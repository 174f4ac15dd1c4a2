import type { Fixture } from '../kind.ts';
import type { Numeric, NumericAnswer } from './schema.ts';

const right = { credit: 1, right: true };
const wrong = { credit: 0, right: false };

export const fixtures: Fixture<Numeric, NumericAnswer>[] = [
  {
    question: {
      id: 'fixture-numeric',
      kind: 'numeric',
      text: 'How fast does a stone fall after one second?',
      points: 2,
      seconds: 60,
      explanation: 'SECRET-explanation: g is 9.81 metres a second, each second.',
      note: 'SECRET-note: who says 10 has rounded.',
      unit: 'm/s',
      by: 'value',
      value: 9.8,
      tolerance: 0.2,
      from: null,
      to: null,
    },
    answers: [
      { answer: { number: 9.81 }, grade: right, cells: ['9.81'] },
      // 9.8 + 0.2 and 9.8 − 0.2, which floating point makes 9.600000000000001: the ends belong to it.
      { answer: { number: 10 }, grade: right, cells: ['10'] },
      { answer: { number: 9.6 }, grade: right, cells: ['9.6'] },
      { answer: { number: 10.01 }, grade: wrong, cells: ['10.01'] },
      { answer: { number: -9.81 }, grade: wrong, cells: ['-9.81'] },
      { answer: { number: 981_000_000_000 }, grade: wrong, cells: ['981000000000'] },
    ],
    wrongShape: [
      { number: '9.81' },
      { number: 1e13 },
      { number: -1e13 },
      { number: null },
      {},
      null,
      9.81,
    ],
    secrets: ['SECRET-explanation', 'SECRET-note', '"tolerance"', '"value"'],
  },
  {
    question: {
      id: 'fixture-numeric-range',
      kind: 'numeric',
      text: 'How much is 0.1 + 0.2?',
      points: 1,
      seconds: null,
      explanation: '',
      note: 'SECRET-note: computers say otherwise.',
      unit: '',
      by: 'range',
      value: null,
      tolerance: 0,
      from: 0.3,
      to: 0.3,
    },
    answers: [
      { answer: { number: 0.3 }, grade: right, cells: ['0.3'] },
      { answer: { number: 0.1 + 0.2 }, grade: right, cells: ['0.30000000000000004'] },
      { answer: { number: 0.300_000_1 }, grade: wrong, cells: ['0.3000001'] },
      { answer: { number: 0 }, grade: wrong, cells: ['0'] },
    ],
    wrongShape: [{ number: [0.3] }],
    secrets: ['SECRET-note', '"from"'],
  },
];
