import { leastType } from '../../stage/fit.ts';

export type CountedWord = { text: string; count: number };
export type SizedWord = CountedWord & {
  /** px of the 1920 × 1080 design. */
  size: number;
  weight: number;
};

/** Nothing on the wall should shout: no word is much larger than a join code. */
const mostType = 144;
/** The most frequent word at scale 1. */
const topType = 72;

/**
 * Sizes by count: a word sent four times as often is twice as tall, so that its area, which is what the eye compares, grows
 * with the count. `scale` makes all larger while there is room and smaller where there is none, from 144 down to 32 px and
 * never below. Sorted from the largest; words of one count by their letters, so that equals do not change places.
 */
export function sizeWords(words: readonly CountedWord[], scale: number): SizedWord[] {
  const most = Math.max(1, ...words.map((word) => word.count));
  return words
    .map((word) => {
      const share = Math.sqrt(word.count / most);
      const size = Math.floor(topType * scale * share);
      return {
        ...word,
        size: Math.min(mostType, Math.max(leastType, size)),
        weight: share > 0.75 ? 680 : share > 0.45 ? 520 : 400,
      };
    })
    .sort((a, b) => b.size - a.size || b.count - a.count || compare(a.text, b.text));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
