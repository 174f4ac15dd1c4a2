import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { mostNumber } from '../most-number.ts';
import { numberSchema } from '../numbers.ts';

const toleranceSchema = z.number().min(0).max(mostNumber);

/**
 * A number is typed. `by` says which fields are the key: `value` with its tolerance, or the range from–to. The others are kept,
 * so that changing one's mind in the editor loses nothing. null = not filled in: no key.
 */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('numeric'),
  /** Shown beside the field: `m/s²`. */
  unit: z.string().max(20),
  by: z.enum(['value', 'range']),
  value: numberSchema.nullable(),
  tolerance: toleranceSchema,
  from: numberSchema.nullable(),
  to: numberSchema.nullable(),
});
export type Numeric = z.infer<typeof schema>;

export const answerSchema = z.object({ number: numberSchema });
export type NumericAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('numeric'),
  unit: z.string(),
});
export type PublicNumeric = z.infer<typeof publicSchema>;

export const keySchema = z.union([
  z.strictObject({ value: numberSchema, tolerance: toleranceSchema }),
  z.strictObject({ from: numberSchema, to: numberSchema }),
]);
export type NumericKey = z.infer<typeof keySchema>;
