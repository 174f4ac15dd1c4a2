import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, readSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { BackupFile, Checked } from '../lan-server/ports.ts';
import { currentVersion, versionOf } from './migrate.ts';

const databaseName = 'chalkbox.db';

/** Makes a freshly copied backup whole: see `Checker.seal`. Takes its time; runs in a thread. */
export function sealBackup(folder: string): Checked {
  const file = join(folder, databaseName);
  const db = new Database(file, { fileMustExist: true });
  try {
    // The copy still says that it has a log beside it; as one file it can be read from a stick that cannot be written.
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
  const checked = checkDatabase(file);
  if (!checked.ok) return checked;
  const files = filesIn(folder).map((path) => sumOf(folder, path));
  for (const { path } of files) flush(join(folder, path));
  return { ...checked, files };
}

/** Reads a backup back: see `Checker.verify`. */
export function verifyBackup(folder: string, files: readonly BackupFile[]): Checked {
  for (const noted of files) {
    // A link would lead out of the backup.
    const found = lstatSync(join(folder, noted.path), { throwIfNoEntry: false });
    if (!found?.isFile()) return flawed('incomplete', `${noted.path} is not there`);
    if (found.size !== noted.bytes) return flawed('incomplete', `${noted.path} has another size`);
    if (sumOf(folder, noted.path).sha256 !== noted.sha256)
      return flawed('damaged', `${noted.path} is not what was written`);
  }
  if (!files.some(({ path }) => path === databaseName))
    return flawed('incomplete', 'there is no database');
  const checked = checkDatabase(join(folder, databaseName));
  return checked.ok ? { ...checked, files: [...files] } : checked;
}

function checkDatabase(file: string): Checked {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const schemaVersion = versionOf(db);
    if (schemaVersion > currentVersion) return flawed('newer', `version ${schemaVersion}`);
    const pages = String(db.pragma('integrity_check(1)', { simple: true }));
    if (pages !== 'ok') return flawed('damaged', pages);
    const orphans = db.pragma('foreign_key_check') as unknown[];
    if (orphans.length > 0) return flawed('damaged', `${orphans.length} rows belong to nothing`);
    const count = (sql: string): number => db?.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      ok: true,
      schemaVersion,
      contents: {
        quizzes: count('SELECT COUNT(*) FROM quizzes WHERE deleted_at IS NULL'),
        lessons: count('SELECT COUNT(*) FROM lessons'),
        seats: count('SELECT COALESCE(SUM(seats), 0) FROM lesson_summaries'),
      },
      files: [],
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(code)) return flawed('damaged', String(error));
    throw error;
  } finally {
    db?.close();
  }
}

function flawed(flaw: 'incomplete' | 'damaged' | 'newer', detail: string): Checked {
  return { ok: false, flaw, detail: detail.slice(0, 500) };
}

/** All files below a folder, with `/`, in order. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

function sumOf(folder: string, path: string): BackupFile {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1 << 20);
  const handle = openSync(join(folder, path), 'r');
  let bytes = 0;
  try {
    for (;;) {
      const read = readSync(handle, chunk, 0, chunk.length, null);
      if (read === 0) break;
      hash.update(chunk.subarray(0, read));
      bytes += read;
    }
  } finally {
    closeSync(handle);
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
