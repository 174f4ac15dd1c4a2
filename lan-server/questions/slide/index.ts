import { z } from 'zod';
import type { QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { fixtures } from './fixtures.ts';
import { pictureSchema, publicSchema, schema } from './schema.ts';
import type { PublicSlide, Slide, SlidePicture } from './schema.ts';

export type * from './schema.ts';

export const slide: QuestionKind<Slide, never, PublicSlide, never, SlidePicture, SlidePicture> = {
  kind: 'slide',
  takesAnswers: false,
  schema,
  answerSchema: z.never(),
  publicSchema,
  keySchema: z.never(),
  pictureSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), points: 0, kind: 'slide' }),
  problems: (question) => (question.text.trim() === '' && !question.image ? ['text_missing'] : []),
  accepts: () => false,
  redact: (question) => ({ ...publicBase(question), kind: 'slide' }),
  key: () => null,
  withKey: (question, key) => (key === null ? question : null),
  grade: () => null,
  emptyTally: () => ({ total: 0 }),
  count: () => undefined,
  picture: () => ({ total: 0 }),
  rows: () => [],
  columns: () => [],
  cells: () => [],
  imagine() {
    throw new Error('a slide takes no answers');
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
