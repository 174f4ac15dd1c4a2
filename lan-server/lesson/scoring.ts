import type { Play } from '../contract/play.ts';
import { ranUntil } from './answer-clock.ts';
import type { AnswerClock } from './answer-clock.ts';

/** What the rules of scoring look at; docs/scoring.md has worked examples. */
type Rules = Pick<Play, 'scoring' | 'streaks'>;

/**
 * A question of one point is worth so many where speed counts: the rule gives parts of a point, and a class reads 640 better
 * than 0.64. By accuracy alone points stay as they are.
 */
const speedScale = 1000;

/** Each right answer after the first in a row adds this share of the question's points, up to so many of them. */
const streakStep = 0.1;
const longestPaid = 5;

/** What a question is worth to one who answers it fully right, at once, without a bonus. */
export function worth({ scoring }: Rules, points: number): number {
  return scoring === 'speed' ? points * speedScale : points;
}

/**
 * The share of the points that is left at a tap: 1 − (t / T) / 2, with t the time in which the question could be answered until
 * then and T its timer. At once all, at the last moment half; all without a timer. The rule that Kahoot! publishes under "How
 * points work", without its grace of half a second.
 */
export function speedShare(clock: AnswerClock, tappedAt: number): number {
  const { limitMs } = clock;
  if (limitMs === null || limitMs <= 0) return 1;
  const ran = Math.min(limitMs, Math.max(0, ranUntil(clock, tappedAt)));
  return 1 - ran / limitMs / 2;
}

/** Points for an answer without bonus; partial credit multiplies. Whole where speed counts. */
export function basePoints(rules: Rules, points: number, credit: number, share: number): number {
  const all = worth(rules, points) * credit;
  return rules.scoring === 'speed' ? Math.round(all * share) : all;
}

/**
 * The bonus of a fully right answer that is number `streak` of its row: 10 % of the question's points for the second, 20 % for
 * the third, never more than 50 %, from the sixth on. Kahoot!'s former streak bonus (100 to 500 of 1000).
 */
export function streakBonus(rules: Rules, points: number, streak: number): number {
  if (!rules.streaks || streak < 2) return 0;
  const bonus = worth(rules, points) * streakStep * Math.min(streak - 1, longestPaid);
  return rules.scoring === 'speed' ? Math.round(bonus) : bonus;
}

/** Points in hundredths, by which places are given: what looks equal is equal. */
export function hundredths(points: number): number {
  return Math.round(points * 100);
}

/** Points are sums of thirds and quarters; two decimals are enough for a person. */
export function tidy(points: number): number {
  return hundredths(points) / 100;
}
