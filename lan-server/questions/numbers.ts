import type { AnswerRow } from './kind.ts';
import { z } from 'zod';
import { mostNumber } from './most-number.ts';

export const numberSchema = z.number().min(-mostNumber).max(mostNumber);

/**
 * How far two numbers may lie apart and still be the same: 0.1 + 0.2 is 0.3. A part of 10¹³ of the larger one, which is a
 * thousand times what one calculation is off, and ten times less than the distance of whole numbers at the bound.
 */
function slack(a: number, b: number): number {
  return 1e-13 * Math.max(Math.abs(a), Math.abs(b));
}

/** `low` ≤ `value` ≤ `high`, both ends included, as people reckon and not as floating point does. */
export function liesWithin(value: number, low: number, high: number): boolean {
  return value >= low - slack(value, low) && value <= high + slack(value, high);
}

/** Answers by their value; costs the same for each, however many there are. */
export type Values = { total: number; counts: Map<number, number> };

export function noValues(): Values {
  return { total: 0, counts: new Map() };
}

/** Adds (1) or takes out (-1) one answer. */
export function countValue(values: Values, value: number, by: 1 | -1): void {
  values.total += by;
  const count = (values.counts.get(value) ?? 0) + by;
  if (count > 0) values.counts.set(value, count);
  else values.counts.delete(value);
}

/** A row for each value that was given, right where it lies within `accepted` (null: no key). */
export function valueRows(
  values: Values,
  accepted: readonly [low: number, high: number] | null,
): AnswerRow[] {
  return ascending(values).map(([value, count]) => ({
    label: String(value),
    letter: null,
    count,
    right: accepted && liesWithin(value, ...accepted),
  }));
}

/** Each value with how many gave it, the smallest first. */
export function ascending({ counts }: Values): [value: number, count: number][] {
  return [...counts].sort(([a], [b]) => a - b);
}
