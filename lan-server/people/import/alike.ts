import { distance } from 'fastest-levenshtein';
import { folded } from './folded.ts';

/** At most so many others are compared with a name, whatever a school's names are. */
const mostCompared = 40;

/**
 * Finds names that are like another one: the same but for accents, the same words in another order, one more name, or a slip of the finger
 * (one letter from five on, two from nine on). Costs the same however many there are.
 */
export function createAlike<Known>(
  known: readonly Known[],
  nameOf: (one: Known) => string,
): { find(name: string): Known[] } {
  const index = new Map<string, Known[]>();
  const put = (key: string, one: Known): void => {
    const there = index.get(key);
    if (!there) index.set(key, [one]);
    else if (there.length < mostCompared && there.at(-1) !== one) there.push(one);
  };
  for (const one of known) for (const key of keysOf(folded(nameOf(one)))) put(key, one);

  return {
    find(name) {
      const wanted = folded(name);
      const found = new Set(keysOf(wanted).flatMap((key) => index.get(key) ?? []));
      return [...found].filter((one) => isAlike(wanted, folded(nameOf(one)))).slice(0, 5);
    },
  };
}

/** Whether two folded names may be one student's. */
export function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short = [], long = []] = [a.split(' '), b.split(' ')].sort((x, y) => x.length - y.length);
  // “Ana García” in “Ana García López”, “García Ana”: all the words of the one, two at least.
  if (short.length >= 2 && short.every((word) => long.includes(word))) return true;
  const length = Math.min(a.length, b.length);
  const slips = length < 5 ? 0 : length < 9 ? 1 : 2;
  return Math.abs(a.length - b.length) <= slips && distance(a, b) <= slips;
}

/** Names that may be alike have one of these in common: all but one letter, or two of the words. */
function keysOf(name: string): string[] {
  const letters = name.slice(0, 60);
  const without = Array.from(
    { length: letters.length },
    (_, at) => letters.slice(0, at) + letters.slice(at + 1),
  );
  const words = [...new Set(name.split(' '))].slice(0, 6).sort();
  const pairs = words.flatMap((one, at) => words.slice(at + 1).map((two) => `${one}|${two}`));
  return [letters, ...without, ...pairs];
}
