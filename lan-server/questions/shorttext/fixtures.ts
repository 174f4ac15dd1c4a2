import type { Fixture } from '../kind.ts';
import type { ShortText, ShortTextAnswer } from './schema.ts';

const right = { credit: 1, right: true };
const wrong = { credit: 0, right: false };

export const fixtures: Fixture<ShortText, ShortTextAnswer>[] = [
  {
    question: {
      id: 'fixture-shorttext',
      kind: 'shorttext',
      text: 'What do plants take in to make sugar?',
      points: 1,
      seconds: null,
      explanation: 'SECRET-explanation: through their leaves.',
      note: 'SECRET-note: some will say water, which is right as well.',
      accepted: ['Carbon dioxide', 'CO₂', 'carbonic acid gas'],
      caseMatters: false,
      accentsMatter: true,
      typos: 1,
    },
    answers: [
      { answer: { text: 'Carbon dioxide' }, grade: right, cells: ['Carbon dioxide'] },
      { answer: { text: 'CARBON DIOXIDE' }, grade: right, cells: ['CARBON DIOXIDE'] },
      { answer: { text: 'carbon dioxid' }, grade: right, cells: ['carbon dioxid'] },
      { answer: { text: 'co2' }, grade: right, cells: ['co2'] },
      { answer: { text: 'co' }, grade: wrong, cells: ['co'] },
      { answer: { text: '=HYPERLINK("x")' }, grade: wrong, cells: ['=HYPERLINK("x")'] },
    ],
    wrongShape: [
      { text: '' },
      { text: ' \u200B\n' },
      { text: 'x'.repeat(81) },
      { text: 4 },
      { text: ['co2'] },
      {},
      null,
      'co2',
    ],
    secrets: ['SECRET-explanation', 'SECRET-note', 'carbonic', '"typos"'],
  },
  {
    question: {
      id: 'fixture-shorttext-exact',
      kind: 'shorttext',
      text: 'Wie heißt «year» auf Spanisch?',
      points: 2,
      seconds: 20,
      explanation: 'SECRET-explanation',
      note: '',
      accepted: ['año'],
      caseMatters: true,
      accentsMatter: true,
      typos: 0,
    },
    answers: [
      { answer: { text: 'año' }, grade: right, cells: ['año'] },
      { answer: { text: 'an\u0303o' }, grade: right, cells: ['an\u0303o'] },
      { answer: { text: 'ano' }, grade: wrong, cells: ['ano'] },
      { answer: { text: 'Año' }, grade: wrong, cells: ['Año'] },
    ],
    wrongShape: [{ text: '\u202E' }],
    secrets: ['SECRET-explanation', 'año'],
  },
];
