import { z } from 'zod';
import { pictureSchema } from '../questions/index.ts';

/**
 * Two votes on a question: the first beside the one that counts now. Counts alone, never who: its size grows with the options and not with
 * the class.
 */
export const comparedVotesSchema = z.object({
  /** The first round that anybody answered. */
  round: z.int(),
  answered: z.int(),
  /** Fully right in the first vote; null without a key. */
  right: z.int().nullable(),
  picture: pictureSchema,
  /** Students who answered both. */
  both: z.int(),
  /**
   * Of those who answered both: `flow[from][to]` went from one option to another, or stayed. null where an answer is not always
   * one of a few options.
   */
  flow: z.array(z.array(z.int())).nullable(),
});
export type ComparedVotes = z.infer<typeof comparedVotesSchema>;

/** The same in a running lesson. */
export const comparisonSchema = comparedVotesSchema.extend({
  /** The key was not shown in between: they talked it over and voted again. */
  talked: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;
