import type { MatrixFrame } from '../../lan-server/contract/work.ts';

/** A row of the matrix as this page holds it. */
export type Row = {
  /** One letter a question, in the plan's order. */
  cells: string;
  handedIn: boolean;
  /** Since when no answer has come from this seat, ms since 1970 by this page's clock. */
  quietSince: number;
};

/** By place in the roster; a place without a row has not been told of yet. */
export type Rows = readonly (Row | undefined)[];

/** The rows with those of a frame that came at `now`, ms since 1970. */
export function withRows(before: Rows, { whole, rows }: MatrixFrame, now: number): Rows {
  const after: (Row | undefined)[] = whole ? [] : [...before];
  for (const { at, cells, handedIn, quietMs } of rows)
    after[at] = { cells, handedIn, quietSince: now - quietMs };
  return after;
}
