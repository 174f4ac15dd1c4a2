import type { Database } from 'better-sqlite3';
import type { HealthPort, JournalPort } from '../lan-server/ports.ts';

/** A commit, or a look, so long ago is proof enough: anybody may ask, and each look writes to the disk. In ms. */
const freshMs = 2000;
/** A real commit that failed is believed for so long, even where the mark of the check can be written. In ms. */
const failedMs = 10_000;

/** A large class's answers in one commit; on a disk that is full but for a few bytes a mark alone would still fit. */
const roomBytes = 200_000;

/**
 * Whether the disk takes commits: by what became of the last real one, and where there was none lately by writing a mark, at most
 * every two seconds. `watching` puts itself between a journal and whoever commits to it. `now`: ms, never backwards.
 */
export function createHealth(
  db: Database,
  now: () => number = () => performance.now(),
): HealthPort & { watching(journal: JournalPort): JournalPort } {
  const write = db.prepare<[string]>(
    `INSERT INTO meta (key, value) VALUES ('checked_at', ?)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  );
  const read = db.prepare<[], string>(`SELECT value FROM meta WHERE key = 'checked_at'`).pluck();
  let known = { ok: true, until: Number.NEGATIVE_INFINITY };

  function noting(work: () => void) {
    try {
      work();
      known = { ok: true, until: now() + freshMs };
    } catch (error) {
      known = { ok: false, until: now() + failedMs };
      throw error;
    }
  }

  function canWrite(bytes = 0): boolean {
    try {
      const mark = String(Date.now()).padEnd(bytes);
      write.run(mark);
      return read.get() === mark;
    } catch {
      return false;
    }
  }

  return {
    check() {
      if (!db.open) return false;
      if (now() >= known.until) known = { ok: canWrite(), until: now() + freshMs };
      return known.ok;
    },
    hasRoom() {
      if (!db.open || !canWrite(roomBytes) || !canWrite()) return false;
      known = { ok: true, until: now() + freshMs };
      return true;
    },
    watching: (journal) => ({
      ...journal,
      commit: (entries) => noting(() => journal.commit(entries)),
      create: (lesson, entry) => noting(() => journal.create(lesson, entry)),
    }),
    why(error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === 'SQLITE_FULL') return 'full';
      if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'locked';
      return /^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|PERM|AUTH)/.test(code)
        ? 'refused'
        : null;
    },
  };
}
