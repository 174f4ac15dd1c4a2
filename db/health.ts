import type { Database } from 'better-sqlite3';
import type { HealthPort } from '../lan-server/ports.ts';

/** Whether the file can still be written and read. */
export function createHealth(db: Database, now: () => number): HealthPort {
  const write = db.prepare<[string]>(
    `INSERT INTO meta (key, value) VALUES ('checked_at', ?)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  const read = db.prepare<[], string>(`SELECT value FROM meta WHERE key = 'checked_at'`).pluck();

  return {
    check() {
      try {
        const at = String(now());
        write.run(at);
        return read.get() === at;
      } catch {
        return false;
      }
    },
  };
}
