import type { Fixture } from '../kind.ts';
import type { Matching, MatchingAnswer } from './schema.ts';

/** Everybody sees 1 Paris, 2 Vienna, 3 Madrid, 4 Rome. */
export const fixtures: Fixture<Matching, MatchingAnswer>[] = [
  {
    question: {
      id: 'fixture-matching',
      kind: 'matching',
      text: 'Which capital belongs to which country?',
      points: 3,
      seconds: null,
      explanation: 'SECRET-explanation: Vienna is the capital of Austria.',
      note: 'SECRET-note: ask who took Vienna.',
      pairs: [
        { prompt: 'Spain', choice: 'Madrid' },
        { prompt: 'Italy', choice: 'Rome' },
        { prompt: 'France', choice: 'Paris' },
      ],
      distractors: ['Vienna'],
      keyed: true,
    },
    answers: [
      {
        answer: { choices: [2, 3, 0] },
        grade: { credit: 1, right: true },
        cells: ['Spain → Madrid', 'Italy → Rome', 'France → Paris'],
      },
      {
        answer: { choices: [2, 0, 3] },
        grade: { credit: 1 / 3, right: false },
        cells: ['Spain → Madrid', 'Italy → Paris', 'France → Rome'],
      },
      {
        answer: { choices: [null, 3, 0] },
        grade: { credit: 2 / 3, right: false },
        cells: ['', 'Italy → Rome', 'France → Paris'],
      },
      {
        answer: { choices: [null, 1, null] },
        grade: { credit: 0, right: false },
        cells: ['', 'Italy → Vienna', ''],
      },
    ],
    wrongShape: [
      { choices: [null, null, null] },
      { choices: [2, 2, 0] },
      { choices: [2, 3] },
      { choices: [2, 3, 0, 1] },
      { choices: [2, 3, 4] },
      { choices: ['2', '3', '0'] },
      {},
      null,
    ],
    secrets: [
      'SECRET-explanation',
      'SECRET-note',
      '"keyed"',
      '"pairs"',
      '"prompt":"Spain","choice":"Madrid"',
    ],
  },
];
