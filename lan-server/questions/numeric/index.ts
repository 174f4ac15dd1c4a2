import { histogramOf, histogramSchema } from '../histogram.ts';
import type { Histogram } from '../histogram.ts';
import type { Problem, QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { countValue, liesWithin, noValues, valueRows } from '../numbers.ts';
import type { Values } from '../numbers.ts';
import { acceptedBy } from './accepted.ts';
import { fixtures } from './fixtures.ts';
import { answerSchema, keySchema, publicSchema, schema } from './schema.ts';
import type { Numeric, NumericAnswer, NumericKey, PublicNumeric } from './schema.ts';

export type * from './schema.ts';

function keyOf({ by, value, tolerance, from, to }: Numeric): NumericKey | null {
  if (by === 'value') return value === null ? null : { value, tolerance };
  return from === null || to === null || from > to ? null : { from, to };
}

function problemsOf({ text, points, by, value, from, to }: Numeric): Problem[] {
  const problems: Problem[] = [];
  if (text.trim() === '') problems.push('text_missing');
  const open = by === 'value' ? value === null : from === null || to === null;
  // An estimate that earns nothing needs no key.
  if (open && points > 0) problems.push('key_missing');
  if (by === 'range' && from !== null && to !== null && from > to) problems.push('range_backwards');
  return problems;
}

export const numeric: QuestionKind<
  Numeric,
  NumericAnswer,
  PublicNumeric,
  NumericKey,
  Values,
  Histogram
> = {
  kind: 'numeric',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema: histogramSchema,
  liveOnWall: false,
  blank: (id) => ({
    ...blankBase(id),
    kind: 'numeric',
    unit: '',
    by: 'value',
    value: null,
    tolerance: 0,
    from: null,
    to: null,
  }),
  problems: problemsOf,
  accepts: () => true,
  redact: (question) => ({ ...publicBase(question), kind: 'numeric', unit: question.unit }),
  key: keyOf,
  withKey(question, key) {
    if (key === null) return { ...question, value: null, from: null, to: null };
    if ('value' in key) return { ...question, by: 'value', ...key };
    return key.from > key.to ? null : { ...question, by: 'range', ...key };
  },
  /**
   * 1 where the number lies within the accepted ones, the ends included, else 0. Source: Moodle's numerical question type with a
   * nominal tolerance (answer ± error). Numbers that differ by what floating point adds are the same.
   */
  grade(question, answer) {
    const key = keyOf(question);
    if (key === null) return null;
    const right = liesWithin(answer.number, ...acceptedBy(key));
    return { credit: right ? 1 : 0, right };
  },
  emptyTally: noValues,
  count: (tally, answer, by) => countValue(tally, answer.number, by),
  picture: (_question, tally) => histogramOf(tally),
  rows(question, tally) {
    const key = keyOf(question);
    return valueRows(tally, key && acceptedBy(key));
  },
  columns: () => ['answer'],
  cells: (_question, answer) => [answer.number],
  imagine(question, random) {
    // The text decides about which number a class gathers; most are near it, a few far off.
    let centre = 7;
    for (const letter of question.text) centre = (centre * 31 + letter.charCodeAt(0)) % 97;
    const off = (random() + random() + random() - 1.5) * (random() < 0.1 ? 40 : 6);
    return { number: Math.round(centre + off) || 0 };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
