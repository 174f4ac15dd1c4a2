import { z } from 'zod';

/**
 * How many were sure of their answer, and how many of them were right. Counts alone. Who did not say is in none; without a key
 * `right…` and `wrong…` are 0.
 */
export const confidenceSchema = z.object({
  sure: z.int(),
  unsure: z.int(),
  rightSure: z.int(),
  rightUnsure: z.int(),
  wrongSure: z.int(),
  wrongUnsure: z.int(),
});
export type Confidence = z.infer<typeof confidenceSchema>;

/** Before anybody said. */
export function noConfidence(): Confidence {
  return { sure: 0, unsure: 0, rightSure: 0, rightUnsure: 0, wrongSure: 0, wrongUnsure: 0 };
}

/** Adds (1) or takes out (-1) one answer; `right` null: there is no key. */
export function countConfidence(
  counts: Confidence,
  sure: boolean,
  right: boolean | null,
  by: 1 | -1,
): void {
  counts[sure ? 'sure' : 'unsure'] += by;
  if (right === null) return;
  if (right) counts[sure ? 'rightSure' : 'rightUnsure'] += by;
  else counts[sure ? 'wrongSure' : 'wrongUnsure'] += by;
}
