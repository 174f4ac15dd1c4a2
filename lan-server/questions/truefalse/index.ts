import type { QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { popularOption } from '../options.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, keySchema, pictureSchema } from './schema.ts';
import type {
  TrueFalse,
  TrueFalseAnswer,
  PublicTrueFalse,
  TrueFalseKey,
  TrueFalsePicture,
} from './schema.ts';

export type * from './schema.ts';

export const truefalse: QuestionKind<
  TrueFalse,
  TrueFalseAnswer,
  PublicTrueFalse,
  TrueFalseKey,
  TrueFalsePicture,
  TrueFalsePicture
> = {
  kind: 'truefalse',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), kind: 'truefalse', right: null }),
  problems: (question) => [
    ...(question.text.trim() === '' ? (['text_missing'] as const) : []),
    ...(question.right === null ? (['key_missing'] as const) : []),
  ],
  accepts: () => true,
  redact: (question) => ({ ...publicBase(question), kind: 'truefalse' }),
  key: (question) => (question.right === null ? null : { right: question.right }),
  withKey: (question, key) => ({ ...question, right: key === null ? null : key.right }),
  // True stands first among the rows.
  keyMarking: (_question, [place, ...more]) =>
    place === undefined || place > 1 || more.length > 0 ? null : { right: place === 0 },
  placing: () => (answer) => (answer.picked ? 0 : 1),
  grade(question, answer) {
    if (question.right === null) return null;
    const right = answer.picked === question.right;
    return { credit: right ? 1 : 0, right };
  },
  emptyTally: () => ({ total: 0, yes: 0, no: 0 }),
  count(tally, answer, by) {
    tally.total += by;
    if (answer.picked) tally.yes += by;
    else tally.no += by;
  },
  picture: (_question, tally) => ({ ...tally }),
  rows: (question, tally) =>
    ([true, false] as const).map((value) => ({
      label: value ? 'true' : 'false',
      letter: value ? 'A' : 'B',
      count: value ? tally.yes : tally.no,
      right: question.right === null ? null : value === question.right,
    })),
  columns: () => ['answer'],
  cells: (_question, answer) => [answer.picked ? 'true' : 'false'],
  ownWords: { true: { en: 'true', es: 'verdadero' }, false: { en: 'false', es: 'falso' } },
  imagine: (question, random) => ({
    picked: popularOption(question.text + question.id, 2, random) === 0,
  }),
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
