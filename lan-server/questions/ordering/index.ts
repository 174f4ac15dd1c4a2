import type { QuestionKind } from '../kind.ts';
import { blankBase, letterOf, publicBase } from '../kind.ts';
import { optionProblems } from '../options.ts';
import { isOrderOf, shownOrder, shuffledBy } from '../secret-order.ts';
import { fixtures } from './fixtures.ts';
import { schema, answerSchema, publicSchema, keySchema, pictureSchema } from './schema.ts';
import type {
  Ordering,
  OrderingAnswer,
  OrderingKey,
  OrderingPicture,
  PublicOrdering,
} from './schema.ts';

export type * from './schema.ts';

type OrderingTally = {
  total: number;
  places: number[][];
  /** How often each whole order was given, under its letters (“BACD”). */
  orders: Map<string, number>;
};

/** The stored index of each public item. */
const shown = (question: Ordering) => shownOrder(question.id, question.items);

/** The right order by public indexes. */
function rightOrder(question: Ordering): number[] {
  const order = shown(question);
  return question.items.map((_, stored) => order.indexOf(stored));
}

/**
 * How much of an order is right: of all pairs of items, those that stand the right way round minus those that do not, over all
 * pairs, not below 0. So neighbours changed cost little, and any order at random earns about nothing.
 * Source: Kendall's rank correlation τ (M. G. Kendall, “A New Measure of Rank Correlation”, Biometrika 30, 1938).
 */
function likeness(order: readonly number[], right: readonly number[]): number {
  let pairs = 0;
  let agree = 0;
  for (const [place, item] of order.entries())
    for (const later of order.slice(place + 1)) {
      pairs += 1;
      agree += right.indexOf(item) < right.indexOf(later) ? 1 : -1;
    }
  return Math.max(0, agree / pairs);
}

const lettersOf = (order: readonly number[]) => order.map(letterOf).join('');

function mostCommon({ orders }: OrderingTally): OrderingPicture['common'] {
  let best: [string, number] | null = null;
  for (const [letters, count] of orders)
    if (!best || count > best[1] || (count === best[1] && letters < best[0]))
      best = [letters, count];
  if (!best) return null;
  return {
    order: Array.from(best[0], (letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0)),
    count: best[1],
  };
}

export const ordering: QuestionKind<
  Ordering,
  OrderingAnswer,
  PublicOrdering,
  OrderingKey,
  OrderingTally,
  OrderingPicture
> = {
  kind: 'ordering',
  schema,
  answerSchema,
  publicSchema,
  keySchema,
  pictureSchema,
  liveOnWall: false,
  blank: (id) => ({ ...blankBase(id), kind: 'ordering', items: ['', '', '', ''], keyed: true }),
  problems(question) {
    const texts = question.items.map((item) => item.trim());
    const problems = optionProblems(question.items);
    // Letters alone cannot be told apart: the right order would be anybody's guess.
    if (texts.every((text) => text === '')) problems.push('option_empty');
    if (question.text.trim() === '') problems.unshift('text_missing');
    return problems;
  },
  accepts: (question, answer) => isOrderOf(answer.order, question.items.length),
  redact: (question) => ({
    ...publicBase(question),
    kind: 'ordering',
    items: shown(question).map((stored) => question.items[stored] ?? ''),
  }),
  key: (question) => (question.keyed ? { order: rightOrder(question) } : null),
  withKey(question, key) {
    if (key === null) return { ...question, keyed: false };
    // The stored order is the right one: another cannot be set under answers that speak of this one.
    const same = lettersOf(key.order) === lettersOf(rightOrder(question));
    return same ? { ...question, keyed: true } : null;
  },
  grade(question, answer) {
    if (!question.keyed) return null;
    const credit = likeness(answer.order, rightOrder(question));
    return { credit, right: credit === 1 };
  },
  emptyTally: (question) => ({
    total: 0,
    places: question.items.map(() => question.items.map(() => 0)),
    orders: new Map(),
  }),
  count(tally, answer, by) {
    tally.total += by;
    for (const [place, item] of answer.order.entries()) {
      const row = tally.places[item];
      if (row) row[place] = (row[place] ?? 0) + by;
    }
    const letters = lettersOf(answer.order);
    const count = (tally.orders.get(letters) ?? 0) + by;
    if (count === 0) tally.orders.delete(letters);
    else tally.orders.set(letters, count);
  },
  picture: (_question, tally) => ({
    total: tally.total,
    places: tally.places.map((row) => [...row]),
    common: mostCommon(tally),
  }),
  /** With a key: a row a place with the item that belongs there, and how many put it there. Without: how many put an item first. */
  rows(question, tally) {
    const right = rightOrder(question);
    return question.items.map((item, stored) => ({
      label: question.keyed ? `${stored + 1}. ${item}` : item,
      letter: null,
      count: tally.places[right[stored] ?? 0]?.[question.keyed ? stored : 0] ?? 0,
      right: question.keyed ? true : null,
    }));
  },
  columns: (question) => question.items.map((_, place) => `place ${place + 1}`),
  headWords: { place: { en: 'place', es: 'puesto' } },
  cells(question, answer) {
    const items = shown(question).map((stored) => question.items[stored] ?? '');
    return answer.order.map((item) => `${letterOf(item)} ${items[item] ?? ''}`.trim());
  },
  imagine(question, random) {
    // The class leans to one order, and most change a neighbour or two of it.
    const order = shuffledBy(question.id, question.items.length);
    for (let place = 0; place + 1 < order.length; place += 1)
      if (random() < 0.3) order.splice(place, 2, ...order.slice(place, place + 2).reverse());
    return { order };
  },
  withoutOwnWords: (_question, answer) => answer,
  fixtures,
};
