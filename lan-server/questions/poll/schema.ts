import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { maxOptions, optionImagesSchema, optionIndexSchema, optionsSchema } from '../options.ts';

/** How many options a student may pick at most; more than there are means all. */
const mostSchema = z.int().min(1).max(maxOptions);

/** A poll: options of which none is right. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('poll'),
  options: optionsSchema,
  optionImages: optionImagesSchema,
  most: mostSchema,
});
export type Poll = z.infer<typeof schema>;

export const answerSchema = z.object({
  picked: z
    .array(optionIndexSchema)
    .min(1)
    .max(maxOptions)
    .refine((picks) => new Set(picks).size === picks.length, 'each option at most once'),
});
export type PollAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('poll'),
  options: z.array(z.string()),
  optionImages: optionImagesSchema,
  most: mostSchema,
});
export type PublicPoll = z.infer<typeof publicSchema>;
