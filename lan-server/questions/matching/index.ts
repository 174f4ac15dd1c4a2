import type { AnswerRow, Problem, QuestionKind } from '../kind.ts';
import { blankBase, publicBase } from '../kind.ts';
import { shownOrder, shuffledBy } from '../secret-order.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, keySchema, pictureSchema } from './schema.ts';
import type {
  Matching,
  MatchingAnswer,
  MatchingKey,
  MatchingPicture,
  PublicMatching,
} from './schema.ts';

export { maxDistractors } from './schema.ts';
export type * from './schema.ts';

/** All choices as stored: those of the pairs first. */
const stored = ({ pairs, distractors }: Matching) => [
  ...pairs.map(({ choice }) => choice),
  ...distractors,
];

/** The stored index of each public choice. */
const shown = (question: Matching) => shownOrder(question.id, stored(question));

function publicChoices(question: Matching): string[] {
  const choices = stored(question);
  return shown(question).map((index) => choices[index] ?? '');
}

/** For each prompt its right choice by public index. */
function rightChoices(question: Matching): number[] {
  const order = shown(question);
  return question.pairs.map((_, pair) => order.indexOf(pair));
}

function alike(texts: readonly string[]): boolean {
  const full = texts.map((text) => text.trim()).filter((text) => text !== '');
  return new Set(full).size < full.length;
}

const joined = (prompt: string, choice: string) => `${prompt} → ${choice}`;

export const matching: QuestionKind<
  Matching,
  MatchingAnswer,
  PublicMatching,
  MatchingKey,
  MatchingPicture,
  MatchingPicture
> = {
  kind: 'matching',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema,
  liveOnWall: false,
  blank: (id) => ({
    ...blankBase(id),
    kind: 'matching',
    pairs: [0, 1, 2].map(() => ({ prompt: '', choice: '' })),
    distractors: [],
    keyed: true,
  }),
  problems(question) {
    const problems: Problem[] = [];
    const prompts = question.pairs.map(({ prompt }) => prompt);
    const choices = stored(question);
    if (question.text.trim() === '') problems.push('text_missing');
    if ([...prompts, ...choices].some((text) => text.trim() === '')) problems.push('option_empty');
    if (alike(prompts) || alike(choices)) problems.push('options_alike');
    return problems;
  },
  accepts(question, answer) {
    const size = stored(question).length;
    return (
      answer.choices.length === question.pairs.length &&
      answer.choices.every((choice) => choice === null || choice < size)
    );
  },
  redact: (question) => ({
    ...publicBase(question),
    kind: 'matching',
    prompts: question.pairs.map(({ prompt }) => prompt),
    choices: publicChoices(question),
  }),
  key: (question) => (question.keyed ? { choices: rightChoices(question) } : null),
  withKey(question, key) {
    if (key === null) return { ...question, keyed: false };
    // The stored pairs are the right ones: others cannot be set under answers that speak of these.
    const same = key.choices.join(' ') === rightChoices(question).join(' ');
    return same ? { ...question, keyed: true } : null;
  },
  /**
   * The share of pairs that are right; a wrong or missing one earns nothing and costs nothing.
   * Source: Moodle's matching type, where each prompt is an equal part of the mark.
   */
  grade(question, answer) {
    if (!question.keyed) return null;
    const right = rightChoices(question);
    const hits = right.filter((choice, prompt) => answer.choices[prompt] === choice).length;
    return { credit: hits / right.length, right: hits === right.length };
  },
  emptyTally: (question) => ({
    total: 0,
    matched: question.pairs.map(() => stored(question).map(() => 0)),
  }),
  count(tally, answer, by) {
    tally.total += by;
    for (const [prompt, choice] of answer.choices.entries()) {
      const row = tally.matched[prompt];
      if (row && choice !== null) row[choice] = (row[choice] ?? 0) + by;
    }
  },
  picture: (_question, tally) => ({
    total: tally.total,
    matched: tally.matched.map((row) => [...row]),
  }),
  /** Prompt by prompt: the right pair, then what else it was put together with, the most often first. */
  rows(question, tally) {
    const choices = publicChoices(question);
    const right = rightChoices(question);
    return question.pairs.flatMap(({ prompt }, at): AnswerRow[] =>
      choices
        .map((choice, index) => ({
          label: joined(prompt, choice),
          letter: null,
          count: tally.matched[at]?.[index] ?? 0,
          right: question.keyed ? right[at] === index : null,
        }))
        .filter((row) => row.right === true || row.count > 0)
        .sort((a, b) => Number(b.right) - Number(a.right) || b.count - a.count),
    );
  },
  columns: (question) => question.pairs.map((_, pair) => `pair ${pair + 1}`),
  headWords: { pair: { en: 'pair', es: 'pareja' } },
  cells(question, answer) {
    const choices = publicChoices(question);
    return question.pairs.map(({ prompt }, pair) => {
      const choice = answer.choices[pair] ?? null;
      return choice === null ? '' : joined(prompt, choices[choice] ?? '');
    });
  },
  imagine(question, random) {
    // The class leans to one way of matching; every third student or so exchanges two neighbours.
    const lean = shuffledBy(question.id, question.choices.length);
    for (let place = 0; place + 1 < lean.length; place += 1)
      if (random() < 0.3) lean.splice(place, 2, ...lean.slice(place, place + 2).reverse());
    return { choices: question.prompts.map((_, prompt) => lean[prompt] ?? null) };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
