import type { BackupProblem } from '../contract/backups.ts';

/** A failure with a reason that a person is told. */
export class BackupFailure extends Error {
  readonly problem: BackupProblem;
  constructor(problem: BackupProblem, message: string = problem) {
    super(message);
    this.problem = problem;
  }
}

/** What the system's or SQLite's error means to a teacher. */
export function problemOf(error: unknown): BackupProblem {
  if (error instanceof BackupFailure) return error.problem;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/.test(code)) return 'full';
  if (code === 'EROFS' || code.startsWith('SQLITE_READONLY')) return 'read_only';
  if (/^(EACCES|EPERM)$/.test(code)) return 'not_writable';
  // ENXIO, EIO, ENODEV: a stick that was pulled out in the middle.
  if (/^(ENOENT|ENODEV|ENXIO|EIO|SQLITE_CANTOPEN)$/.test(code)) return 'missing';
  if (code === 'ENOTDIR') return 'not_a_folder';
  return 'failed';
}
