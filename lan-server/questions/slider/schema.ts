import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { mostNumber } from '../most-number.ts';
import { numberSchema } from '../numbers.ts';

/** A thumb cannot set more places than this apart, and no class needs them. */
export const mostPlaces = 1001;

/** A slider from `min` to `max` by `step`. `target` null: nothing is right or wrong. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('slider'),
  min: numberSchema,
  max: numberSchema,
  step: z.number().min(1e-6).max(mostNumber),
  unit: z.string().max(20),
  /** Words at the ends. */
  low: z.string().max(60),
  high: z.string().max(60),
  target: numberSchema.nullable(),
  tolerance: z.number().min(0).max(mostNumber),
});
export type Slider = z.infer<typeof schema>;

export const answerSchema = z.object({ at: numberSchema });
export type SliderAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('slider'),
  min: z.number(),
  max: z.number(),
  step: z.number(),
  unit: z.string(),
  low: z.string(),
  high: z.string(),
});
export type PublicSlider = z.infer<typeof publicSchema>;

export const keySchema = z.strictObject({
  target: numberSchema,
  tolerance: z.number().min(0).max(mostNumber),
});
export type SliderKey = z.infer<typeof keySchema>;
