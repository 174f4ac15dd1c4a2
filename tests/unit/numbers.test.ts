import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogramOf, histogramOn } from '../../lan-server/questions/histogram.ts';
import type { Histogram } from '../../lan-server/questions/histogram.ts';
import { countValue, liesWithin, noValues } from '../../lan-server/questions/numbers.ts';
import { drawnBins } from '../../renderer/numbers/figures.ts';
import { readNumber, signChanged, typedNumber } from '../../renderer/numbers/read-number.ts';

function histogramFrom(numbers: readonly number[]): Histogram {
  const values = noValues();
  for (const number of numbers) countValue(values, number, 1);
  return histogramOf(values);
}
const sum = ({ bins }: Histogram) => bins.reduce((total, { count }) => total + count, 0);

describe('a number that was typed', () => {
  test.each([
    ['9,81', 9.81],
    ['9.81', 9.81],
    ['−3', -3],
    [' + 4 ', 4],
    ['.5', 0.5],
    ['12 cm', 12],
    ['1 000', 1000],
    ['-0', 0],
    ['1.000,5', null],
    ['1,000.5', null],
    ['1e5', null],
    ['9,81 m', null],
    ['--3', null],
    ['9'.repeat(13), null],
    ['', null],
  ])('“%s” is read as %s', (typed, number) => {
    expect(readNumber(typed, 'cm')).toBe(number);
  });

  test('is shown as it can be typed again, and its sign changes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.nat(6), (digits, places) => {
        const number = Number((digits / 10 ** places).toFixed(9)) || 0;
        expect(readNumber(typedNumber(number))).toBeCloseTo(number, 6);
      }),
    );
    expect(signChanged(signChanged('9,81'))).toBe('9,81');
    expect(signChanged('')).toBe('-');
  });
});

test('numbers lie within bounds as people reckon, and whole numbers never flow into each other', () => {
  expect(liesWithin(0.1 + 0.2, 0.3, 0.3)).toBe(true);
  expect(liesWithin(1.1 * 3, 3.3, 3.3)).toBe(true);
  expect(liesWithin(0.300_001, 0.3, 0.3)).toBe(false);
  expect(liesWithin(1e12 - 1, 1e12, 1e12)).toBe(false);
  expect(liesWithin(0, 1e-9, 1)).toBe(false);
});

describe('the histogram', () => {
  test('has at most twelve bars that hold every answer once, whatever was answered', () => {
    const number = fc.oneof(
      fc.integer({ min: -50, max: 50 }),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.constantFrom(0.1, 0.2, 0.3, 1e12, -1e12, 1e-9),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 80 }), (numbers) => {
        const histogram = histogramFrom(numbers);
        expect(histogram.bins.length).toBeLessThanOrEqual(12);
        expect(sum(histogram)).toBe(numbers.length);
        for (const [place, { from, to }] of histogram.bins.entries()) {
          if (from !== null && to !== null) expect(from).toBeLessThanOrEqual(to);
          if (from === null) expect(place).toBe(0);
          if (to === null) expect(place).toBe(histogram.bins.length - 1);
        }
      }),
    );
  });

  test('keeps the bars of a class readable beside one absurd number', () => {
    const class30 = Array.from({ length: 30 }, (_, student) => 40 + (student % 15));
    const { bins, by } = histogramFrom([...class30, 1e12]);
    expect(by).toBe('closed');
    expect(bins.at(-1)).toMatchObject({ to: null, count: 1 });
    expect(bins.filter(({ count }) => count > 0).length).toBeGreaterThan(6);
  });

  test('knows mean and median', () => {
    expect(histogramFrom([1, 2, 2, 3, 92])).toMatchObject({ mean: 20, median: 2 });
    expect(histogramFrom([0.1, 0.2])).toMatchObject({ mean: 0.15, median: 0.15 });
    expect(histogramFrom([])).toEqual({
      total: 0,
      by: 'value',
      bins: [],
      mean: null,
      median: null,
    });
  });

  test('of a scale has an axis that never moves', () => {
    const scale = { min: 0, max: 100, step: 1 };
    const values = noValues();
    const axis = histogramOn(scale, values).bins.map(({ from, to }) => [from, to]);
    expect(axis.slice(0, 2)).toEqual([
      [0, 9],
      [10, 19],
    ]);
    expect(axis.at(-1)).toEqual([100, 100]);
    for (const place of [0, 9, 10, 100]) countValue(values, place, 1);
    const filled = histogramOn(scale, values);
    expect(filled.bins.map(({ from, to }) => [from, to])).toEqual(axis);
    expect(filled.bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    // Steps of a tenth, where floating point is off.
    const fine = { min: -0.5, max: 0.5, step: 0.1 };
    const tenths = noValues();
    countValue(tenths, 0.3, 1);
    expect(histogramOn(fine, tenths).bins).toContainEqual({ from: 0.3, to: 0.3, count: 1 });
    expect(sum(histogramOn({ min: 5, max: 5, step: 1 }, noValues()))).toBe(0);
  });

  test('marks exactly the bars that right answers lie in', () => {
    const text = {
      t: (_key: string, vars?: Record<string, unknown>) => Object.values(vars ?? {}).join('–'),
      number: String,
    };
    const marks = (by: Histogram['by'], ...accepted: [number, number]) =>
      drawnBins(
        {
          by,
          bins: [
            { from: null, to: 9, count: 0 },
            { from: 10, to: by === 'half' ? 20 : 19, count: 0 },
            { from: 20, to: null, count: 0 },
          ],
        },
        accepted,
        text as never,
      ).map(({ right }) => right);
    expect(marks('closed', 10, 19)).toEqual([null, 'all', null]);
    expect(marks('closed', 12, 12)).toEqual([null, 'some', null]);
    expect(marks('half', 20, 25)).toEqual([null, null, 'some']);
    expect(marks('half', 5, 20)).toEqual(['some', 'all', 'some']);
  });
});
