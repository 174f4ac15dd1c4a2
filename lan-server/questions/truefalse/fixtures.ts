import type { Fixture } from '../kind.ts';
import type { TrueFalse, TrueFalseAnswer } from './schema.ts';

export const fixtures: Fixture<TrueFalse, TrueFalseAnswer>[] = [
  {
    question: {
      id: 'fixture-truefalse',
      kind: 'truefalse',
      text: 'A heavy stone falls faster than a light one when there is no air.',
      points: 1,
      seconds: 20,
      explanation: 'SECRET-explanation: without air all fall alike.',
      note: 'SECRET-note: show the Moon film.',
      right: false,
    },
    answers: [
      { answer: { picked: false }, grade: { credit: 1, right: true }, cells: ['false'] },
      { answer: { picked: true }, grade: { credit: 0, right: false }, cells: ['true'] },
    ],
    wrongShape: [{ picked: 'true' }, { picked: 0 }, {}, null, true],
    secrets: ['SECRET-explanation', 'SECRET-note', '"right"'],
  },
];
