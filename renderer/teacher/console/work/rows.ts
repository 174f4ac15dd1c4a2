import { cellLetters } from '../../../../lan-server/contract/work.ts';
import type { Row } from '../../../live/matrix.ts';

/** Who has given no answer for so long, has not handed in and is there, may be stuck. */
export const quietAfterMs = 120_000;

/** Whole minutes for which a row has been quiet; null: not long enough to be worth a look. */
export function quietMinutes(row: Row | undefined, now: number): number | null {
  if (!row || row.handedIn) return null;
  const quietMs = now - row.quietSince;
  return quietMs < quietAfterMs ? null : Math.floor(quietMs / 60_000);
}

/** How many questions a row has an answer to. */
export function answeredIn(row: Row | undefined): number {
  let answered = 0;
  for (const letter of row?.cells ?? '') if (letter !== cellLetters.none) answered += 1;
  return answered;
}

export type CellState = keyof typeof cellLetters;

const states = Object.fromEntries(
  Object.entries(cellLetters).map(([state, letter]) => [letter, state]),
) as Record<string, CellState>;

/** What stands in one cell. */
export function cellAt(row: Row | undefined, place: number): CellState {
  return states[row?.cells.charAt(place) ?? ''] ?? 'none';
}

/** The height of a row in px with which `rows` of them stand in `height` px where they can: 16 at least, 28 at most. */
export function rowHeight(rows: number, height: number): number {
  return Math.max(16, Math.min(28, Math.floor(height / Math.max(1, rows))));
}
