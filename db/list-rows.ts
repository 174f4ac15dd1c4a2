import type { Database } from 'better-sqlite3';
import type { PlaceInList } from '../lan-server/ports.ts';

/**
 * Teaches SQLite `folded(text)`: without capitals and accents, as people look for words. Its own LIKE knows the letters of
 * English alone.
 */
export function teachFolding(db: Database): void {
  db.function('folded', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? folded(text) : null,
  );
}

/** The same for what is looked for; null where nothing is. */
export function foldedOrNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : folded(text);
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
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
