import type { LateReason } from '../contract/late.ts';
import type { Asked, CountedAnswer } from './asked.ts';
import type { Tap } from './commands.ts';
import type { LessonSettings } from './events.ts';
import { answersAreFinal } from './pacing.ts';
import type { Seat } from './state.ts';

/** Clocks of two devices agree this well, ms. */
export const clocksAgreeMs = 5000;

/** Moves a claimed moment to where it can have been: with a seat, in an opened round, not after now. */
export function tappedWithin(asked: Asked, seat: Seat, tap: Tap, now: number): number {
  return Math.min(now, Math.max(tap.at, asked.openedAt, seat.takenAt));
}

/** Whether the seat's answer that counts was tapped later than `tappedAt`: on another device, whose answer came first. */
export function isNewer(standing: CountedAnswer | undefined, tappedAt: number): boolean {
  return (
    standing !== undefined && tappedAt + clocksAgreeMs < (standing.late?.tappedAt ?? standing.at)
  );
}

/**
 * Why an answer to a question that is not open any more does not count; null: it does. Anybody can read the key once it is
 * shown, so from then on only a device counts that was out of reach when the question closed.
 */
export function whyNotCounted(
  settings: LessonSettings,
  asked: Asked,
  round: number,
  standing: CountedAnswer | undefined,
  tap: Tap,
  now: number,
): LateReason | null {
  if (round !== asked.round) return 'other_round';
  const rule = settings.late ?? 'tapped';
  if (rule === 'never') return 'rule';
  const closedAt = asked.closedAt ?? 0;
  // The laptop's clock was set back since: who was there all along taps after the closing, whatever the figures say.
  const clockWentBack = now < closedAt && tap.awaySince === null;
  if (tap.at >= closedAt || clockWentBack) return 'tapped_after_closing';
  if (asked.progress.phase === 'revealed') {
    if (rule === 'untilReveal') return 'key_shown';
    if (tap.awaySince === null || tap.awaySince > closedAt) return 'key_shown';
  }
  if (standing && answersAreFinal(settings)) return 'answered_already';
  return isNewer(standing, tap.at) ? 'newer_counts' : null;
}
