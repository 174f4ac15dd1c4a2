import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { acceptedSchema, exactnessFields, typedCountSchema, typedSchema } from '../typed.ts';

/** A question answered in a few words of one's own. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('shorttext'),
  /** All answers that are right; the first is the one shown. Empty ones accept nothing; none at all = no key. */
  accepted: acceptedSchema,
  ...exactnessFields,
});
export type ShortText = z.infer<typeof schema>;

export const answerSchema = z.object({ text: typedSchema.pipe(z.string().min(1)) });
export type ShortTextAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({ kind: z.literal('shorttext') });
export type PublicShortText = z.infer<typeof publicSchema>;

/** With how exactly they are meant: a key set later brings its own exactness. */
export const keySchema = z.strictObject({ accepted: acceptedSchema.min(1), ...exactnessFields });
export type ShortTextKey = z.infer<typeof keySchema>;

export const pictureSchema = z.strictObject({
  total: z.int(),
  /** How many different answers there are in all; `answers` holds the most frequent twelve. */
  distinct: z.int(),
  /** Students whose answer is right; left out without a key, and for the wall before the reveal. */
  right: z.int().optional(),
  answers: z.array(typedCountSchema),
});
export type ShortTextPicture = z.infer<typeof pictureSchema>;
