import { z } from 'zod';
import { longestPage } from './paths.ts';

/**
 * What every list takes in its query: how many rows, and where the page before ended. A list answers with `next`: the cursor of
 * the page after this one, null on the last. What a cursor says is the list's own business.
 */
export const pageShape = {
  limit: z.coerce.number().int().min(1).max(longestPage).default(50),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(300)
    .optional(),
};
export const pageQuerySchema = z.object(pageShape);
export type PageQuery = z.infer<typeof pageQuerySchema>;

/**
 * The same for lists that the program's own pages show whole: they get a page only where they ask for one, a script always does.
 */
export const wholeOrPageShape = { ...pageShape, limit: pageShape.limit.unwrap().optional() };
export type WholeOrPageQuery = { limit?: number | undefined; cursor?: string | undefined };

export const nextSchema = z.string().nullable();

/** A moment in a query, ms since 1970, as everywhere on the wire. */
export const momentSchema = z.coerce.number().int().min(0).max(8_640_000_000_000_000);
/** Words that must occur somewhere; capitals and accents do not matter. */
export const findSchema = z.string().trim().max(100);
