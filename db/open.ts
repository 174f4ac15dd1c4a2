import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { currentVersion, migrate, versionOf } from './migrate.ts';

/** Why a data folder cannot be used; the program says it in a sentence and stops. Nothing was changed. */
export type StoreRefusal = {
  refused:
    /** Made by a newer Chalkbox. */
    | 'database_newer'
    /** Not a database, or its pages do not hold together. */
    | 'database_damaged'
    /** Another Chalkbox runs on the same folder. */
    | 'database_in_use'
    /** The folder cannot be made, read or written (rights, full disk). */
    | 'data_folder_unusable';
  /** The database's path, for the sentence. */
  file: string;
  /** What the system said, for the log. */
  detail: string;
};

/**
 * Opens `chalkbox.db` in a data folder, making both where they are missing, checks that it holds together and
 * brings it to the current version. `patienceMs`: how long a start waits for the Chalkbox before it to let go. An expected failure is a value; anything else throws.
 */
export function openDatabase(dataDir: string, patienceMs = 4000): Database.Database | StoreRefusal {
  const file = join(dataDir, 'chalkbox.db');
  let db: Database.Database | null = null;
  try {
    // It holds names, answers and a password's hash: nobody else on the machine needs to read it.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    db = new Database(file, { timeout: patienceMs });
    chmodSync(file, 0o600);
    // One program writes. Two on one file would both go on with the same lessons, so the second is told at once.
    db.pragma('locking_mode = EXCLUSIVE');
    const version = versionOf(db);
    if (version > currentVersion) {
      db.close();
      return { refused: 'database_newer', file, detail: `version ${version}` };
    }
    db.pragma('journal_mode = WAL');
    // The tick on a phone means "on disk": NORMAL would lose the last commits in a power cut.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    const check = db.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') {
      db.close();
      return { refused: 'database_damaged', file, detail: String(check) };
    }
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    const refused = refusalOf(error);
    if (refused === null) throw error;
    return { refused, file, detail: error instanceof Error ? error.message : String(error) };
  }
}

function refusalOf(error: unknown): StoreRefusal['refused'] | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (typeof code !== 'string') return null;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return 'database_damaged';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'database_in_use';
  if (/^SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM|AUTH)/.test(code)) return 'data_folder_unusable';
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|ENAMETOOLONG|EISDIR)$/.test(code)) {
    return 'data_folder_unusable';
  }
  return null;
}
