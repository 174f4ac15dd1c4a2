import type { Fixture } from '../kind.ts';
import type { Slide } from './schema.ts';

export const fixtures: Fixture<Slide, never>[] = [
  {
    question: {
      id: 'fixture-slide',
      kind: 'slide',
      text: 'Today: why leaves are green\nFirst what light is made of, then what a leaf does with it.',
      points: 0,
      seconds: null,
      explanation: '',
      note: 'SECRET-note: hand out the prisms.',
    },
    answers: [],
    wrongShape: [{}, null, { picked: 0 }, ''],
    secrets: ['SECRET-note'],
  },
];
