import type { Comparison } from '../../lan-server/contract/comparison.ts';
import type { OptionRow } from '../options/option-row.ts';

/** One option in two votes. `stayed` and `came` are of those who answered both times. */
export type MovedRow = OptionRow & {
  /** The count of the first vote; `count` is that of the last. */
  before: number;
  stayed: number;
  /** Who came from another option, by that option's place; only those from which somebody came. */
  came: { from: number; count: number }[];
};

/** Joins the rows of two votes with who moved between them. All three are of the same question. */
export function movedRows(
  before: readonly OptionRow[],
  now: readonly OptionRow[],
  flow: readonly (readonly number[])[],
): MovedRow[] {
  return now.map((row, to) => ({
    ...row,
    before: before[to]?.count ?? 0,
    stayed: flow[to]?.[to] ?? 0,
    came: flow.flatMap((moved, from) => {
      const count = moved[to] ?? 0;
      return from === to || count === 0 ? [] : [{ from, count }];
    }),
  }));
}

/** How many moved to a right option and how many away from one; without a key, how many changed at all. */
export function movesOf(
  flow: NonNullable<Comparison['flow']>,
  keyed: readonly boolean[],
): { changed: number; toRight: number; away: number } {
  let changed = 0;
  let toRight = 0;
  let away = 0;
  for (const [from, row] of flow.entries())
    for (const [to, count] of row.entries()) {
      if (from === to) continue;
      changed += count;
      if (keyed[to] && !keyed[from]) toRight += count;
      if (keyed[from] && !keyed[to]) away += count;
    }
  return { changed, toRight, away };
}
