import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** How long after a commit the mark is moved; so much of a lost end can go unseen. */
const markAfterMs = 5000;

/** How far the database is known to have come, as a file beside it says. */
export type Mark = { mark: number; at: number };

export type Marking = {
  /** Something was committed. */
  wrote(): void;
  stop(): void;
};

/** The mark's file in a data folder. */
export function markFile(dataDir: string): string {
  return join(dataDir, 'chalkbox.mark');
}

/** What the file says; null without one, or where it makes no sense. */
export function readMark(dataDir: string): Mark | null {
  try {
    const { mark, at } = JSON.parse(readFileSync(markFile(dataDir), 'utf8')) as Partial<Mark>;
    return Number.isSafeInteger(mark) && typeof at === 'number'
      ? { mark: mark as number, at }
      : null;
  } catch {
    return null;
  }
}

/** How far a database has come by its own account. */
export function markIn(db: Database): number {
  const row = db.prepare<[], string>(`SELECT value FROM meta WHERE key = 'mark'`).pluck().get();
  return Number(row ?? 0);
}

/**
 * A database whose write-ahead log was cut off opens as if nothing were missing. So now and then a number is raised in the
 * database and, after that commit, in a file beside it: a database that is behind its file has lost what it held. Off the
 * answers' path: one small commit, five seconds after the first of others, and a file written by another thread.
 */
export function createMarking(db: Database, dataDir: string, now: () => number): Marking {
  const file = markFile(dataDir);
  const set = db.prepare<[string]>(
    `INSERT INTO meta (key, value) VALUES ('mark', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  let mark = markIn(db);
  let waiting: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let stopped = false;

  const raise = (): Mark | null => {
    try {
      mark += 1;
      set.run(String(mark));
      return { mark, at: now() };
    } catch {
      // A disk that refuses has told those who wait for a tick; the file stays behind, which is safe.
      return null;
    }
  };

  const writeLater = async (raised: Mark): Promise<void> => {
    const handle = await open(`${file}.new`, 'w', 0o600);
    try {
      await handle.writeFile(JSON.stringify(raised));
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Once the store is closed another database may stand in its place, and this mark is not about that one.
    if (!stopped) renameSync(`${file}.new`, file);
  };

  return {
    wrote() {
      if (waiting || stopped) return;
      waiting = setTimeout(() => {
        waiting = null;
        const raised = raise();
        if (raised) writing = writing.then(() => writeLater(raised)).catch(() => {});
      }, markAfterMs);
      waiting.unref();
    },
    stop() {
      stopped = true;
      if (!waiting) return;
      clearTimeout(waiting);
      waiting = null;
      const raised = raise();
      if (raised) writeNow(file, raised);
    },
  };
}

function writeNow(file: string, mark: Mark): void {
  try {
    const handle = openSync(`${file}.now`, 'w', 0o600);
    try {
      writeSync(handle, JSON.stringify(mark));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${file}.now`, file);
  } catch {
    // The older mark stands.
  }
}
