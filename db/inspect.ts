import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { markFile, markIn, readMark } from './mark.ts';
import { currentVersion, versionOf } from './migrate.ts';
import { readWal } from './wal.ts';

/** What is wrong with the data; the program goes on in rescue. Nothing was changed. */
export type Damage = {
  refused:
    /** Not a database, or its pages do not hold together. */
    | 'database_damaged'
    /** The write-ahead log is garbled: what was committed there cannot be read. */
    | 'journal_damaged'
    /** The file is whole, but lacks what it is known to have held. */
    | 'answers_missing'
    /** Made by a newer Chalkbox. */
    | 'database_newer';
  /** The damaged file. */
  file: string;
  bytes: number;
  lastWrittenAt: number | null;
  detail: string;
  /** For `answers_missing`: when it was noted that all was there. */
  notedAt: number | null;
  /** What can be read holds together. */
  readable: boolean;
};

/** Why a data folder cannot be used; the program says it in a sentence and stops. Nothing was changed. */
export type Unusable = {
  refused:
    /** Another Chalkbox runs on the same folder. */
    | 'database_in_use'
    /** The folder cannot be made, read or written (rights, full disk). */
    | 'data_folder_unusable';
  /** The database's path, for the sentence. */
  file: string;
  /** What the system said, for the log. */
  detail: string;
};

export type StoreRefusal = Damage | Unusable;

/** `version` is left out by who does not ask for it. */
export type Found = { found: 'nothing' } | { found: 'database'; version?: number };

/** The database's file in a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'chalkbox.db');
}

/** Whether another Chalkbox runs on the folder; asked before anything there is touched. */
export function isInUse(dataDir: string, patienceMs = 4000): Unusable | null {
  const file = databaseFile(dataDir);
  let db: Database.Database | null = null;
  try {
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
    const beside = filesBeside(file);
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: patienceMs });
    versionOf(db);
    leaveNothing(db, beside);
    return null;
  } catch (error) {
    return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error)) ? unusable(error, file) : null;
  } finally {
    db?.close();
  }
}

/**
 * Looks at a data folder without writing to it: opening a database for writing moves its log into the file, and from damaged
 * data nothing may be taken away. `patienceMs`: how long a start waits for the Chalkbox before it to let go.
 */
export function inspectDatabase(dataDir: string, patienceMs = 4000): Found | StoreRefusal {
  const file = databaseFile(dataDir);
  const damaged = (damage: Damage['refused'], more: Partial<Damage> = {}): Damage => {
    const about = more.file ?? file;
    const { size, mtimeMs } = statSync(about, { throwIfNoEntry: false }) ?? {};
    return {
      refused: damage,
      file: about,
      bytes: size ?? 0,
      lastWrittenAt: mtimeMs === undefined ? null : Math.round(mtimeMs),
      detail: '',
      notedAt: null,
      readable: false,
      ...more,
    };
  };

  let size: number | undefined;
  try {
    size = statSync(file, { throwIfNoEntry: false })?.size;
  } catch (error) {
    return unusable(error, file);
  }
  const log = `${file}-wal`;
  const mark = readMark(dataDir);
  if (size === undefined || size === 0) {
    if (mark === null && readWal(log).state === 'empty') return { found: 'nothing' };
    return damaged('database_damaged', {
      detail: size === 0 ? 'the file is empty' : 'the file is not there',
    });
  }

  let version: number;
  let marked: number | null = null;
  try {
    const read = readThrough(file, patienceMs);
    if ('check' in read) return damaged('database_damaged', { detail: read.check });
    ({ version } = read);
    if (version > currentVersion)
      return damaged('database_newer', {
        detail: `version ${version}, this program's is ${currentVersion}`,
      });
    marked = read.mark;
  } catch (error) {
    const code = codeOf(error);
    // A plain error: tables that every Chalkbox makes are not there.
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code))
      return damaged('database_damaged', { detail: detailOf(error) });
    const refusal = unusable(error, file);
    if (refusal.refused === 'database_in_use') return refusal;
    // A folder that cannot be written makes reading a log impossible too; opening it for writing says what it is.
    return { found: 'database', version: currentVersion };
  }

  const wal = readWal(log);
  if (wal.state === 'damaged')
    return damaged('journal_damaged', { file: log, detail: wal.detail, readable: true });
  if (mark !== null && marked !== null && marked < mark.mark)
    return damaged('answers_missing', {
      detail: `mark ${marked}, the file ${markFile('.')} says ${mark.mark}`,
      notedAt: mark.at,
      readable: true,
    });
  return { found: 'database', version };
}

/** Version and mark of a database that holds together; `check` says what does not. */
function readThrough(
  file: string,
  patienceMs: number,
): { version: number; mark: number | null } | { check: string } {
  const beside = filesBeside(file);
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: patienceMs });
  try {
    const version = versionOf(db);
    if (version > currentVersion) return { version, mark: null };
    // The long check: a damaged index leads to wrong answers, and the short one does not see it.
    const check = String(db.pragma('integrity_check(1)', { simple: true }));
    if (check !== 'ok') return { check };
    return { version, mark: version === 0 ? 0 : markIn(db) };
  } finally {
    leaveNothing(db, beside);
    db.close();
  }
}

/** What SQLite may put beside a database and is not there. */
function filesBeside(file: string): string[] {
  return [`${file}-shm`, `${file}-wal`].filter((name) => !existsSync(name));
}

/**
 * Reading makes a log and its index where there are none; who looks leaves nothing behind. Before closing: a database with a log
 * stays locked for as long as it is open, so no other Chalkbox can be about to write to these files.
 */
function leaveNothing(db: Database.Database, beside: string[]): void {
  try {
    if (db.pragma('journal_mode', { simple: true }) !== 'wal') return;
    for (const name of beside) {
      const empty = statSync(name, { throwIfNoEntry: false })?.size === 0;
      if (empty || name.endsWith('-shm')) rmSync(name, { force: true });
    }
  } catch {
    // Another one holds it, or Windows keeps open files: then they stay, and do no harm.
  }
}

/** What the system's error means for the folder. Throws what it does not know: that is a bug. */
export function unusable(error: unknown, file: string): Unusable {
  const code = codeOf(error);
  const detail = detailOf(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return { refused: 'database_in_use', file, detail };
  if (
    /^SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM|AUTH)/.test(code) ||
    /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOSPC|ENAMETOOLONG|EISDIR|EIO)$/.test(code)
  )
    return { refused: 'data_folder_unusable', file, detail };
  throw error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function detailOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
