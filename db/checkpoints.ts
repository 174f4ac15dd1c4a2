import type { Database } from 'better-sqlite3';

/** SQLite's own bound: past so many pages (64 MB) the log goes into the file in the middle of a commit, quiet or not. */
const mostPages = 16_000;
/** What stays of the log's file when it has gone into the database, bytes. */
const keptBytes = 16 * 1024 * 1024;
/** Fewer rows are not worth two flushes of the disk. */
const worthwhileRows = 250;

export type Checkpoints = {
  /** Rows went to disk. */
  wrote(rows: number): void;
  stop(): void;
};

/**
 * Moves the write-ahead log into the database while nobody waits for a tick: SQLite would do it within whichever commit fills
 * a thousand pages, and on a slow disk a whole class would wait for that one. Looks every `everyMs` whether it was quiet.
 */
export function createCheckpoints(db: Database, everyMs = 500): Checkpoints {
  db.pragma(`wal_autocheckpoint = ${mostPages}`);
  db.pragma(`journal_size_limit = ${keptBytes}`);
  let rows = 0;
  let busy = false;

  const timer = setInterval(() => {
    const quiet = !busy;
    busy = false;
    if (!quiet || rows < worthwhileRows) return;
    try {
      db.pragma('wal_checkpoint(PASSIVE)');
      rows = 0;
    } catch {
      // The disk refuses; the log keeps everything, and the next quiet moment tries again.
    }
  }, everyMs);
  timer.unref();

  return {
    wrote(count) {
      rows += count;
      busy = true;
    },
    stop: () => clearInterval(timer),
  };
}
