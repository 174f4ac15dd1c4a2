import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { fewLines } from '../typed.ts';

export const mostLetters = 500;

/** A question answered in sentences. No key; what stands on the wall, the teacher decides. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('opentext'),
  /** `approved`: an answer is on the wall once the teacher lets it through. `atOnce`: until the teacher hides it. */
  show: z.enum(['approved', 'atOnce']),
});
export type OpenText = z.infer<typeof schema>;

export const answerSchema = z.object({
  text: z.string().max(2000).transform(fewLines).pipe(z.string().min(1).max(mostLetters)),
});
export type OpenTextAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({ kind: z.literal('opentext') });
export type PublicOpenText = z.infer<typeof publicSchema>;

/** An answer on the wall, without a name. `heading`: stands above it; null where the one before has the same. */
export const cardSchema = z.object({
  text: z.string(),
  starred: z.boolean(),
  heading: z.string().nullable(),
});
export type Card = z.infer<typeof cardSchema>;

export const pictureSchema = z.strictObject({
  total: z.int(),
  /** The page that the wall shows, column by column; for the wall alone, and at most two dozen cards. */
  board: z
    .object({ columns: z.array(z.array(cardSchema)).max(2), page: z.int(), pages: z.int() })
    .optional(),
});
export type OpenTextPicture = z.infer<typeof pictureSchema>;
