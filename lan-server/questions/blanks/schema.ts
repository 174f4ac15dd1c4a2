import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import {
  acceptedSchema,
  exactnessFields,
  mostTyped,
  typedCountSchema,
  typedSchema,
} from '../typed.ts';

export const mostGaps = 20;
export const mostGapOptions = 8;

const partsSchema = z
  .array(z.string().max(2000))
  .min(1)
  .max(mostGaps + 1);
const optionsSchema = z.array(z.string().max(mostTyped)).max(mostGapOptions).nullable();

/** A text with gaps: `parts` are what stands before, between and behind them, so there is one part more than gaps. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('blanks'),
  parts: partsSchema,
  gaps: z
    .array(
      z.object({
        /** What can be chosen, as the teacher wrote it; null: it is typed. */
        options: optionsSchema,
        /** What is right; of a list the one. The first is the one shown. None in any gap = no key. */
        accepted: acceptedSchema,
      }),
    )
    .max(mostGaps),
  ...exactnessFields,
});
export type Blanks = z.infer<typeof schema>;

/** By gap; '' = left empty. */
export const answerSchema = z.object({ gaps: z.array(typedSchema).min(1).max(mostGaps) });
export type BlanksAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('blanks'),
  parts: z.array(z.string()),
  /** What can be chosen, in the order of the alphabet: the order in which it was written would tell what is right. */
  gaps: z.array(z.object({ options: z.array(z.string()).nullable() })),
});
export type PublicBlanks = z.infer<typeof publicSchema>;

export const keySchema = z.strictObject({
  gaps: z.array(acceptedSchema).min(1).max(mostGaps),
  ...exactnessFields,
});
export type BlanksKey = z.infer<typeof keySchema>;

export const pictureSchema = z.strictObject({
  total: z.int(),
  gaps: z.array(
    z.object({
      /** Students who put something in. */
      filled: z.int(),
      /** The most frequent three. */
      answers: z.array(typedCountSchema),
      /** Students who have it right, and the wrong answer that most gave; left out without a key, and before the reveal. */
      right: z.int().optional(),
      wrong: typedCountSchema.nullable().optional(),
    }),
  ),
});
export type BlanksPicture = z.infer<typeof pictureSchema>;
