import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';

const maxLetters = 30;

/** A word cloud: each student sends one to five words or short phrases. No key. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('wordcloud'),
  /** How many words a student may send. */
  words: z.int().min(1).max(5),
});
export type WordCloud = z.infer<typeof schema>;

export const answerSchema = z.object({
  words: z.array(z.string().trim().min(1).max(maxLetters)).min(1).max(5),
});
export type WordCloudAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('wordcloud'),
  words: z.int(),
});
export type PublicWordCloud = z.infer<typeof publicSchema>;

export const pictureSchema = z.strictObject({
  total: z.int(),
  /** How many different words there are in all; `words` holds the most frequent sixty. */
  distinct: z.int(),
  words: z.array(z.object({ text: z.string(), count: z.int() })),
});
export type WordCloudPicture = z.infer<typeof pictureSchema>;
