import type { QuestionKind } from '../kind.ts';
import { blankBase, letterOf, publicBase } from '../kind.ts';
import { areBare, countsSchema, optionProblems, popularOption, publicOptions } from '../options.ts';
import type { Counts } from '../options.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, keySchema } from './schema.ts';
import type { Choice, ChoiceAnswer, PublicChoice, ChoiceKey } from './schema.ts';

export type * from './schema.ts';

export const choice: QuestionKind<Choice, ChoiceAnswer, PublicChoice, ChoiceKey, Counts, Counts> = {
  kind: 'choice',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema: countsSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), kind: 'choice', options: ['', '', '', ''], right: null }),
  problems(question) {
    const problems = optionProblems(question.options, question.optionImages);
    const bare = areBare(question.options, question.optionImages);
    if (question.text.trim() === '') problems.unshift('text_missing');
    if (question.right === null && !bare) problems.push('key_missing');
    return problems;
  },
  accepts: (question, answer) => answer.picked < question.options.length,
  redact: (question) => ({
    ...publicBase(question, { options: true }),
    kind: 'choice',
    ...publicOptions(question),
  }),
  key: (question) => (question.right === null ? null : { right: question.right }),
  withKey(question, key) {
    if (key !== null && key.right >= question.options.length) return null;
    return { ...question, right: key === null ? null : key.right };
  },
  keyMarking: (_question, [place, ...more]) =>
    place === undefined || more.length > 0 ? null : { right: place },
  placing: () => (answer) => answer.picked,
  grade(question, answer) {
    if (question.right === null) return null;
    const right = answer.picked === question.right;
    return { credit: right ? 1 : 0, right };
  },
  emptyTally: (question) => ({ total: 0, counts: question.options.map(() => 0) }),
  count(tally, answer, by) {
    tally.total += by;
    tally.counts[answer.picked] = (tally.counts[answer.picked] ?? 0) + by;
  },
  picture: (_question, tally) => ({ total: tally.total, counts: [...tally.counts] }),
  rows: (question, tally) =>
    question.options.map((label, index) => ({
      label,
      letter: letterOf(index),
      count: tally.counts[index] ?? 0,
      right: question.right === null ? null : index === question.right,
    })),
  columns: () => ['answer'],
  cells: (question, answer) => {
    const text = question.options[answer.picked]?.trim() ?? '';
    return [text === '' ? letterOf(answer.picked) : `${letterOf(answer.picked)} ${text}`];
  },
  imagine: (question, random) => ({
    picked: popularOption(question.text + question.id, question.options.length, random),
  }),
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
