import type { Database } from 'better-sqlite3';

/** Fewer events are not worth two flushes of the disk. */
const worthwhileEvents = 250;

export type Checkpoints = {
  /** So many events went to disk. */
  wrote(events: number): void;
  stop(): void;
};

/**
 * Moves the write-ahead log into the database while nobody waits for a tick; looks every `everyMs` whether it was quiet. What
 * quiet does not do SQLite does by itself within the commit that fills a thousand pages (4 MB). That bound stays: longer logs
 * were tried, and helped on a slow disk, but made the slowest ticks of a large class slower on a fast one.
 */
export function createCheckpoints(db: Database, everyMs = 250): Checkpoints {
  let events = 0;
  let busy = false;

  const timer = setInterval(() => {
    const quiet = !busy;
    busy = false;
    if (!quiet || events < worthwhileEvents) return;
    try {
      db.pragma('wal_checkpoint(PASSIVE)');
      events = 0;
    } catch {
      // The disk refuses; the log keeps everything, and the next quiet moment tries again.
    }
  }, everyMs);
  timer.unref();

  return {
    wrote(count) {
      events += count;
      busy = true;
    },
    stop: () => clearInterval(timer),
  };
}
