/** One measured figure. `floor` and `limit` are null where nothing is held against it. */
export type Figure = {
  name: string;
  /** Students. */
  n: number;
  value: number;
  unit: 'ms' | 'bytes' | 'ratio';
  floor: number | null;
  /** `value / floor`. */
  ratio: number | null;
  /** The highest ratio that is good. */
  limit: number | null;
};

/** A figure held against its floor. */
export function figure(
  name: string,
  n: number,
  unit: Figure['unit'],
  value: number,
  floor: number | null = null,
  limit: number | null = null,
): Figure {
  return { name, n, value, unit, floor, ratio: floor === null ? null : value / floor, limit };
}

/** Whether it is within its limit; a figure without one always is. */
export function isGood({ ratio, limit }: Figure): boolean {
  return limit === null || ratio === null || ratio <= limit;
}

/** The value below which `share` (0..1) of the values lie, by the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
