import { open } from 'node:fs/promises';
import type { Database } from 'better-sqlite3';
import { Cancelled } from '../lan-server/ports.ts';
import type { Watch } from '../lan-server/ports.ts';

/** A quarter of a megabyte: well under a millisecond between two answers. */
const pagesAStep = 64;
/** After so many pages the copy is flushed by another thread; SQLite would flush all of it at the end, and everybody would wait. */
const pagesAFlush = 1024;

/**
 * SQLite's online backup on the live connection: it sees every commit, also those made between two steps, so it never
 * begins again. Gives the copy as one file; its last step waits for little, because all but the end is on the disk by then.
 */
export async function copyDatabase(db: Database, file: string, watch: Watch): Promise<void> {
  let flushed = 0;
  let flushing: Promise<void> | null = null;
  let failed: unknown = null;

  const flush = (done: number): void => {
    flushed = done;
    flushing = flushToDisk(file)
      .catch((error: unknown) => {
        failed = error;
      })
      .finally(() => {
        flushing = null;
      });
  };

  await db.backup(file, {
    progress({ totalPages, remainingPages }) {
      if (watch.cancelled()) throw new Cancelled();
      if (failed) throw failed;
      const done = totalPages - remainingPages;
      watch.onFraction(totalPages === 0 ? 0 : done / totalPages);
      // Nothing is copied while the disk takes what there is.
      if (flushing) return 0;
      const last = remainingPages <= pagesAStep;
      if (done - flushed >= pagesAFlush || (last && done > flushed)) {
        flush(done);
        return 0;
      }
      return pagesAStep;
    },
  });
  watch.onFraction(1);
}

async function flushToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
