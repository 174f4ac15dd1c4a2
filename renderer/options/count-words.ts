import type { TextApi } from '../i18n/voice.ts';

/** Below this many answers a percentage would say more than is known (LOOK.md). */
const leastForPercent = 10;

/** A count as the wall and the console write it: `11 · 58 %`, or the count alone while few have answered. */
export function countWords(
  count: number,
  total: number,
  { number, percent }: Pick<TextApi, 'number' | 'percent'>,
): { count: string; percent: string | null } {
  return {
    count: number(count),
    percent: total >= leastForPercent ? percent(count / total) : null,
  };
}

/**
 * What a full bar stands for: the longest one, but at least the share `least` of those who answered (half), so that a
 * handful of votes spread thin does not look like a landslide.
 */
export function fullBar(counts: readonly number[], total: number, least = 1 / 2): number {
  return Math.max(1, total * least, ...counts);
}
