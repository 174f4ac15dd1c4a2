import type { JournalPort, LessonEntry } from '../ports.ts';
import type { Log } from '../log.ts';

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

export type GroupCommit = { submit(room: Committed, work: Work): void };

type Prepared = { room: Committed; work: Work; entry: LessonEntry | null };

/**
 * Collects the commands of one turn of the event loop, of all lessons, and commits them in one transaction; then, in the
 * same turn, acknowledges and publishes. Nobody sees what is not on disk, and what fails for one (a bug in a view, an
 * audience that throws) costs nobody else the acknowledgement.
 */
export function createGroupCommit({
  journal,
  log,
}: {
  journal: Pick<JournalPort, 'commit'>;
  log: Log;
}): GroupCommit {
  let queue: { room: Committed; work: Work }[] = [];

  function flush() {
    const batch = queue;
    queue = [];
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
    submit(room, work) {
      queue.push({ room, work });
      // The first of a turn sets the flush; what arrives until then goes with it.
      if (queue.length === 1) setImmediate(flush);
    },
  };
}
