import { statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { FactsPort } from '../lan-server/ports.ts';
import type { Follow } from './follow.ts';
import { versionOf } from './migrate.ts';

/** Sizes and numbers of what is stored; no content. */
export function createFacts(db: Database, { maybe }: Pick<Follow, 'maybe'>): FactsPort {
  const count = (table: 'quizzes' | 'lessons' | 'seats' | 'sessions') =>
    db.prepare<[], number>(`SELECT COUNT(*) FROM ${table}`).pluck().get() ?? 0;

  return {
    read() {
      maybe(true);
      return {
        version: versionOf(db),
        sqlite: db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? '',
        bytes: sizeOf(db.name),
        walBytes: sizeOf(`${db.name}-wal`),
        quizzes: count('quizzes'),
        lessons: count('lessons'),
        seats: count('seats'),
        devices: count('sessions'),
        // Each lesson's events are numbered without gaps: no need to walk through millions of them.
        events:
          db
            .prepare<[], number | null>(
              `SELECT SUM((SELECT MAX(seq) FROM journal WHERE lesson_id = lessons.id)) FROM lessons`,
            )
            .pluck()
            .get() ?? 0,
      };
    },
    integrity() {
      try {
        return String(db.pragma('quick_check(1)', { simple: true })).slice(0, 300);
      } catch (error) {
        return error instanceof Error ? error.message : 'unreadable';
      }
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
