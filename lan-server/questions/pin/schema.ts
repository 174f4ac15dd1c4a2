import { z } from 'zod';
import { publicBaseSchema, questionBase } from '../kind.ts';
import { grid } from './grid.ts';

/** The most areas of a question, pins of an answer, and corners of an area. */
export const maxAreas = 12;
export const maxPins = 5;
export const maxCorners = 24;

/** Places are parts of the picture's width and height: 0, 0 is its left top corner, 1, 1 its right bottom one. */
const part = z.number().min(0).max(1);
const size = z.number().min(0.005).max(1);
export const pointSchema = z.object({ x: part, y: part });
export type Point = z.infer<typeof pointSchema>;

const named = {
  /** What is there; may be empty. */
  name: z.string().max(80),
  /** Whether a pin belongs there; an area that is not right gives a wrong place its name. */
  right: z.boolean(),
};
export const areaSchema = z.discriminatedUnion('shape', [
  /** `r` in parts of the picture's width. */
  z.object({ ...named, shape: z.literal('circle'), x: part, y: part, r: size }),
  /** From its left top corner. */
  z.object({ ...named, shape: z.literal('box'), x: part, y: part, w: size, h: size }),
  z.object({
    ...named,
    shape: z.literal('polygon'),
    points: z.array(pointSchema).min(3).max(maxCorners),
  }),
]);
export type Area = z.infer<typeof areaSchema>;

/** Pin on a picture: the question's picture is what is pinned on. No right area: no key. */
export const schema = z.object({
  ...questionBase,
  kind: z.literal('pin'),
  areas: z.array(areaSchema).max(maxAreas),
  /** How many pins a student may place. */
  pins: z.int().min(1).max(maxPins),
  /** Students may also choose areas by their names, which need no sight of the picture; the names are public then. */
  byName: z.boolean(),
});
export type Pin = z.infer<typeof schema>;

/** A place on the picture, or an area chosen by its name. */
const pinSchema = z.union([
  z.strictObject({ x: part, y: part }),
  z.strictObject({
    area: z
      .int()
      .min(0)
      .max(maxAreas - 1),
  }),
]);
export type PlacedPin = z.infer<typeof pinSchema>;

export const answerSchema = z.object({ pins: z.array(pinSchema).min(1).max(maxPins) });
export type PinAnswer = z.infer<typeof answerSchema>;

export const publicSchema = publicBaseSchema.extend({
  kind: z.literal('pin'),
  pins: z.int(),
  /** Areas that can be chosen by name, in the order of the names; which are right, and where they are, it does not say. */
  places: z.array(z.object({ area: z.int(), name: z.string() })),
});
export type PublicPin = z.infer<typeof publicSchema>;

export const keySchema = z.strictObject({ areas: z.array(areaSchema).min(1).max(maxAreas) });
export type PinKey = z.infer<typeof keySchema>;

export const pictureSchema = z.strictObject({
  /** Students who answered, and pins that they placed. */
  total: z.int(),
  pins: z.int(),
  /** Pins in each cell, row by row from the top. */
  cells: z.array(z.int()).length(grid.columns * grid.rows),
});
export type PinPicture = z.infer<typeof pictureSchema>;
