import type { Fixture } from '../kind.ts';
import type { Rating, RatingAnswer } from './schema.ts';

export const fixtures: Fixture<Rating, RatingAnswer>[] = [
  {
    question: {
      id: 'fixture-rating',
      kind: 'rating',
      text: 'How sure are you that you could explain this to a friend?',
      points: 0,
      seconds: null,
      explanation: 'SECRET-explanation: we come back to it on Friday.',
      note: 'SECRET-note: below 3, repeat.',
      steps: 5,
      low: 'not at all',
      high: 'very',
    },
    answers: [
      { answer: { rating: 1 }, grade: null, cells: ['1'] },
      { answer: { rating: 5 }, grade: null, cells: ['5'] },
    ],
    wrongShape: [{ rating: 0 }, { rating: 6 }, { rating: 2.5 }, { rating: '3' }, {}, null],
    secrets: ['SECRET-explanation', 'SECRET-note'],
  },
];
