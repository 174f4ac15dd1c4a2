import { z } from 'zod';
import type { QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { erasedText } from '../typed.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, pictureSchema } from './schema.ts';
import type { OpenText, OpenTextAnswer, PublicOpenText, OpenTextPicture } from './schema.ts';

export type * from './schema.ts';

/** How often each text was sent; the very same words count as one. */
type OpenTextTally = { total: number; texts: Map<string, number> };

/** What a believable class writes when nobody knows what it was asked. */
const beginnings = ['I think', 'Maybe', 'Because', 'It depends, but', 'For me', 'As in the book,'];
const endings = [
  'the water moves through the wall',
  'everybody has to decide alone',
  'it takes energy from the light',
  'there was no other way',
  'the numbers do not fit',
  'both sides had a reason',
];

/** Open text. No credit: nothing is right or wrong. What the wall shows is decided in lesson/moderation.ts. */
export const opentext: QuestionKind<
  OpenText,
  OpenTextAnswer,
  PublicOpenText,
  never,
  OpenTextTally,
  OpenTextPicture
> = {
  kind: 'opentext',
  schema,
  answerSchema,
  publicSchema,
  keySchema: z.never(),
  pictureSchema,
  liveOnWall: true,
  blank: (id) => ({ ...blankBase(id), points: 0, kind: 'opentext', show: 'approved' }),
  problems: (question) => (question.text.trim() === '' ? ['text_missing'] : []),
  accepts: () => true,
  redact: (question) => ({ ...publicBase(question), kind: 'opentext' }),
  key: () => null,
  withKey: (question, key) => (key === null ? question : null),
  grade: () => null,
  emptyTally: () => ({ total: 0, texts: new Map() }),
  count(tally, answer, by) {
    tally.total += by;
    const count = (tally.texts.get(answer.text) ?? 0) + by;
    if (count > 0) tally.texts.set(answer.text, count);
    else tally.texts.delete(answer.text);
  },
  picture: (_question, tally) => ({ total: tally.total }),
  rows: (_question, tally) =>
    [...tally.texts]
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .map(([label, count]) => ({ label, letter: null, count, right: null })),
  columns: () => ['answer'],
  cells: (_question, answer) => [answer.text],
  imagine(_question, random) {
    const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
    return { text: `${pick(beginnings)} ${pick(endings)}.` };
  },
  withoutOwnWords: () => ({ text: erasedText }),
  fixtures,
};
