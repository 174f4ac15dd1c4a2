import type { LessonId } from '../contract/ids.ts';
import { fold } from '../lesson/evolve.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Log } from '../log.ts';
import type { JournalPort } from '../ports.ts';

export type ReadBack = {
  state: LessonState;
  /** When the newest event was stored, ms since 1970. */
  lastAt: number;
};

/**
 * A lesson's state from its journal. What is damaged there is left out and the log says so: one row that cannot be read must
 * not cost a class its lesson. Throws when the disk does not answer.
 */
export function readBack(
  journal: Pick<JournalPort, 'read'>,
  lessonId: LessonId,
  log: Log,
): ReadBack {
  const events = journal.read(lessonId);
  let lost = 0;
  const state = fold(events, () => {
    lost += 1;
  });
  lost += events.filter(({ event }) => event.type === 'unreadable').length;
  if (lost > 0)
    log.error({ lessonId, lost }, 'The journal of a lesson is damaged; the rest goes on.');
  return { state, lastAt: events.at(-1)?.at ?? 0 };
}

/**
 * Ends a lesson whose first event cannot be read: it cannot be gone on with, but what its report tables hold can be seen
 * among the results.
 */
export function endUnreadable(
  journal: Pick<JournalPort, 'commit'>,
  lessonId: LessonId,
  seq: number,
  at: number,
): void {
  journal.commit([{ lessonId, events: [{ seq, at, event: { type: 'ended' } }], names: [] }]);
}
