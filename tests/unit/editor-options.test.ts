import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionKinds } from '../../lan-server/questions/index.ts';
import {
  inserted,
  keyToggled,
  pictured,
  reordered,
  reworded,
  without,
} from '../../renderer/options/option-edits.ts';
import type { OptionList } from '../../renderer/options/option-edits.ts';

const list: OptionList = { options: ['shrinks', 'bursts', 'stays', 'pumps'], right: [1, 3] };
const rightTexts = ({ options, right }: OptionList) => right.map((index) => options[index]);

const anyList = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 8 })
  .chain((options) =>
    fc.record({
      options: fc.constant(options),
      right: fc.subarray(options.map((_, index) => index)),
    }),
  );

describe('options in the editor', () => {
  test('that are moved keep their key under the new letter', () => {
    fc.assert(
      fc.property(anyList, fc.nat(7), fc.nat(7), (before, from, to) => {
        fc.pre(from < before.options.length && to < before.options.length);
        const after = reordered(before, from, to);
        expect(after.options[to]).toBe(before.options[from]);
        expect(after.options.toSorted()).toEqual(before.options.toSorted());
        expect(new Set(rightTexts(after))).toEqual(new Set(rightTexts(before)));
      }),
    );
  });

  test('around one that is removed keep theirs, and its own goes with it', () => {
    expect(without(list, 1)).toEqual({ options: ['shrinks', 'stays', 'pumps'], right: [2] });
    expect(without(list, 0)).toEqual({ options: ['bursts', 'stays', 'pumps'], right: [0, 2] });
  });

  test('never become fewer than two', () => {
    const two: OptionList = { options: ['yes', 'no'], right: [0] };
    expect(without(two, 0)).toBe(two);
  });

  test('that are put in push the key along, and never become more than eight', () => {
    expect(inserted(list, 2, ['new'])).toEqual({
      options: ['shrinks', 'bursts', 'new', 'stays', 'pumps'],
      right: [1, 4],
    });
    const full = inserted(list, 4, ['e', 'f', 'g', 'h', 'i', 'j']);
    expect(full.options).toHaveLength(8);
    const question = { ...questionKinds.choice.blank('question-1'), options: full.options };
    expect(questionKinds.choice.schema.safeParse(question).success).toBe(true);
  });

  test('take their pictures along wherever they go, and a list without any says nothing of them', () => {
    const image = (alt: string) => ({ media: `${'a'.repeat(64)}.png`, width: 1, height: 1, alt });
    const one = pictured(list, 1, image('bursting'));
    expect(one.optionImages?.map((shown) => shown?.alt ?? null)).toEqual([
      null,
      'bursting',
      null,
      null,
    ]);
    const where = (changed: OptionList) =>
      changed.optionImages
        ?.map((shown, at) => (shown ? changed.options[at] : null))
        .filter(Boolean);
    expect(where(reordered(one, 1, 3))).toEqual(['bursts']);
    expect(where(inserted(one, 0, ['new', 'newer']))).toEqual(['bursts']);
    expect(where(without(one, 0))).toEqual(['bursts']);
    expect(without(one, 1)).not.toHaveProperty('optionImages');
    expect(pictured(one, 1, null)).toEqual(list);
  });

  test('have one key where one can be right, several where several can, and none where it is taken back', () => {
    expect(keyToggled({ ...list, right: [1] }, 3, false).right).toEqual([3]);
    expect(keyToggled({ ...list, right: [3] }, 1, true).right).toEqual([1, 3]);
    expect(keyToggled({ ...list, right: [1] }, 1, false).right).toEqual([]);
  });

  test('change their words and nothing else', () => {
    expect(reworded(list, 2, 'stays the same')).toEqual({
      options: ['shrinks', 'bursts', 'stays the same', 'pumps'],
      right: [1, 3],
    });
  });
});
