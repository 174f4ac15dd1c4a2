import type { LessonId } from '../contract/ids.ts';
import type { Log } from '../log.ts';
import type { JournalPort } from '../ports.ts';
import type { Clock } from './clock.ts';
import type { LessonRoom } from './lesson-room.ts';
import { keepEndedMs } from './open-rooms.ts';
import type { OpenRooms } from './open-rooms.ts';
import { endUnreadable, readBack } from './recovery.ts';

/** One that came back for a correction: the next correction comes soon, or not at all. */
const keepRecalledMs = 60_000;

/** Lessons whose room is not in memory any more come back from their journal. */
export type BringingBack = {
  /** At the start of the program: all that were not over go on, those that ended lately can be come back to. Says how many go on. */
  recover(): Promise<number>;
  /** A lesson that is over and forgotten, read again; null where it never came to its end. */
  recall(lessonId: LessonId, ownerId: string): LessonRoom | null;
};

export function createBringingBack({
  rooms,
  journal,
  clock,
  log,
}: {
  rooms: Pick<OpenRooms, 'open' | 'forgetLater'>;
  journal: JournalPort;
  clock: Clock;
  log: Log;
}): BringingBack {
  /** A phone that was out of reach at the end may come with an answer that was tapped in time: also after a restart. */
  function recoverEnded() {
    const now = clock.now();
    for (const { lessonId, ownerId, endedAt } of journal.endedSince(now - keepEndedMs)) {
      try {
        const { state } = readBack(journal, lessonId, log);
        if (state.id === '') continue;
        rooms.open(lessonId, ownerId, state);
        rooms.forgetLater(lessonId, Math.min(keepEndedMs, endedAt + keepEndedMs - now));
      } catch (error) {
        log.error({ error, lessonId }, 'A lesson that has ended could not be brought back.');
      }
    }
  }

  return {
    async recover() {
      let back = 0;
      for (const { lessonId, ownerId, aliveAt } of journal.unfinished()) {
        try {
          const { state, lastAt } = readBack(journal, lessonId, log);
          if (state.id === '') {
            log.error({ lessonId }, 'A lesson has lost its beginning; it is among the results.');
            endUnreadable(journal, lessonId, state.seq + 1, clock.now());
            continue;
          }
          const room = rooms.open(lessonId, ownerId, state);
          back += 1;
          await room.recover(clock.now() - Math.max(aliveAt, lastAt));
        } catch (error) {
          log.error({ error, lessonId }, 'A lesson could not be brought back.');
        }
      }
      recoverEnded();
      return back;
    },
    recall(lessonId, ownerId) {
      const { state } = readBack(journal, lessonId, log);
      if (state.status !== 'ended') return null;
      const room = rooms.open(lessonId, ownerId, state);
      rooms.forgetLater(lessonId, keepRecalledMs);
      return room;
    },
  };
}
