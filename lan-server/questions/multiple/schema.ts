import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { optionImagesSchema, optionIndexSchema, optionsSchema } from '../options.ts';

const picksSchema = z
  .array(optionIndexSchema)
  .max(8)
  .refine((picks) => new Set(picks).size === picks.length, 'each option at most once');

/** Multiple choice: any number of options is picked; `right` lists those that are (empty = no key). */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('multiple'),
  options: optionsSchema,
  optionImages: optionImagesSchema,
  right: picksSchema,
});
export type Multiple = z.infer<typeof schema>;

export const answerSchema = z.object({ picked: picksSchema.min(1) });
export type MultipleAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('multiple'),
  options: z.array(z.string()),
  optionImages: optionImagesSchema,
});
export type PublicMultiple = z.infer<typeof publicSchema>;

export const keySchema = z.strictObject({ right: picksSchema.min(1) });
export type MultipleKey = z.infer<typeof keySchema>;
