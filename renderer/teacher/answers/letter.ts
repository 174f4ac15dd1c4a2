import { letters } from '../../ui/index.ts';
import type { Letter } from '../../ui/index.ts';

/** The mark's letter behind a row's (“B”); null where an answer has no mark. */
export function markLetter(letter: string | null): Letter | null {
  const lower = letter?.toLowerCase();
  return letters.find((known) => known === lower) ?? null;
}
