import type { Fixture } from '../kind.ts';
import type { Poll, PollAnswer } from './schema.ts';

export const fixtures: Fixture<Poll, PollAnswer>[] = [
  {
    question: {
      id: 'fixture-poll',
      kind: 'poll',
      text: 'Which two books shall we read together?',
      points: 0,
      seconds: null,
      explanation: 'SECRET-explanation: the library has thirty of each.',
      note: 'SECRET-note: the second is long.',
      options: ['The Hobbit', 'Momo', 'Persepolis', 'Wonder'],
      most: 2,
    },
    answers: [
      { answer: { picked: [1] }, grade: null, cells: ['B Momo'] },
      { answer: { picked: [3, 0] }, grade: null, cells: ['A The Hobbit; D Wonder'] },
    ],
    wrongShape: [
      { picked: [] },
      { picked: [0, 1, 2] },
      { picked: [1, 1] },
      { picked: [4] },
      { picked: 0 },
      {},
      null,
    ],
    secrets: ['SECRET-explanation', 'SECRET-note'],
  },
  {
    question: {
      id: 'fixture-poll-one',
      kind: 'poll',
      text: 'When shall we meet?',
      points: 0,
      seconds: 30,
      explanation: '',
      note: 'SECRET-note: Friday suits the bus.',
      options: ['Monday', 'Friday'],
      most: 1,
    },
    answers: [{ answer: { picked: [1] }, grade: null, cells: ['B Friday'] }],
    wrongShape: [{ picked: [0, 1] }, { picked: [2] }],
    secrets: ['SECRET-note'],
  },
];
