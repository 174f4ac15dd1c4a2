import { tidy } from './tidy.ts';

/** Scale of a slider: from `min` to `max` by `step`. */
export type Scale = { min: number; max: number; step: number };

/** How many places a slider can stand at; 1 where the scale is none. */
export function placesOf({ min, max, step }: Scale): number {
  return max > min && step > 0 ? Math.floor((max - min) / step + 1e-9) + 1 : 1;
}

/** The number at a place of the scale, counted from 0. */
export function placeValue({ min, step }: Scale, place: number): number {
  return tidy(min + place * step);
}
