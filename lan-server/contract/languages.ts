import { z } from 'zod';

/** The languages that Chalkbox speaks, by their BCP 47 tags. */
export const languageSchema = z.enum(['en', 'es']);
export type Language = z.infer<typeof languageSchema>;
