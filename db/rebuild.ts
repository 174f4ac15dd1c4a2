import type { Database } from 'better-sqlite3';
import type { LessonId } from '../lan-server/contract/ids.ts';
import { isOfTheDisk } from './disk-error.ts';
import { storedEvent } from './journal-row.ts';
import type { Projections } from './projections.ts';
import { projectionVersion } from './projections.ts';

/** Children first: foreign keys hold while a lesson's tables are emptied. */
const projected = [
  'attendance_corrections',
  'attendance',
  'device_answers',
  'late_answers',
  'counted_answers',
  'lesson_questions',
  'seats',
  'lesson_summaries',
];

export type Rebuild = {
  /** Writes the report tables of one lesson anew from its journal, in one transaction. */
  lesson(lessonId: LessonId): void;
  /**
   * Rebuilds every lesson if the tables were written by other rules than this program's. Gives those that could not be,
   * because their journal is damaged: their tables stay as they were.
   */
  ifOutdated(): LessonId[];
};

/** Report tables are a reading of the journal; this reads again. */
export function createRebuild(db: Database, projections: Projections): Rebuild {
  const empty = projected.map((table) =>
    db.prepare<[string]>(`DELETE FROM ${table} WHERE lesson_id = ?`),
  );
  const events = db.prepare<[string], { seq: number; at: number; event: string }>(
    'SELECT seq, at, event FROM journal WHERE lesson_id = ? ORDER BY seq',
  );
  const lessons = db.prepare<[], string>('SELECT id FROM lessons').pluck();
  const written = db
    .prepare<[], string>(`SELECT value FROM meta WHERE key = 'projections'`)
    .pluck();
  const remember = db.prepare<[string]>(
    `INSERT INTO meta (key, value) VALUES ('projections', ?)
     ON CONFLICT DO UPDATE SET value = excluded.value`,
  );

  const lesson = (lessonId: LessonId): void => {
    projections.forget(lessonId);
    try {
      db.transaction(() => {
        for (const statement of empty) statement.run(lessonId);
        const rows = events.all(lessonId).map(storedEvent);
        for (const stored of rows) {
          // What the old tables still know of a damaged row would be gone from the new ones.
          if (stored.event.type === 'unreadable') throw new Error(`row ${stored.seq} is damaged`);
          projections.apply(lessonId, stored);
        }
        projections.reached(lessonId, rows.at(-1)?.seq ?? 0);
      }).immediate();
    } finally {
      projections.forget(lessonId);
    }
  };

  return {
    lesson,
    ifOutdated() {
      if (written.get() === String(projectionVersion)) return [];
      const damaged = lessons.all().filter((lessonId) => {
        try {
          lesson(lessonId);
          return false;
        } catch (error) {
          // A disk that fails is no damaged lesson.
          if (isOfTheDisk(error)) throw error;
          return true;
        }
      });
      remember.run(String(projectionVersion));
      return damaged;
    },
  };
}
