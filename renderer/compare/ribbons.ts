/** The drawing is a box of 1000 wide and 100 high for each option; it is stretched to where it stands, so it holds areas alone. */
export const drawing = { width: 1000, row: 100 } as const;

/** Height of the fullest bar and width of all, in units of the drawing. */
const fullest = 80;
const barWidth = 30;

export type Area = { key: string; place: number; path: string };

/**
 * Bars of two votes on the sides, and between them a ribbon for each way that somebody took: all on one scale, so that a ribbon is as
 * thick as its share of the bars. `flow` counts those who voted both times; a bar counts all, so it may be higher than its ribbons.
 */
export function ribbons(
  before: readonly number[],
  now: readonly number[],
  flow: readonly (readonly number[])[],
): { bars: Area[]; ways: Area[] } {
  const scale = fullest / Math.max(1, ...before, ...now);
  const middle = (place: number) => (place + 0.5) * drawing.row;
  const bar = (count: number, place: number, left: number, key: string): Area => {
    const high = Math.max(2, count * scale);
    const top = middle(place) - high / 2;
    return { key, place, path: `M${left} ${top}h${barWidth}v${high}h${-barWidth}z` };
  };
  const right = drawing.width - barWidth;
  const bars = [
    ...before.map((count, place) => bar(count, place, 0, `before ${place}`)),
    ...now.map((count, place) => bar(count, place, right, `now ${place}`)),
  ];
  const columnSums = now.map((_, to) => flow.reduce((sum, row) => sum + (row[to] ?? 0), 0));
  const entered = columnSums.map((sum, to) => middle(to) - (sum * scale) / 2);
  const ways = flow.flatMap((row, from) => {
    let left = middle(from) - (row.reduce((sum, count) => sum + count, 0) * scale) / 2;
    return row.flatMap((count, to) => {
      if (count === 0) return [];
      const high = count * scale;
      const at = entered[to] ?? 0;
      const path = band(barWidth, left, right, at, high);
      left += high;
      entered[to] = at + high;
      return [{ key: `${from} ${to}`, place: from, path }];
    });
  });
  return { bars, ways };
}

/** A band of even height from one side to the other, leaving and arriving level. */
function band(x1: number, y1: number, x2: number, y2: number, high: number): string {
  const half = (x1 + x2) / 2;
  return [
    `M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}`,
    `v${high}`,
    `C${half} ${y2 + high} ${half} ${y1 + high} ${x1} ${y1 + high}z`,
  ].join('');
}
