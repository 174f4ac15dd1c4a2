import type { Database } from 'better-sqlite3';
import { migrations } from './migrations/index.ts';

/** The version that this program writes. */
export const currentVersion = migrations.length;

/** The version of a file: 0 = new and empty. */
export function versionOf(db: Database): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings the file to the current version, each step in a transaction of its own with its version number, so that a
 * power cut leaves a file that the next start goes on from. Throws with the failed step undone.
 */
export function migrate(db: Database, steps: readonly string[] = migrations): void {
  for (let version = versionOf(db); version < steps.length; version += 1) {
    const sql = steps[version];
    if (sql === undefined) return;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
