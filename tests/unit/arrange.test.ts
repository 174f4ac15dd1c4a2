import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matching } from '../../lan-server/questions/matching/index.ts';
import { ordering } from '../../lan-server/questions/ordering/index.ts';
import type { Ordering } from '../../lan-server/questions/ordering/index.ts';
import { shownOrder, shuffledBy } from '../../lan-server/questions/secret-order.ts';
import { joined, tapped as tappedPair } from '../../renderer/questions/matching/draft.ts';
import { nudged, placesOf, putAt, tapped } from '../../renderer/questions/ordering/draft.ts';

const ids = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const words = (least: number) =>
  fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: least, maxLength: 8 });
const asked = (id: string, items: string[]): Ordering => ({
  ...ordering.blank(id),
  text: 'In order, please.',
  items,
});

describe('the order that everybody sees', () => {
  test('is never the right one from three items on, and the same however often it is made', () => {
    fc.assert(
      fc.property(ids, words(3), (id, items) => {
        const shown = ordering.redact(asked(id, items)).items;
        expect(shown).not.toEqual(items);
        expect(shown.toSorted()).toEqual(items.toSorted());
        expect(ordering.redact(asked(id, items)).items).toEqual(shown);
      }),
    );
  });

  test('comes of the texts alone: whatever order is the right one, two orders at most are ever shown', () => {
    fc.assert(
      fc.property(ids, words(3), (id, items) => {
        const seen = new Set<string>();
        for (let turn = 0; turn < 30; turn += 1) {
          const right = shuffledBy(`${turn}`, items.length).map((at) => items[at] ?? '');
          seen.add(JSON.stringify(ordering.redact(asked(id, right)).items));
        }
        expect(seen.size).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('lets chance decide between two, so that neither tells the other', () => {
    const turned = Array.from({ length: 200 }, (_, at) => shownOrder(`id-${at}`, ['a', 'b'])[0]);
    const share = turned.filter((first) => first === 1).length / turned.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  });

  test('hides which choice belongs to which prompt', () => {
    const pairs = ['a', 'b', 'c', 'd'].map((prompt) => ({ prompt, choice: `${prompt}-right` }));
    const questions = Array.from({ length: 100 }, (_, at) => ({
      ...matching.blank(`id-${at}`),
      pairs,
      distractors: ['x'],
    }));
    const first = questions.map((question) => matching.key(question)?.choices[0]);
    // The right choice of the first prompt lies everywhere.
    expect(new Set(first).size).toBe(5);
  });
});

describe('the grade of an order', () => {
  const grade = (question: Ordering, order: number[]) =>
    ordering.grade(question, { order })?.credit;

  test('is 1 for the right order alone, 0 upside down, and less by two pairs for two neighbours changed', () => {
    fc.assert(
      fc.property(ids, words(2), fc.nat(6), (id, items, at) => {
        const question = asked(id, items);
        const right = ordering.key(question)?.order ?? [];
        expect(ordering.grade(question, { order: right })).toEqual({ credit: 1, right: true });
        expect(grade(question, right.toReversed())).toBe(0);
        const place = at % (items.length - 1);
        const changed = right.with(place, right[place + 1] ?? 0).with(place + 1, right[place] ?? 0);
        const pairs = (items.length * (items.length - 1)) / 2;
        expect(grade(question, changed)).toBeCloseTo(Math.max(0, 1 - 2 / pairs));
      }),
    );
  });

  test('is what docs/scoring.md works out', () => {
    const question = asked('worked', ['1', '2', '3', '4', '5']);
    const right = ordering.key(question)?.order ?? [];
    const given = (order: string) => Array.from(order, (one) => right[Number(one) - 1] ?? 0);
    expect(grade(question, given('12354'))).toBeCloseTo(0.8);
    expect(grade(question, given('51234'))).toBeCloseTo(0.2);
    expect(grade(question, given('23451'))).toBeCloseTo(0.2);
    expect(grade(question, given('54321'))).toBe(0);
  });
});

describe('what a tap does', () => {
  const draft = { order: [2, 0, 1, 3], held: null, moved: null };

  test('to an item: picked up, put back, or put where another stands', () => {
    const held = tapped(draft, 3);
    expect(held).toMatchObject({ order: draft.order, held: 3 });
    expect(tapped(held, 3)).toMatchObject({ order: draft.order, held: null });
    expect(tapped(held, 2)).toEqual({ order: [3, 2, 0, 1], held: null, moved: 3 });
    expect(nudged(held, -1)).toEqual({ order: [2, 0, 3, 1], held: 3, moved: 3 });
    expect(nudged(held, 1)?.order).toEqual(draft.order);
    expect(nudged(draft, 1)).toBeNull();
    expect(putAt(draft, 2, 3).order).toEqual([0, 1, 3, 2]);
  });

  test('in a preview whose items come and go', () => {
    expect(placesOf(draft, 3)).toEqual([2, 0, 1]);
    expect(placesOf(draft, 5)).toEqual([2, 0, 1, 3, 4]);
  });

  test('to a prompt and a choice: a pair, made in either order, moved, and taken apart again', () => {
    const none = { choices: [null, null, null], held: null, changed: null };
    const made = tappedPair(tappedPair(none, { side: 'choice', at: 4 }), { side: 'prompt', at: 1 });
    expect(made).toEqual({ choices: [null, 4, null], held: null, changed: 1 });
    expect(
      tappedPair(tappedPair(none, { side: 'prompt', at: 1 }), { side: 'choice', at: 4 }),
    ).toEqual(made);
    expect(joined(made, 0, 4).choices).toEqual([4, null, null]);
    expect(joined(made, 1, 4).choices).toEqual([null, null, null]);
    expect(joined(made, 1, 2).choices).toEqual([null, 2, null]);
  });
});
