import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figure, isGood, median, quantile } from '../load/figures.ts';
import { asText } from '../load/report.ts';

const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });

test('a quantile is one of the values, with so many of them below or at it', () => {
  fc.assert(
    fc.property(times, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
      const found = quantile(values, share);
      expect(values).toContain(found);
      const below = values.filter((value) => value <= found).length;
      expect(below / values.length).toBeGreaterThanOrEqual(share - 1e-9);
    }),
  );
  expect(quantile([3, 1, 2], 0.99)).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 5])).toBe(5);
});

test('a figure is good up to its limit, and the table says which is not', () => {
  const good = figure('answer-ack-p99-40', 40, 'ms', 3, 2, 1.5);
  const over = figure('join-all-200', 200, 'ms', 400, 200, 1.8);
  const shown = figure('ready', 0, 'ms', 700);
  expect([good, over, shown].map(isGood)).toEqual([true, false, true]);
  const lines = asText([good, over, shown]).split('\n');
  expect(lines[1]).toMatch(/answer-ack-p99-40 +40 +3\.0 ms +2\.0 ms +1\.50 +≤ 1\.5 +good/);
  expect(lines[2]).toMatch(/2\.00 +≤ 1\.8 +OVER/);
  expect(lines[3]).toMatch(/^ready +700 ms$/);
});
