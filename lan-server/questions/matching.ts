import { distance } from 'fastest-levenshtein';

/** How exactly a typed answer must be the expected one. */
export type Exactness = {
  /** `pH` is not `PH`. */
  caseMatters: boolean;
  /** `año` is not `ano`. */
  accentsMatter: boolean;
  /** Slips of the finger that are forgiven in the whole answer, 0 to 2; see `sameAnswer`. */
  typos: number;
};

/** Phones write these for the plain signs of a keyboard, without being asked. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02BC\u2032]/gu, "'"],
  [/[\u201C\u201D\u201E\u00AB\u00BB]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
];

/**
 * A typed answer with all that does not matter taken out: width and composition of letters (Unicode NFKC), runs of spaces, curly
 * quotes and long dashes; case and accents unless they matter. Accents are the combining marks U+0300 to U+036F, those of Latin,
 * Greek and Cyrillic letters: the vowel signs of other scripts are letters and stay.
 */
export function folded(text: string, exactness: Pick<Exactness, 'caseMatters' | 'accentsMatter'>) {
  let plain = text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  for (const [sign, to] of signs) plain = plain.replaceAll(sign, to);
  // Up first: ß and ss, and the two small sigmas, are then the same.
  if (!exactness.caseMatters) plain = plain.toUpperCase().toLowerCase();
  if (!exactness.accentsMatter) plain = plain.normalize('NFD').replaceAll(/[\u0300-\u036F]/gu, '');
  return plain.normalize('NFC');
}

/**
 * How many edits a word of so many letters (code points) may be away: up to three letters none, up to seven one, above that two. The
 * steps are those of Lucene's and Elasticsearch's fuzziness AUTO (none, one, two edits by length), set a little higher: short
 * words are a different word after one edit. A word with a digit must be exact: 1945 is not 1946.
 */
function editsAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0;
  const letters = Array.from(word).length;
  return letters <= 3 ? 0 : letters <= 7 ? 1 : 2;
}

/** Levenshtein's distance by code points: the package counts UTF-16 units, so that an emoji would be two letters. */
export function editDistance(a: string, b: string): number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(a + b)) return distance(a, b);
  const places = new Map<string, string>();
  const short = (text: string) =>
    Array.from(text)
      .map((letter) => {
        const known = places.get(letter) ?? String.fromCharCode(0xe000 + places.size);
        places.set(letter, known);
        return known;
      })
      .join('');
  return distance(short(a), short(b));
}

/**
 * Whether a given answer is an expected one; both folded. With `typos` 0 they must be equal. Else they are compared word by word:
 * each word may be away by what its length allows, all together by `typos` (Levenshtein's distance, where two letters that
 * changed places count as two). A space too many or too few is one such edit where nothing else differs.
 */
export function sameAnswer(given: string, expected: string, typos: number): boolean {
  if (given === expected) return true;
  if (typos === 0 || expected === '') return false;
  const [mine, theirs] = [given.split(' '), expected.split(' ')];
  if (mine.length !== theirs.length) {
    const spaces = Math.abs(mine.length - theirs.length);
    return (
      spaces <= typos && editsAllowed(theirs.join('')) > 0 && mine.join('') === theirs.join('')
    );
  }
  let edits = 0;
  for (const [index, word] of theirs.entries()) {
    const away = word === mine[index] ? 0 : editDistance(word, mine[index] ?? '');
    if (away > editsAllowed(word)) return false;
    edits += away;
  }
  return edits <= typos;
}

/** Whether what was typed is one of the accepted answers; empty ones accept nothing. */
export function isAccepted(
  given: string,
  accepted: readonly string[],
  exactness: Exactness,
): boolean {
  const mine = folded(given, exactness);
  return accepted.some((variant) => {
    const theirs = folded(variant, exactness);
    return theirs !== '' && sameAnswer(mine, theirs, exactness.typos);
  });
}
