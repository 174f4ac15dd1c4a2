import type { Database } from 'better-sqlite3';
import { folded, holding } from '../lan-server/contract/folded.ts';
import type { PlaceInList } from '../lan-server/ports.ts';

/**
 * Teaches SQLite `folded(text)`, without capitals and accents, and `holds(text, wanted)`, whether it has every word of what is looked
 * for. Its own LIKE knows the letters of English alone.
 */
export function teachFolding(db: Database): void {
  db.function('folded', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? folded(text) : null,
  );
  db.function('holds', { deterministic: true }, (text: unknown, wanted: unknown) =>
    Number(holding(String(wanted))(String(text))),
  );
}

/** What is looked for, for a condition that null switches off. */
export function wantedOrNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/**
 * The condition for rows after a place in a list that is ordered by `moment` (newest first), then by `id`; for `$afterAt` and `$afterId`
 * of `placeValues`.
 */
export function afterPlace(moment: string, id: string): string {
  return `($afterAt IS NULL OR ${moment} < $afterAt OR (${moment} = $afterAt AND ${id} > $afterId))`;
}

export function placeValues(after: PlaceInList | null): {
  afterAt: number | null;
  afterId: string | null;
} {
  return { afterAt: after?.at ?? null, afterId: after?.id ?? null };
}
