import { tidy } from '../tidy.ts';
import type { SliderKey } from './schema.ts';

/** The lowest and the highest number that a key accepts, both included. A file of its own: phones carry no schemas. */
export function acceptedBy({ target, tolerance }: SliderKey): [low: number, high: number] {
  return [tidy(target - tolerance), tidy(target + tolerance)];
}
