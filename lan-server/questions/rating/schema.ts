import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';

/** A rating scale from 1 to `steps` (2–10) with a word at each end. No key. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('rating'),
  steps: z.int().min(2).max(10),
  low: z.string().max(60),
  high: z.string().max(60),
});
export type Rating = z.infer<typeof schema>;

export const answerSchema = z.object({ rating: z.int().min(1).max(10) });
export type RatingAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('rating'),
  steps: z.int(),
  low: z.string(),
  high: z.string(),
});
export type PublicRating = z.infer<typeof publicSchema>;

export const pictureSchema = z.strictObject({
  total: z.int(),
  /** counts[0] = how many chose 1. */
  counts: z.array(z.int()),
  /** Arithmetic mean of the ratings; null while nobody has answered. */
  mean: z.number().nullable(),
});
export type RatingPicture = z.infer<typeof pictureSchema>;
