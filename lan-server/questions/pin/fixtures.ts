import type { Fixture } from '../kind.ts';
import type { Pin, PinAnswer } from './schema.ts';

const image = {
  media: `${'5'.repeat(64)}.jpg`,
  width: 1200,
  height: 600,
  alt: 'A plant cell, drawn',
};
const base = { seconds: null, note: 'SECRET-note: many take the vacuole.', image };

export const fixtures: Fixture<Pin, PinAnswer>[] = [
  {
    question: {
      ...base,
      id: 'fixture-pin',
      kind: 'pin',
      text: 'Where does the cell keep its DNA?',
      points: 2,
      explanation: 'SECRET-explanation: in the nucleus.',
      pins: 1,
      byName: false,
      areas: [
        { shape: 'circle', name: 'SECRET-nucleus', right: true, x: 0.25, y: 0.5, r: 0.1 },
        { shape: 'box', name: 'SECRET-vacuole', right: false, x: 0.5, y: 0.2, w: 0.4, h: 0.6 },
      ],
    },
    answers: [
      {
        // Half as high as wide: a fifth of the height is a tenth of the width.
        answer: { pins: [{ x: 0.25, y: 0.69 }] },
        grade: { credit: 1, right: true },
        cells: ['0.25', '0.69', 'SECRET-nucleus'],
      },
      {
        answer: { pins: [{ x: 0.25, y: 0.71 }] },
        grade: { credit: 0, right: false },
        cells: ['0.25', '0.71', 'elsewhere'],
      },
      {
        answer: { pins: [{ x: 0.612_34, y: 0.5 }] },
        grade: { credit: 0, right: false },
        cells: ['0.612', '0.5', 'SECRET-vacuole'],
      },
    ],
    wrongShape: [
      { pins: [] },
      {
        pins: [
          { x: 0.2, y: 0.2 },
          { x: 0.3, y: 0.3 },
        ],
      },
      { pins: [{ x: 1.2, y: 0.2 }] },
      { pins: [{ x: 0.2 }] },
      { pins: [{ area: 0 }] },
      { pins: [{ x: 0.2, y: 0.2, area: 0 }] },
      {},
      null,
    ],
    secrets: [
      'SECRET-explanation',
      'SECRET-note',
      'SECRET-nucleus',
      'SECRET-vacuole',
      '"right"',
      '"areas"',
    ],
  },
  {
    question: {
      ...base,
      id: 'fixture-pin-several',
      kind: 'pin',
      text: 'Which parts have a membrane of their own?',
      points: 1,
      explanation: 'SECRET-explanation: two membranes each.',
      pins: 3,
      byName: true,
      areas: [
        { shape: 'box', name: 'Nucleus', right: true, x: 0, y: 0, w: 0.4, h: 0.4 },
        // It overlaps the nucleus: a pin in both counts where it is needed.
        { shape: 'box', name: 'Chloroplast', right: true, x: 0.2, y: 0, w: 0.4, h: 0.4 },
        {
          shape: 'polygon',
          name: 'Wall',
          right: false,
          points: [
            { x: 0.5, y: 0.5 },
            { x: 1, y: 0.5 },
            { x: 1, y: 1 },
          ],
        },
      ],
    },
    answers: [
      {
        answer: {
          pins: [
            { x: 0.3, y: 0.1 },
            { x: 0.1, y: 0.1 },
          ],
        },
        grade: { credit: 1, right: true },
        cells: ['0.3', '0.1', 'Nucleus, Chloroplast', '0.1', '0.1', 'Nucleus', '', '', ''],
      },
      {
        answer: { pins: [{ area: 1 }, { area: 0 }, { area: 2 }] },
        grade: { credit: 0.5, right: false },
        cells: ['', '', 'Chloroplast', '', '', 'Nucleus', '', '', 'Wall'],
      },
      {
        answer: {
          pins: [
            { x: 0.1, y: 0.1 },
            { x: 0.12, y: 0.1 },
          ],
        },
        grade: { credit: 0.5, right: false },
        cells: ['0.1', '0.1', 'Nucleus', '0.12', '0.1', 'Nucleus', '', '', ''],
      },
      {
        answer: { pins: [{ x: 0.9, y: 0.7 }, { x: 0.5, y: 0.9 }, { area: 0 }] },
        grade: { credit: 0, right: false },
        cells: ['0.9', '0.7', 'Wall', '0.5', '0.9', 'elsewhere', '', '', 'Nucleus'],
      },
    ],
    wrongShape: [{ pins: [{ area: 3 }] }, { pins: [{ area: -1 }] }, { pins: [{ area: 0.5 }] }],
    secrets: ['SECRET-explanation', 'SECRET-note', '"right"', '"areas"', '"polygon"'],
  },
];
