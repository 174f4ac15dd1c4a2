import type { Fixture } from '../kind.ts';
import type { OpenText, OpenTextAnswer } from './schema.ts';

export const fixtures: Fixture<OpenText, OpenTextAnswer>[] = [
  {
    question: {
      id: 'fixture-opentext',
      kind: 'opentext',
      text: 'Why did the plan fail?',
      points: 0,
      seconds: null,
      explanation: 'SECRET-explanation: nobody had asked the farmers.',
      note: 'SECRET-note: let three speak.',
      show: 'approved',
    },
    answers: [
      {
        answer: { text: 'Nobody asked them.\n\nAnd it rained.' },
        grade: null,
        cells: ['Nobody asked them.\n\nAnd it rained.'],
      },
      { answer: { text: '=1+1' }, grade: null, cells: ['=1+1'] },
    ],
    wrongShape: [
      { text: '' },
      { text: ' \n \u200B' },
      { text: 'x'.repeat(501) },
      { text: 7 },
      {},
      null,
      'Nobody asked them.',
    ],
    secrets: ['SECRET-explanation', 'SECRET-note', 'approved'],
  },
  {
    question: {
      id: 'fixture-opentext-at-once',
      kind: 'opentext',
      text: 'Was nimmst du mit?',
      points: 0,
      seconds: 60,
      explanation: 'SECRET-explanation',
      note: '',
      show: 'atOnce',
    },
    answers: [{ answer: { text: 'Viel 👍' }, grade: null, cells: ['Viel 👍'] }],
    wrongShape: [{ text: '\u202E' }],
    secrets: ['SECRET-explanation', 'atOnce'],
  },
];
