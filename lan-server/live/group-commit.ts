import type { JournalPort, LessonEntry } from '../ports.ts';
import type { Log } from '../log.ts';
import { realTimers } from './coalesce.ts';
import type { Timers } from './coalesce.ts';

/** One command on its way to disk. */
export type Work = {
  /** Decides and folds into memory; what must go to disk, or null when nothing changed (a refusal, a retry). */
  prepare(): LessonEntry | null;
  /** After the commit: acknowledge. */
  settle(): void;
  /** The commit failed: tell the sender. */
  fail(): void;
};

/** A room as the commit sees it. */
export type Committed = {
  /** Publishes what changed, after the commit. */
  publish(): void;
  /** Folds the state again from the journal: memory must not run ahead of the disk. */
  refold(): void;
};

export type GroupCommit = {
  /** `canWait`: nobody looks for its tick within a few milliseconds, so it may wait for others that come as it does. */
  submit(room: Committed, work: Work, canWait?: boolean): void;
};

/**
 * Seats that are taken one after the other go to disk at most so often, in ms. A class that joins at once comes in one by one,
 * and a flush for each would keep the whole class waiting; a single student does not wait at all.
 */
const restMs = 10;

type Prepared = { room: Committed; work: Work; entry: LessonEntry | null };

/**
 * Collects the commands of one turn of the event loop, of all lessons, and commits them in one transaction; then, in the
 * same turn, acknowledges and publishes. Nobody sees what is not on disk, and what fails for one (a bug in a view, an
 * audience that throws) costs nobody else the acknowledgement.
 */
export function createGroupCommit({
  journal,
  log,
  timers = realTimers,
}: {
  journal: Pick<JournalPort, 'commit'>;
  log: Log;
  timers?: Timers;
}): GroupCommit {
  let queue: { room: Committed; work: Work; canWait: boolean }[] = [];
  /** A flush is set for this turn. */
  let soon = false;
  /** The pause after a flush, in which what can wait does so. */
  let resting: unknown = null;

  function flushSoon() {
    if (soon || queue.length === 0) return;
    soon = true;
    setImmediate(flush);
  }

  function rest() {
    if (resting !== null) timers.clear(resting);
    resting = timers.set(() => {
      resting = null;
      flushSoon();
    }, restMs);
  }

  function flush() {
    const batch = queue;
    queue = [];
    soon = false;
    let prepared: Prepared[] = [];
    for (const { room, work } of batch) {
      try {
        prepared.push({ room, work, entry: work.prepare() });
      } catch (error) {
        log.error({ error }, 'A command could not be decided.');
        // What was decided before it goes to disk first: reading the room back must find it there.
        land(prepared, room);
        prepared = [];
        safely('A sender could not be told.', () => work.fail());
      }
    }
    land(prepared, null);
    if (batch.some(({ canWait }) => canWait)) rest();
  }

  /** `spoilt`: a room whose memory may hold half of a command; it is read back before anybody sees it. */
  function land(prepared: Prepared[], spoilt: Committed | null) {
    const touched = prepared.filter(({ entry }) => entry !== null);
    const rooms = new Set(touched.map(({ room }) => room));
    if (spoilt) rooms.add(spoilt);
    if (commit(touched.flatMap(({ entry }) => entry ?? []))) {
      if (spoilt) refold(spoilt);
      for (const { work } of prepared)
        safely('An acknowledgement could not be made.', () => work.settle());
      for (const room of rooms) safely('What is on disk could not be shown.', () => room.publish());
      return;
    }
    for (const room of rooms) refold(room);
    for (const { work } of prepared) safely('A sender could not be told.', () => work.fail());
  }

  function commit(entries: LessonEntry[]): boolean {
    if (entries.length === 0) return true;
    try {
      journal.commit(entries);
      return true;
    } catch (error) {
      log.error(
        { error, entries: entries.length },
        'The disk refused a commit; the answers stay on the phones.',
      );
      return false;
    }
  }

  function refold(room: Committed) {
    safely('A lesson could not be read back from the disk.', () => room.refold());
  }

  function safely(otherwise: string, run: () => void) {
    try {
      run();
    } catch (error) {
      log.error({ error }, otherwise);
    }
  }

  return {
    submit(room, work, canWait = false) {
      queue.push({ room, work, canWait });
      // What arrives until the flush of this turn goes with it, also what has been waiting.
      if (!canWait || resting === null) flushSoon();
    },
  };
}
