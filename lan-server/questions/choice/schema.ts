import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { optionImagesSchema, optionIndexSchema, optionsSchema } from '../options.ts';

/** Single choice: one of two to eight options is picked, at most one is right (`right: null` = no key). */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('choice'),
  options: optionsSchema,
  optionImages: optionImagesSchema,
  right: optionIndexSchema.nullable(),
});
export type Choice = z.infer<typeof schema>;

export const answerSchema = z.object({ picked: optionIndexSchema });
export type ChoiceAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('choice'),
  options: z.array(z.string()),
  optionImages: optionImagesSchema,
});
export type PublicChoice = z.infer<typeof publicSchema>;

export const keySchema = z.strictObject({ right: optionIndexSchema });
export type ChoiceKey = z.infer<typeof keySchema>;
