import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';

/** Something to look at: a text, and nothing to answer. */
export const schema = z.object({ ...questionBase, kind: z.literal('slide') });
export type Slide = z.infer<typeof schema>;

export const publicSchema = publicBaseSchema.extend({ kind: z.literal('slide') });
export type PublicSlide = z.infer<typeof publicSchema>;

/** Nobody answers, so there is nothing to draw. */
export const pictureSchema = z.strictObject({ total: z.literal(0) });
export type SlidePicture = z.infer<typeof pictureSchema>;
