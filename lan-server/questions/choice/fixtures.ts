import type { Fixture } from '../kind.ts';
import type { Choice, ChoiceAnswer } from './schema.ts';

const keyed: Choice = {
  id: 'fixture-choice',
  kind: 'choice',
  text: 'A red blood cell is put into distilled water. What happens next?',
  points: 2,
  seconds: 60,
  explanation: 'SECRET-explanation: inside, the water potential is below zero.',
  note: 'SECRET-note: who picks D thinks of the contractile vacuole.',
  options: [
    'It shrinks',
    'It swells and bursts',
    'Its size stays the same',
    'It pumps the water out',
  ],
  right: 1,
};

export const fixtures: Fixture<Choice, ChoiceAnswer>[] = [
  {
    question: keyed,
    answers: [
      {
        answer: { picked: 1 },
        grade: { credit: 1, right: true },
        cells: ['B It swells and bursts'],
      },
      {
        answer: { picked: 3 },
        grade: { credit: 0, right: false },
        cells: ['D It pumps the water out'],
      },
    ],
    wrongShape: [
      {},
      { picked: 4 },
      { picked: -1 },
      { picked: '1' },
      { picked: 1.5 },
      { picked: null },
      null,
      [],
      'B',
    ],
    secrets: ['SECRET-explanation', 'SECRET-note', '"right"'],
  },
  {
    question: { ...keyed, id: 'fixture-letters', text: '', options: ['', '', '', ''], right: null },
    answers: [{ answer: { picked: 0 }, grade: null, cells: ['A'] }],
    wrongShape: [{ picked: 4 }],
    secrets: ['SECRET-explanation', 'SECRET-note'],
  },
];
