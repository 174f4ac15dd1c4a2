import type { QuestionKind } from '../kind.ts';
import { blankBase, letterOf, publicBase } from '../kind.ts';
import { areBare, countsSchema, optionProblems, popularOption, publicOptions } from '../options.ts';
import type { Counts } from '../options.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, keySchema } from './schema.ts';
import type { Multiple, MultipleAnswer, PublicMultiple, MultipleKey } from './schema.ts';

export type * from './schema.ts';

export const multiple: QuestionKind<
  Multiple,
  MultipleAnswer,
  PublicMultiple,
  MultipleKey,
  Counts,
  Counts
> = {
  kind: 'multiple',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema: countsSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), kind: 'multiple', options: ['', '', '', ''], right: [] }),
  problems(question) {
    const problems = optionProblems(question.options, question.optionImages);
    const bare = areBare(question.options, question.optionImages);
    if (question.text.trim() === '') problems.unshift('text_missing');
    if (question.right.length === 0 && !bare) problems.push('key_missing');
    return problems;
  },
  accepts: (question, answer) => answer.picked.every((index) => index < question.options.length),
  redact: (question) => ({
    ...publicBase(question, { options: true }),
    kind: 'multiple',
    ...publicOptions(question),
  }),
  key: (question) => (question.right.length === 0 ? null : { right: question.right }),
  withKey(question, key) {
    if (key !== null && key.right.some((index) => index >= question.options.length)) return null;
    return { ...question, right: key === null ? [] : key.right };
  },
  keyMarking: (_question, places) => (places.length === 0 ? null : { right: [...places] }),
  /**
   * Right minus wrong over the number of right options, not below zero: picking everything earns nothing.
   * Source: the "multiple true/false with penalty" rule in Moodle's multiple-choice type with equal weights.
   */
  grade(question, answer) {
    if (question.right.length === 0) return null;
    const hits = answer.picked.filter((index) => question.right.includes(index)).length;
    const misses = answer.picked.length - hits;
    const credit = Math.max(0, (hits - misses) / question.right.length);
    return { credit, right: credit === 1 };
  },
  emptyTally: (question) => ({ total: 0, counts: question.options.map(() => 0) }),
  count(tally, answer, by) {
    tally.total += by;
    for (const index of answer.picked) tally.counts[index] = (tally.counts[index] ?? 0) + by;
  },
  picture: (_question, tally) => ({ total: tally.total, counts: [...tally.counts] }),
  rows: (question, tally) =>
    question.options.map((label, index) => ({
      label,
      letter: letterOf(index),
      count: tally.counts[index] ?? 0,
      right: question.right.length === 0 ? null : question.right.includes(index),
    })),
  columns: () => ['answer'],
  cells: (question, answer) => {
    const picks = answer.picked.toSorted((a, b) => a - b);
    return [
      picks.map((index) => `${letterOf(index)} ${question.options[index] ?? ''}`.trim()).join('; '),
    ];
  },
  imagine(question, random) {
    const size = question.options.length;
    const first = popularOption(question.text + question.id, size, random);
    const picked = Array.from({ length: size }, (_, index) => index).filter(
      (index) => index === first || random() < 0.25,
    );
    return { picked };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
