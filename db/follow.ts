import type { Database } from 'better-sqlite3';
import type { LessonId } from '../lan-server/contract/ids.ts';
import type { LessonEntry, LessonEvent } from '../lan-server/ports.ts';
import { isOfTheDisk } from './disk-error.ts';
import { storedEvent } from './journal-row.ts';
import type { JournalRow } from './journal-row.ts';
import type { Projections } from './projections.ts';

/**
 * These the report tables must know in the same transaction: a start finds the lessons to go on with by their status. All
 * others can wait for a quiet moment, so that a tick waits for one row of the journal and nothing else.
 */
const atOnce = new Set<LessonEvent['type']>(['started', 'lessonPaused', 'lessonResumed', 'ended']);

/** More events than this do not wait for a quiet moment that may never come. */
const mostBehind = 2000;

/** An event of a lesson's journal that the report tables could not take. */
export type Misfit = (lessonId: LessonId, seq: number, error: unknown) => void;

export type Follow = {
  /** Inside the transaction that wrote these events to the journal. */
  within(entry: LessonEntry): void;
  /** That transaction held. */
  committed(entry: LessonEntry): void;
  /** That transaction did not hold. */
  undone(lessonId: LessonId): void;
  /** Writes what is still missing. Before anything is read from the report tables. */
  catchUp(): void;
  /** The same once a quiet moment has come (`quiet`), or too much is missing. Never throws: the next moment tries again. */
  maybe(quiet: boolean): void;
};

/**
 * Lets the report tables follow the journal: what they have not seen is read from there, in the order in which it happened,
 * so that a crash between an answer and its row in a report loses nothing. What was left behind by the run before is found at once.
 */
export function createFollow(
  db: Database,
  projections: Projections,
  misfit: Misfit = () => {},
): Follow {
  const missing = db.prepare<[string, string], JournalRow>(
    `SELECT seq, at, event FROM journal WHERE lesson_id = ?
       AND seq > COALESCE((SELECT read_to FROM lesson_summaries WHERE lesson_id = ?), 0) ORDER BY seq`,
  );
  const leftBehind = db
    .prepare<[], LessonId>(
      `SELECT lesson_id FROM lesson_summaries
       WHERE read_to < (SELECT MAX(seq) FROM journal WHERE journal.lesson_id = lesson_summaries.lesson_id)`,
    )
    .pluck();
  const behind = new Set<LessonId>(leftBehind.all());
  let events = 0;

  const write = (lessonId: LessonId): void => {
    const rows = missing.all(lessonId, lessonId).map(storedEvent);
    for (const stored of rows) {
      try {
        projections.apply(lessonId, stored);
      } catch (error) {
        if (isOfTheDisk(error)) throw error;
        // One event that has no place in the tables must not keep all after it out of the reports.
        misfit(lessonId, stored.seq, error);
      }
    }
    const last = rows.at(-1);
    if (last) projections.reached(lessonId, last.seq);
  };

  const transaction = db.transaction((lessonIds: LessonId[]) => {
    for (const lessonId of lessonIds) write(lessonId);
  });

  const catchUp = (): void => {
    if (behind.size === 0) return;
    try {
      transaction.immediate([...behind]);
      behind.clear();
      events = 0;
    } catch (error) {
      for (const lessonId of behind) projections.forget(lessonId);
      throw error;
    }
  };

  return {
    within({ lessonId, events }) {
      if (events.some(({ event }) => atOnce.has(event.type))) write(lessonId);
    },
    committed(entry) {
      if (entry.events.length === 0) return;
      events += entry.events.length;
      // Those that were written at once are asked again, once, for nothing: simpler than to know.
      behind.add(entry.lessonId);
    },
    undone: (lessonId) => projections.forget(lessonId),
    catchUp,
    maybe(quiet) {
      if (!quiet && events < mostBehind) return;
      try {
        catchUp();
      } catch {
        // The disk refuses. The journal has everything.
      }
    },
  };
}
