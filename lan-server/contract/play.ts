import { z } from 'zod';

/**
 * The ways to play a lesson, chosen at its start and frozen with it. Every key has a default: a lesson as it is without any of
 * them.
 */
export const playSchema = z.strictObject({});
export type Play = z.infer<typeof playSchema>;

/** A lesson played as it is by default; also one of an older program. */
export const defaultPlay: Play = playSchema.parse({});
