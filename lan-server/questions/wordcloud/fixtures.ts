import type { Fixture } from '../kind.ts';
import type { WordCloud, WordCloudAnswer } from './schema.ts';

export const fixtures: Fixture<WordCloud, WordCloudAnswer>[] = [
  {
    question: {
      id: 'fixture-wordcloud',
      kind: 'wordcloud',
      text: 'What does a plant need to grow?',
      points: 0,
      seconds: null,
      explanation: 'SECRET-explanation: light, water, carbon dioxide, minerals.',
      note: 'SECRET-note: soil is not food.',
      words: 3,
    },
    answers: [
      { answer: { words: ['Light', 'water'] }, grade: null, cells: ['Light', 'water', ''] },
      { answer: { words: ['=SUM(1+1)'] }, grade: null, cells: ['=SUM(1+1)', '', ''] },
    ],
    wrongShape: [
      { words: [] },
      { words: ['a', 'b', 'c', 'd'] },
      { words: ['sun', 'Sun '] },
      { words: [' '] },
      { words: ['x'.repeat(31)] },
      { words: 'sun' },
      {},
      null,
    ],
    secrets: ['SECRET-explanation', 'SECRET-note'],
  },
];
