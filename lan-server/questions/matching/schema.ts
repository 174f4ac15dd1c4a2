import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { maxOptions } from '../options.ts';

/** Choices that belong to nothing, so that the last pair is no gift. */
export const maxDistractors = 3;

const side = z.string().max(500);
const choiceSchema = z
  .int()
  .min(0)
  .max(maxOptions + maxDistractors - 1);
const eachOnce = (choices: readonly (number | null)[]) => {
  const given = choices.filter((choice) => choice !== null);
  return new Set(given).size === given.length;
};

/** Two to eight pairs, and choices that belong to none. `keyed` false: nobody says what belongs together. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('matching'),
  pairs: z
    .array(z.object({ prompt: side, choice: side }))
    .min(2)
    .max(maxOptions),
  distractors: z.array(side).max(maxDistractors),
  keyed: z.boolean(),
});
export type Matching = z.infer<typeof schema>;

/** For each prompt the index of its choice in the public question, or null where none was given. Each choice at most once. */
export const answerSchema = z.object({
  choices: z
    .array(choiceSchema.nullable())
    .min(2)
    .max(maxOptions)
    .refine(eachOnce, 'each choice once')
    .refine((choices) => choices.some((choice) => choice !== null), 'at least one pair'),
});
export type MatchingAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('matching'),
  /** A to H. */
  prompts: z.array(z.string()),
  /** 1 to 11, in an order that tells nothing: see `secret-order.ts`. */
  choices: z.array(z.string()),
});
export type PublicMatching = z.infer<typeof publicSchema>;

/** For each prompt the index of the right choice. */
export const keySchema = z.strictObject({
  choices: z.array(choiceSchema).min(2).max(maxOptions).refine(eachOnce, 'each choice once'),
});
export type MatchingKey = z.infer<typeof keySchema>;

export const pictureSchema = z.strictObject({
  total: z.int(),
  /** matched[prompt][choice] = how many put them together. */
  matched: z.array(z.array(z.int())),
});
export type MatchingPicture = z.infer<typeof pictureSchema>;
