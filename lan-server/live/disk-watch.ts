import type { Trouble } from '../contract/trouble.ts';
import type { HealthPort, JournalPort } from '../ports.ts';
import type { Timers } from './coalesce.ts';

/** How long after the last refusal the disk is tried where nobody has anything to store. */
const tryAgainMs = 1000;

export type DiskWatch = {
  /** The same journal; whatever it writes, or cannot write, is noticed. */
  watching(journal: JournalPort): JournalPort;
  stop(): void;
};

/**
 * Tells when the disk begins to refuse and when it takes everything again: `tell` hears each change once, null for the end.
 * The end comes with the next write that holds, whoever makes it; while there is none, the disk is tried by itself.
 */
export function createDiskWatch(deps: {
  health: HealthPort;
  timers: Timers;
  tell: (trouble: Trouble | null) => void;
}): DiskWatch {
  const { health, timers } = deps;
  let why: Trouble['why'] | null = null;
  let trying: unknown = null;
  let stopped = false;

  function change(next: Trouble['why'] | null) {
    if (trying !== null) timers.clear(trying);
    trying = stopped || next === null ? null : timers.set(tryAgain, tryAgainMs);
    if (next === why) return;
    why = next;
    deps.tell(next && { why: next });
  }

  function tryAgain() {
    change(health.hasRoom() ? null : why);
  }

  function watched<T>(write: () => T): T {
    try {
      const result = write();
      if (why !== null) change(null);
      return result;
    } catch (error) {
      const reason = health.why(error);
      if (reason !== null) change(reason);
      throw error;
    }
  }

  return {
    watching: (journal) => ({
      ...journal,
      commit: (entries) => watched(() => journal.commit(entries)),
      create: (lesson, entry) => watched(() => journal.create(lesson, entry)),
      touch: (lessonIds, now) => watched(() => journal.touch(lessonIds, now)),
    }),
    stop() {
      stopped = true;
      // Whatever stands on another store from now on knows nothing of this one's trouble.
      change(null);
    },
  };
}
