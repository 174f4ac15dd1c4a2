import { chmodSync, mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { databaseFile, unusable } from './inspect.ts';
import type { Unusable } from './inspect.ts';
import { migrate } from './migrate.ts';

/**
 * Opens the database of a data folder for this program alone, making both where they are missing, and brings it to the
 * current version. It was looked at before (`inspectDatabase`). `patienceMs`: how long a start waits for the Chalkbox before
 * it to let go. An expected failure is a value; anything else throws.
 */
export function openDatabase(dataDir: string, patienceMs = 4000): Database.Database | Unusable {
  const db = openAsItIs(dataDir, patienceMs);
  if ('refused' in db) return db;
  try {
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    return unusable(error, databaseFile(dataDir));
  }
}

/** The same, without bringing it to the current version. */
export function openAsItIs(dataDir: string, patienceMs = 4000): Database.Database | Unusable {
  const file = databaseFile(dataDir);
  let db: Database.Database | null = null;
  try {
    // It holds names, answers and a password's hash: nobody else on the machine needs to read it.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    db = new Database(file, { timeout: patienceMs });
    chmodSync(file, 0o600);
    // One program writes. Two on one file would both go on with the same lessons, so the second is told at once.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // The tick on a phone means "on disk": NORMAL would lose the last commits in a power cut.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    return db;
  } catch (error) {
    db?.close();
    return unusable(error, file);
  }
}
