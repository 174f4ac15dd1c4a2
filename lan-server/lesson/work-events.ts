import type { SeatId } from '../contract/ids.ts';

/** What happens to the work of a lesson at one's own speed. */
export type WorkEvent =
  /** `closesAt` (ms since 1970) and `totalMs`: null = until the teacher closes it. Every question is open, in round 1. */
  | { type: 'workOpened'; closesAt: number | null; totalMs: number | null }
  /** More time; work without a limit gets one that ends `byMs` after the event. */
  | { type: 'workExtended'; byMs: number }
  | { type: 'workClosed'; because: 'teacher' | 'time' }
  | { type: 'workReleased' }
  | { type: 'handedIn'; seatId: SeatId }
  | { type: 'takenBack'; seatId: SeatId };
