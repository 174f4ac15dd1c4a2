import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createFollow } from '../../db/follow.ts';
import { storedEvent } from '../../db/journal-row.ts';
import { createProjections } from '../../db/projections.ts';
import { fold } from '../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../lan-server/lesson/state.ts';
import type { StoredEvent } from '../../lan-server/ports.ts';

/** A lesson as its file holds it. */
export type OnDisk = {
  events: StoredEvent[];
  state: LessonState;
  /** The reports' counted answers, by question, round and seat. */
  counted: Map<string, { answer: unknown; at: number }>;
  /** By seat. */
  names: Map<string, string>;
  /** When the program last noted that it runs. */
  aliveAt: number;
};

/** Where a counted answer stands. */
export const placeOf = (of: { questionId: string; round: number; seatId: string }) =>
  `${of.questionId} ${of.round} ${of.seatId}`;

/**
 * Reads a lesson from a copy of the data folder, with SQLite alone: the program has no part in it, and has ended. Only the reports'
 * tables are first brought up to the journal, as the next start would do it.
 */
export function readDisk(dataDir: string, lessonId: string): OnDisk {
  const copy = mkdtempSync(join(tmpdir(), 'chalkbox-copy-'));
  try {
    for (const name of ['chalkbox.db', 'chalkbox.db-wal'])
      // A program that has ended in peace leaves no write-ahead log.
      if (existsSync(join(dataDir, name))) cpSync(join(dataDir, name), join(copy, name));
    return readFile(join(copy, 'chalkbox.db'), lessonId);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function readFile(file: string, lessonId: string): OnDisk {
  const db = new Database(file);
  try {
    const check = db.pragma('integrity_check', { simple: true });
    if (check !== 'ok') throw new Error(`the file is damaged: ${String(check)}`);
    const all = <Row>(sql: string) => db.prepare<[string], Row>(sql).all(lessonId);
    const events = all<{ seq: number; at: number; event: string }>(
      'SELECT seq, at, event FROM journal WHERE lesson_id = ? ORDER BY seq',
    ).map(storedEvent);
    createFollow(db, createProjections(db)).catchUp();
    const counted = all<{
      questionId: string;
      round: number;
      seatId: string;
      answer: string;
      at: number;
    }>(
      `SELECT question_id AS questionId, round, seat_id AS seatId, answer, at
       FROM counted_answers WHERE lesson_id = ?`,
    );
    const names = all<{ seatId: string; name: string }>(
      'SELECT seat_id AS seatId, name FROM seat_names WHERE lesson_id = ?',
    );
    const [lesson] = all<{ aliveAt: number }>(
      'SELECT alive_at AS aliveAt FROM lessons WHERE id = ?',
    );
    return {
      events,
      state: fold(events),
      counted: new Map(
        counted.map((row) => [
          placeOf(row),
          { answer: JSON.parse(row.answer) as unknown, at: row.at },
        ]),
      ),
      names: new Map(names.map(({ seatId, name }) => [seatId, name])),
      aliveAt: lesson?.aliveAt ?? 0,
    };
  } finally {
    db.close();
  }
}
