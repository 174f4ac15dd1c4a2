import type { ProjectorView } from '../../lan-server/contract/frames.ts';
import type { PublicQuestion } from '../../lan-server/questions/index.ts';
import { explanation, longQuestion } from './wall-questions.ts';

/** Numbers and slides on the wall, each at its hardest: made-up moments for the gallery. */

type Stage = ProjectorView['stage'];
const place = { number: 4, of: 9, round: 1 };
const counted = { answered: 19, seated: 27 };

const weight: PublicQuestion = {
  id: 'gallery-weight',
  kind: 'numeric',
  points: 1,
  text: 'How much air is there in this classroom, and how did you come to that number?',
  unit: 'kilograms',
};
/** As many bars as there can be, with ends as long as they can be. */
const weights = {
  total: 19,
  by: 'half' as const,
  bins: [
    { from: null, to: 123_450_000_000, count: 1 },
    ...Array.from({ length: 10 }, (_, bar) => ({
      from: 123_450_000_000 + bar * 5_000_000,
      to: 123_455_000_000 + bar * 5_000_000,
      count: (bar * 7) % 4,
    })),
    { from: 123_500_000_000, to: null, count: 2 },
  ],
  mean: 123_456_789_012,
  median: 123_470_000_000,
};

const slide = (text: string): Stage => ({
  at: 'revealed',
  ...place,
  ...counted,
  round: 0,
  question: { id: 'gallery-slide', kind: 'slide', points: 0, text },
  picture: { total: 0 },
  key: null,
  explanation: '',
});

/** Stages under the name of what they show. */
export const simpleStages: Record<string, Stage> = {
  Slide: slide('Today: why leaves are green\nFirst what light is made of.'),
  'Slide, the longest': slide(longQuestion(2, 1, 320).text.slice(0, 2000)),
  'Slide, many lines': slide(Array.from({ length: 60 }, (_, line) => `${line + 1}.`).join('\n')),
  'Numbers wanted': {
    at: 'open',
    ...place,
    ...counted,
    question: weight,
    timer: null,
    picture: null,
  },
  'Numbers revealed': {
    at: 'revealed',
    ...place,
    ...counted,
    question: weight,
    picture: weights,
    key: { value: 123_470_000_000, tolerance: 6_000_000 },
    explanation,
  },
};
