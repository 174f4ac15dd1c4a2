import type { Database } from 'better-sqlite3';
import type { Follow } from './follow.ts';

/** Fewer events are not worth two flushes of the disk. */
const worthwhileEvents = 250;

/**
 * After so many pages the log goes into the database within a commit, quiet or not: SQLite's own bound (4 MB) where a flush is
 * quick, and 64 MB where it is slow, because a whole class would wait for the two more flushes.
 */
const mostPages = { quick: 1000, slow: 16_000 };
/** A commit takes this long on average: a slow disk. In ms. */
const slowMs = 3;
/** The average follows the newest commits with this weight. */
const weight = 0.05;

export type Quiet = {
  /** So many events went to disk, in `tookMs`. */
  wrote(events: number, tookMs: number): void;
  stop(): void;
};

/**
 * Does what can wait while nobody waits for a tick: lets the report tables follow the journal, then moves the write-ahead log
 * into the database. Looks every `everyMs` whether it was quiet.
 */
export function createQuiet(db: Database, { maybe }: Pick<Follow, 'maybe'>, everyMs = 250): Quiet {
  let events = 0;
  let busy = false;
  let averageMs = 0;
  let disk: keyof typeof mostPages = 'quick';

  const timer = setInterval(() => {
    const quiet = !busy;
    busy = false;
    maybe(quiet);
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
    wrote(count, tookMs) {
      events += count;
      busy = true;
      averageMs += (tookMs - averageMs) * weight;
      const now = averageMs > slowMs ? 'slow' : 'quick';
      if (now === disk) return;
      disk = now;
      db.pragma(`wal_autocheckpoint = ${mostPages[disk]}`);
    },
    stop: () => clearInterval(timer),
  };
}
