import type { PlannedRow } from '../ports/schedule.ts';
import { minute } from './calendar.ts';

/** What has to happen with an occurrence at a moment. */
export type Standing =
  /** Its time is still to come, or it has been started or cancelled. */
  | 'waits'
  /** It is time: it starts by itself. */
  | 'starts'
  /** It is time: the teacher is asked. */
  | 'asks'
  /** It is time, but a lesson of the same plan still runs. */
  | 'held'
  /** Its time is over, and it was never started. */
  | 'missed'
  /** It counted as missed by a clock that was wrong: its time is still to come. */
  | 'comesAfterAll';

/**
 * The rule of catching up. From its start to its planned end an occurrence can be started, and it is then over at its planned end;
 * what was not started by then is missed, whether the program was off, the laptop slept, or nobody answered.
 * `planRuns`: another lesson of the same plan runs. `now`: ms since 1970 by the laptop's clock.
 */
export function standingOf(
  row: Pick<PlannedRow, 'state' | 'startsAt' | 'endsAt' | 'byItself' | 'asksAgainAt'>,
  now: number,
  planRuns: boolean,
): Standing {
  switch (row.state) {
    case 'started':
    case 'cancelled':
      return 'waits';
    case 'missed':
      return row.startsAt > now ? 'comesAfterAll' : 'waits';
    case 'planned':
      if (now < row.startsAt) return 'waits';
      if (now >= row.endsAt) return 'missed';
      if (planRuns) return 'held';
      if (row.byItself) return 'starts';
      return row.asksAgainAt !== null && row.asksAgainAt > now ? 'waits' : 'asks';
    default:
      return row.state satisfies never;
  }
}

/** When the lesson of an occurrence that is started at `now` is to end: at its planned end, or, started early, after its whole duration. */
export function endIfStarted(
  { startsAt, endsAt, minutes }: Pick<PlannedRow, 'startsAt' | 'endsAt' | 'minutes'>,
  now: number,
): number {
  return now < startsAt ? now + minutes * minute : endsAt;
}
