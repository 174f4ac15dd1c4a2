import type { Fixture } from '../kind.ts';
import type { Blanks, BlanksAnswer } from './schema.ts';

export const fixtures: Fixture<Blanks, BlanksAnswer>[] = [
  {
    question: {
      id: 'fixture-blanks',
      kind: 'blanks',
      text: 'Complete the sentence.',
      points: 4,
      seconds: null,
      explanation: 'SECRET-explanation: 6 CO₂ + 6 H₂O.',
      note: 'SECRET-note: the third gap is hard.',
      parts: ['Plants take in ', ' and ', '; with ', ' they make ', '.'],
      gaps: [
        { options: null, accepted: ['carbon dioxide', 'SECRET-gas'] },
        { options: null, accepted: ['water'] },
        { options: ['light', 'heat', 'soil'], accepted: ['light'] },
        { options: null, accepted: ['sugar', 'glucose'] },
      ],
      caseMatters: false,
      accentsMatter: true,
      typos: 1,
    },
    answers: [
      {
        answer: { gaps: ['Carbon dioxide', 'water', 'light', 'glucose'] },
        grade: { credit: 1, right: true },
        cells: ['Carbon dioxide', 'water', 'light', 'glucose'],
      },
      {
        answer: { gaps: ['carbon dioxid', 'watr', 'heat', ''] },
        grade: { credit: 0.5, right: false },
        cells: ['carbon dioxid', 'watr', 'heat', ''],
      },
      {
        answer: { gaps: ['', '', '', '=1+1'] },
        grade: { credit: 0, right: false },
        cells: ['', '', '', '=1+1'],
      },
    ],
    wrongShape: [
      { gaps: [] },
      { gaps: ['', '', '', ''] },
      { gaps: ['water', 'water', 'light'] },
      { gaps: ['water', 'water', 'moon', 'sugar'] },
      { gaps: ['x'.repeat(81), '', '', ''] },
      { gaps: ['a', 'b', 'light', 'c', 'd'] },
      { gaps: 'water' },
      {},
      null,
    ],
    secrets: ['SECRET-explanation', 'SECRET-note', 'SECRET-gas', 'accepted', 'glucose'],
  },
  {
    question: {
      id: 'fixture-blanks-one',
      kind: 'blanks',
      text: 'Welche Form?',
      points: 1,
      seconds: 30,
      explanation: 'SECRET-explanation',
      note: '',
      parts: ['Ich ', ' gestern im Kino.'],
      gaps: [{ options: ['bin', 'SECRET-war', 'habe'], accepted: ['SECRET-war'] }],
      caseMatters: true,
      accentsMatter: true,
      typos: 0,
    },
    answers: [
      {
        answer: { gaps: ['SECRET-war'] },
        grade: { credit: 1, right: true },
        cells: ['SECRET-war'],
      },
      { answer: { gaps: ['bin'] }, grade: { credit: 0, right: false }, cells: ['bin'] },
    ],
    wrongShape: [{ gaps: ['Bin'] }, { gaps: [''] }],
    secrets: ['SECRET-explanation', '"accepted"'],
  },
];
