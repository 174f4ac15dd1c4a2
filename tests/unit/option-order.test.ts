import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindNamed } from '../../lan-server/questions/index.ts';
import { shuffled } from '../../renderer/phone/shuffled.ts';

describe('the order of options on a phone', () => {
  test('holds every option once and is the same for the same seat and question', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.string(), (size, seed) => {
        const order = shuffled(size, seed);
        expect(order.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: size }, (_, place) => place),
        );
        expect(shuffled(size, seed)).toEqual(order);
      }),
    );
  });

  test('puts each option into each place about as often, over many seats', () => {
    const seats = 4000;
    const counts = Array.from({ length: 16 }, () => 0);
    for (let seat = 0; seat < seats; seat += 1) {
      const order = shuffled(4, `seat-${seat} question-1`);
      for (const [at, place] of order.entries())
        counts[at * 4 + place] = (counts[at * 4 + place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - seats / 4)).toBeLessThan(seats / 4 / 8);
  });
});

test('a hint and the wish to shuffle travel with the question, and nothing where there is none', () => {
  const kind = kindNamed('choice');
  const question = { ...kind.blank('question-1'), text: 'Which?' };
  expect(kind.redact({ ...question, hint: ' Think of salt. ', shuffle: true })).toMatchObject({
    hint: 'Think of salt.',
    shuffle: true,
  });
  const bare = kind.redact({ ...question, hint: ' ', shuffle: false });
  expect(Object.keys(bare).sort()).toEqual(['id', 'kind', 'options', 'points', 'text']);
});
