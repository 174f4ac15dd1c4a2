import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';

/** A statement that is true or false (`right: null` = no key). On phone and wall true is A, false is B. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('truefalse'),
  right: z.boolean().nullable(),
});
export type TrueFalse = z.infer<typeof schema>;

export const answerSchema = z.object({ picked: z.boolean() });
export type TrueFalseAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({ kind: z.literal('truefalse') });
export type PublicTrueFalse = z.infer<typeof publicSchema>;

export const keySchema = z.strictObject({ right: z.boolean() });
export type TrueFalseKey = z.infer<typeof keySchema>;

export const pictureSchema = z.strictObject({ total: z.int(), yes: z.int(), no: z.int() });
export type TrueFalsePicture = z.infer<typeof pictureSchema>;
