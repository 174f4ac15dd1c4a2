import type { Fixture } from '../kind.ts';
import type { Ordering, OrderingAnswer } from './schema.ts';

const planets: Ordering = {
  id: 'fixture-ordering',
  kind: 'ordering',
  text: 'Put the planets in order, the one next to the Sun first.',
  points: 3,
  seconds: null,
  explanation: 'SECRET-explanation: Venus lies between Mercury and us.',
  note: 'SECRET-note: who turned Venus and Mercury round?',
  items: ['Mercury', 'Venus', 'Earth', 'Mars'],
  keyed: true,
};

/** Everybody sees A Earth, B Mars, C Venus, D Mercury. */
export const fixtures: Fixture<Ordering, OrderingAnswer>[] = [
  {
    question: planets,
    answers: [
      {
        answer: { order: [3, 2, 0, 1] },
        grade: { credit: 1, right: true },
        cells: ['D Mercury', 'C Venus', 'A Earth', 'B Mars'],
      },
      {
        // Two neighbours changed: five of six pairs stand right.
        answer: { order: [2, 3, 0, 1] },
        grade: { credit: 4 / 6, right: false },
        cells: ['C Venus', 'D Mercury', 'A Earth', 'B Mars'],
      },
      {
        // The last one put first: three pairs right, three wrong.
        answer: { order: [1, 3, 2, 0] },
        grade: { credit: 0, right: false },
        cells: ['B Mars', 'D Mercury', 'C Venus', 'A Earth'],
      },
      {
        // Upside down costs no more than nothing.
        answer: { order: [1, 0, 2, 3] },
        grade: { credit: 0, right: false },
        cells: ['B Mars', 'A Earth', 'C Venus', 'D Mercury'],
      },
    ],
    wrongShape: [
      { order: [0, 1, 2] },
      { order: [0, 1, 2, 2] },
      { order: [0, 1, 2, 4] },
      { order: [0, 1, 2, 3, 4] },
      { order: '3201' },
      { order: ['3', '2', '0', '1'] },
      {},
      null,
    ],
    secrets: [
      'SECRET-explanation',
      'SECRET-note',
      '"keyed"',
      '"Mercury","Venus","Earth"',
      '"Venus","Earth","Mars"',
    ],
  },
  {
    question: {
      ...planets,
      id: 'fixture-ranking',
      text: 'What matters most to you?',
      items: ['Sleep', 'Friends', 'Sport'],
      keyed: false,
    },
    answers: [
      { answer: { order: [1, 0, 2] }, grade: null, cells: ['B Sport', 'A Sleep', 'C Friends'] },
    ],
    wrongShape: [{ order: [0, 1, 3] }],
    secrets: ['SECRET-explanation', 'SECRET-note'],
  },
];
