import { z } from 'zod';
import { folded, isAccepted } from './matching.ts';
import type { Exactness } from './matching.ts';

/** What several kinds share whose answers are typed. */

/** Letters of one typed answer. */
export const mostTyped = 80;
/** Answers that count as right: those written beforehand and those accepted afterwards. */
export const mostAccepted = 50;

/** Controls, halves of letters and marks that turn the direction of writing: none may travel to the wall. */
const unwritable =
  /[\p{Cc}\p{Cs}\p{Co}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** One line as a person reads it. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(unwritable, '').trim();
}

/** Several lines as a person reads them: at most one empty line in a row. */
export function fewLines(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.replaceAll(unwritable, ' ').trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A typed answer of one line. */
export const typedSchema = z.string().max(400).transform(oneLine).pipe(z.string().max(mostTyped));

/** Stands where a student's own words were erased; the same in every language. */
export const erasedText = '—';
/** For the question whose right answer is a dash. */
const otherErasedText = '……';

/**
 * What may stay of a typed answer when its student is erased: the teacher's own variant where it was right, else nothing that anybody
 * typed. Graded as before.
 */
export function erasedAnswer(
  text: string,
  accepted: readonly string[],
  exactness: Exactness,
): string {
  const variants = fullOnes(accepted);
  const variant = variants.find((one) => isAccepted(text, [one], exactness));
  if (variant !== undefined) return variant;
  return isAccepted(erasedText, variants, exactness) ? otherErasedText : erasedText;
}

export const acceptedSchema = z.array(z.string().max(mostTyped)).max(mostAccepted);

export const exactnessFields = {
  caseMatters: z.boolean(),
  accentsMatter: z.boolean(),
  typos: z.int().min(0).max(2),
};

/** For a new question: what most teachers would accept on paper. */
export const blankExactness: Exactness = { caseMatters: false, accentsMatter: true, typos: 1 };

/** Those of a list that say something, each once. */
export function fullOnes(list: readonly string[]): string[] {
  return [...new Set(list.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** The list with an answer accepted, or not any more. null: no room, or it is not there. */
export function withAnswer(
  accepted: readonly string[],
  text: string,
  accept: boolean,
  exactness: Exactness,
): string[] | null {
  const id = folded(text, exactness);
  const known = accepted.filter((variant) => folded(variant, exactness) === id);
  if (id === '' || accept === known.length > 0) return null;
  if (accept) return accepted.length < mostAccepted ? [...fullOnes(accepted), text] : null;
  return accepted.filter((variant) => !known.includes(variant));
}

/** One answer as the class gave it, in whatever spellings. `right` is left out without a key, and before the reveal. */
export const typedCountSchema = z.object({
  text: z.string(),
  count: z.int(),
  right: z.boolean().optional(),
});
export type TypedCount = z.infer<typeof typedCountSchema>;

type Group = { spellings: Map<string, number>; count: number; right: boolean };

/** What was typed, spellings that differ in nothing that matters counted as one. `right`: how many are. */
export type TypedTally = { groups: Map<string, Group>; filled: number; right: number };

export function emptyTyped(): TypedTally {
  return { groups: new Map(), filled: 0, right: 0 };
}

/** Adds (1) or takes out (-1) one answer. It is graded once a spelling, not once a student. */
export function countTyped(
  tally: TypedTally,
  text: string,
  by: 1 | -1,
  exactness: Exactness,
  isRight: (text: string) => boolean,
): void {
  const id = folded(text, exactness);
  const group = tally.groups.get(id) ?? { spellings: new Map(), count: 0, right: isRight(text) };
  group.count += by;
  const spelled = (group.spellings.get(text) ?? 0) + by;
  if (spelled > 0) group.spellings.set(text, spelled);
  else group.spellings.delete(text);
  if (group.count > 0) tally.groups.set(id, group);
  else tally.groups.delete(id);
  tally.filled += by;
  if (group.right) tally.right += by;
}

/** All that was typed, the most frequent first, each in the spelling that most chose. */
export function typedRows(tally: TypedTally, hasKey: boolean): TypedCount[] {
  return [...tally.groups.values()]
    .map(({ spellings, count, right }) => ({
      text: commonest(spellings),
      count,
      ...(hasKey && { right }),
    }))
    .sort(byCount);
}

function byCount(a: TypedCount, b: TypedCount): number {
  return b.count - a.count || (a.text < b.text ? -1 : 1);
}

function commonest(spellings: ReadonlyMap<string, number>): string {
  let best: [string, number] = ['', 0];
  for (const [text, count] of spellings)
    if (count > best[1] || (count === best[1] && text < best[0])) best = [text, count];
  return best[0];
}
