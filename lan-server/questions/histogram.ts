import { z } from 'zod';
import { ascending } from './numbers.ts';
import type { Values } from './numbers.ts';
import { placesOf, placeValue } from './places.ts';
import type { Scale } from './places.ts';
import { tidy } from './tidy.ts';

/** As many bars as can be told apart from the back row; at each end there may be one more, for what lies far outside. */
const mostBars = 10;

/** One bar; an end that is null is open. */
const binSchema = z.strictObject({
  from: z.number().nullable(),
  to: z.number().nullable(),
  count: z.int(),
});

/** Numbers of a class as bars, small however large the class. */
export const histogramSchema = z.strictObject({
  total: z.int(),
  /**
   * What a bar stands for. `value`: one number (from = to). `closed`: both ends belong to it, as with whole numbers. `half`:
   * the upper end belongs to the next one.
   */
  by: z.enum(['value', 'closed', 'half']),
  bins: z.array(binSchema).max(mostBars + 2),
  mean: z.number().nullable(),
  median: z.number().nullable(),
});
export type Histogram = z.infer<typeof histogramSchema>;
export type Bin = Histogram['bins'][number];

/**
 * Numbers that were typed. Up to ten different ones are a bar each; more are put together into steps of 1, 2 or 5 times a
 * power of ten. What lies further than 1.5 interquartile ranges outside the middle half goes into an open bar at its end, so that
 * one absurd number does not squeeze all others into one bar (Tukey, Exploratory Data Analysis, 1977). Never depends on the key.
 */
export function histogramOf(values: Values): Histogram {
  const sorted = ascending(values);
  const middle = figures(sorted, values.total);
  if (sorted.length <= mostBars) {
    const bins = sorted.map(([value, count]) => ({ from: value, to: value, count }));
    return { total: values.total, by: 'value', bins, ...middle };
  }
  const whole = sorted.every(([value]) => Number.isInteger(value));
  const [low, high] = fences(sorted, values.total);
  const step = niceStep((high - low) / (mostBars - 2), whole);
  const first = Math.floor(low / step + 1e-9);
  const bars = Math.min(mostBars, Math.floor(high / step + 1e-9) - first + 1);
  const edge = (bar: number) => tidy((first + bar) * step);
  const counts = Array.from({ length: bars }, () => 0);
  let below = 0;
  let above = 0;
  for (const [value, count] of sorted) {
    const bar = Math.floor(value / step + 1e-9) - first;
    if (bar < 0) below += count;
    else if (bar >= bars) above += count;
    else counts[bar] = (counts[bar] ?? 0) + count;
  }
  const last = (bar: number) => (whole ? edge(bar + 1) - 1 : edge(bar + 1));
  const bins: Bin[] = counts.map((count, bar) => ({ from: edge(bar), to: last(bar), count }));
  if (below > 0) bins.unshift({ from: null, to: last(-1), count: below });
  if (above > 0) bins.push({ from: edge(bars), to: null, count: above });
  return { total: values.total, by: whole ? 'closed' : 'half', bins, ...middle };
}

/** Numbers on a scale: a bar for each place, or for 2, 5, 10, … neighbours together, eleven bars at most. The axis never moves. */
export function histogramOn(scale: Scale, values: Values): Histogram {
  const places = placesOf(scale);
  // One more than ten: from 0 to 100 in tens, the hundred has a bar of its own.
  const each = niceStep(places / (mostBars + 1), true);
  const bins = Array.from({ length: Math.ceil(places / each) }, (_, bar) => ({
    from: placeValue(scale, bar * each),
    to: placeValue(scale, Math.min(places, (bar + 1) * each) - 1),
    count: 0,
  }));
  const sorted = ascending(values);
  for (const [value, count] of sorted) {
    const place = Math.round((value - scale.min) / scale.step);
    const bin = bins[Math.min(bins.length - 1, Math.max(0, Math.floor(place / each)))];
    if (bin) bin.count += count;
  }
  const by = each === 1 ? 'value' : 'closed';
  return { total: values.total, by, bins, ...figures(sorted, values.total) };
}

/** Mean and median; summed from the smallest on, so that the order of the answers leaves no trace. */
function figures(sorted: [number, number][], total: number) {
  if (total === 0) return { mean: null, median: null };
  const sum = sorted.reduce((before, [value, count]) => before + value * count, 0);
  const lower = valueAt(sorted, Math.ceil(total / 2));
  const upper = valueAt(sorted, Math.floor(total / 2) + 1);
  return { mean: tidy(sum / total), median: tidy((lower + upper) / 2) };
}

/** The value of the `rank`th answer from below, counted from 1. */
function valueAt(sorted: [number, number][], rank: number): number {
  let passed = 0;
  for (const [value, count] of sorted) {
    passed += count;
    if (passed >= rank) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}

function fences(sorted: [number, number][], total: number): [low: number, high: number] {
  const quarter = valueAt(sorted, Math.ceil(total / 4));
  const threeQuarters = valueAt(sorted, Math.ceil((total * 3) / 4));
  // Where half of the class said the same, the spread is that of nearly all.
  const [from, to] =
    threeQuarters > quarter
      ? [quarter, threeQuarters]
      : [valueAt(sorted, Math.ceil(total / 20)), valueAt(sorted, Math.ceil((total * 19) / 20))];
  const reach = 1.5 * (to - from);
  const inside = sorted.filter(([value]) => value >= from - reach && value <= to + reach);
  return [inside[0]?.[0] ?? from, inside.at(-1)?.[0] ?? to];
}

/** The smallest of 1, 2 or 5 times a power of ten that is at least `width`; a whole number where `whole`. */
function niceStep(width: number, whole: boolean): number {
  if (!(width > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((one) => one * power >= width * (1 - 1e-9)) ?? 10;
  return whole ? Math.max(1, tidy(step * power)) : tidy(step * power);
}
