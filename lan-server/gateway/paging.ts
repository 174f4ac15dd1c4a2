import type { Response } from 'express';
import { z } from 'zod';
import { holding } from '../contract/folded.ts';
import type { PageQuery, WholeOrPageQuery } from '../contract/lists.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { PlaceInList } from '../ports.ts';
import { keyOf } from './key-door.ts';

/** A page of a list, and the cursor of the next one; null on the last. */
export type Page<Row> = { rows: Row[]; next: string | null };

/** What a cursor of a list says that is ordered by a moment, then by id. */
const placeSchema = z.tuple([z.int(), z.string().max(40)]);

/**
 * One page of a list that the database orders by a moment: `read` gives at most `limit` rows after a place (null: from the start),
 * `placeOf` says where a row stands. Rows that come or go meanwhile neither repeat nor hide the others. `bad_request` for a
 * cursor that this list did not give.
 */
export async function pageAfter<Row>(
  { limit, cursor }: PageQuery,
  read: (after: PlaceInList | null, limit: number) => Promise<Row[]>,
  placeOf: (row: Row) => PlaceInList,
): Promise<Page<Row> | Rejection> {
  const after = cursor === undefined ? null : readCursor(cursor, placeSchema);
  if (after === undefined) return badCursor();
  // One more than is asked for tells whether there is a next page.
  const rows = await read(after && { at: after[0], id: after[1] }, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  if (rows.length <= limit || last === undefined) return { rows: page, next: null };
  const { at, id } = placeOf(last);
  return { rows: page, next: writeCursor([at, id]) };
}

/** The same for a list that is at hand as a whole: the page goes on after the row of the cursor, wherever it stands now. */
export function pageOf<Row>(
  { limit, cursor }: PageQuery,
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Page<Row> | Rejection {
  const after = cursor === undefined ? null : readCursor(cursor, placeSchema);
  if (after === undefined) return badCursor();
  let from = 0;
  if (after) {
    const found = rows.findIndex((row) => idOf(row) === after[1]);
    // The row has gone: go on where it stood.
    from = found === -1 ? after[0] : found + 1;
  }
  const page = rows.slice(from, from + limit);
  const last = page.at(-1);
  const more = last !== undefined && from + limit < rows.length;
  return { rows: page, next: more ? writeCursor([from + page.length - 1, idOf(last)]) : null };
}

/**
 * The same for a list that the program's own pages show whole: a page where one is asked for, and always to a script, which gets
 * fifty rows where it does not say how many.
 */
export function pageOrWhole<Row extends { id: string }>(
  response: Response,
  { limit, cursor }: WholeOrPageQuery,
  rows: readonly Row[],
): Page<Row> | Rejection {
  const whole = limit === undefined && cursor === undefined && !keyOf(response);
  if (whole) return { rows: [...rows], next: null };
  return pageOf({ limit: limit ?? 50, cursor }, rows, ({ id }) => id);
}

/** Those whose name holds every one of these words. */
export function withWords<Row extends { name: string }>(
  rows: readonly Row[],
  words: string | undefined,
): readonly Row[] {
  const has = holding(words ?? '');
  return rows.filter(({ name }) => has(name));
}

function badCursor(): Rejection {
  return reject('bad_request', {
    issues: [{ path: ['query', 'cursor'], message: 'This list did not give that cursor.' }],
  });
}

function writeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** undefined where it is not of this form. */
function readCursor<Place>(cursor: string, form: z.ZodType<Place>): Place | undefined {
  try {
    const told: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return form.safeParse(told).data;
  } catch {
    return undefined;
  }
}
