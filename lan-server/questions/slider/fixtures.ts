import type { Fixture } from '../kind.ts';
import type { Slider, SliderAnswer } from './schema.ts';

export const fixtures: Fixture<Slider, SliderAnswer>[] = [
  {
    question: {
      id: 'fixture-slider',
      kind: 'slider',
      text: 'How much of the Earth is covered by water?',
      points: 2,
      seconds: 30,
      explanation: 'SECRET-explanation: 71 per cent, most of it salt water.',
      note: 'SECRET-note: fetch the globe.',
      min: 0,
      max: 100,
      step: 1,
      unit: '%',
      low: 'nothing',
      high: 'everything',
      target: 71,
      tolerance: 4,
    },
    answers: [
      { answer: { at: 71 }, grade: { credit: 1, right: true }, cells: ['71'] },
      { answer: { at: 75 }, grade: { credit: 1, right: true }, cells: ['75'] },
      { answer: { at: 76 }, grade: { credit: 0, right: false }, cells: ['76'] },
      { answer: { at: 0 }, grade: { credit: 0, right: false }, cells: ['0'] },
      { answer: { at: 100 }, grade: { credit: 0, right: false }, cells: ['100'] },
    ],
    wrongShape: [{ at: 101 }, { at: -1 }, { at: 50.5 }, { at: '50' }, {}, null],
    secrets: ['SECRET-explanation', 'SECRET-note', '"target"', '"tolerance"'],
  },
  {
    question: {
      id: 'fixture-slider-opinion',
      kind: 'slider',
      text: 'How warm shall the room be?',
      points: 0,
      seconds: null,
      explanation: '',
      note: 'SECRET-note: the caretaker decides.',
      min: -0.5,
      max: 0.5,
      step: 0.1,
      unit: '°C',
      low: 'cooler',
      high: 'warmer',
      target: null,
      tolerance: 0,
    },
    answers: [
      { answer: { at: 0.3 }, grade: null, cells: ['0.3'] },
      { answer: { at: -0.5 }, grade: null, cells: ['-0.5'] },
      { answer: { at: 0 }, grade: null, cells: ['0'] },
    ],
    wrongShape: [{ at: 0.25 }, { at: 0.6 }],
    secrets: ['SECRET-note'],
  },
];
