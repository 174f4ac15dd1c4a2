import { z } from 'zod';
import type { QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, pictureSchema } from './schema.ts';
import type { Rating, RatingAnswer, PublicRating, RatingPicture } from './schema.ts';

export type * from './schema.ts';

type RatingTally = { total: number; counts: number[] };

export const rating: QuestionKind<
  Rating,
  RatingAnswer,
  PublicRating,
  never,
  RatingTally,
  RatingPicture
> = {
  kind: 'rating',
  schema,
  answerSchema,
  publicSchema,
  keySchema: z.never(),
  pictureSchema,
  liveOnWall: true,
  blank: (id) => ({ ...blankBase(id), points: 0, kind: 'rating', steps: 5, low: '', high: '' }),
  problems: (question) => (question.text.trim() === '' ? ['text_missing'] : []),
  accepts: (question, answer) => answer.rating <= question.steps,
  redact: (question) => ({
    ...publicBase(question),
    kind: 'rating',
    steps: question.steps,
    low: question.low,
    high: question.high,
  }),
  key: () => null,
  withKey: (question, key) => (key === null ? question : null),
  grade: () => null,
  emptyTally: (question) => ({ total: 0, counts: Array.from({ length: question.steps }, () => 0) }),
  count(tally, answer, by) {
    tally.total += by;
    const at = answer.rating - 1;
    tally.counts[at] = (tally.counts[at] ?? 0) + by;
  },
  picture(_question, tally) {
    const sum = tally.counts.reduce((before, count, index) => before + count * (index + 1), 0);
    return {
      total: tally.total,
      counts: [...tally.counts],
      mean: tally.total === 0 ? null : sum / tally.total,
    };
  },
  rows: (_question, tally) =>
    tally.counts.map((count, index) => ({
      label: String(index + 1),
      letter: null,
      count,
      right: null,
    })),
  columns: () => ['answer'],
  cells: (_question, answer) => [answer.rating],
  imagine(question, random) {
    // The mean of two draws: most of a class sits around the middle, a few at the ends.
    const lean = (random() + random()) / 2;
    return { rating: 1 + Math.min(question.steps - 1, Math.floor(lean * question.steps)) };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
