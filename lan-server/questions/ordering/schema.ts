import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { optionIndexSchema, optionsSchema } from '../options.ts';

const orderSchema = z
  .array(optionIndexSchema)
  .min(2)
  .max(8)
  .refine((order) => new Set(order).size === order.length, 'each item once');

/**
 * Two to eight items to be put in order. `items` stand in the right order; `keyed` false: there is none, the class ranks them.
 * Nobody but the teacher gets them in this order: see `secret-order.ts`.
 */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('ordering'),
  items: optionsSchema,
  keyed: z.boolean(),
});
export type Ordering = z.infer<typeof schema>;

/** The items from the first place to the last, each by its index in the public question (0 = A). */
export const answerSchema = z.object({ order: orderSchema });
export type OrderingAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('ordering'),
  /** In the order in which everybody sees them: 0 is A on phone, wall and in reports. */
  items: z.array(z.string()),
});
export type PublicOrdering = z.infer<typeof publicSchema>;

/** The right order, by the same indexes as an answer. */
export const keySchema = z.strictObject({ order: orderSchema });
export type OrderingKey = z.infer<typeof keySchema>;

export const pictureSchema = z.strictObject({
  total: z.int(),
  /** places[item][place] = how many put this item there. */
  places: z.array(z.array(z.int())),
  /** The order that was given most often, and by how many; of equals the first by letters. null while there is none. */
  common: z.strictObject({ order: orderSchema, count: z.int() }).nullable(),
});
export type OrderingPicture = z.infer<typeof pictureSchema>;
