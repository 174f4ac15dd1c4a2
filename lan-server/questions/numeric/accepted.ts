import { tidy } from '../tidy.ts';
import type { NumericKey } from './schema.ts';

/** The lowest and the highest number that a key accepts, both included. A file of its own: phones carry no schemas. */
export function acceptedBy(key: NumericKey): [low: number, high: number] {
  return 'from' in key
    ? [key.from, key.to]
    : [tidy(key.value - key.tolerance), tidy(key.value + key.tolerance)];
}
