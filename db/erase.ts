import type { Database } from 'better-sqlite3';
import type { LessonId, SeatId } from '../lan-server/contract/ids.ts';
import type { ErasePort, LessonDue, Rewrite } from '../lan-server/ports/privacy.ts';
import type { Answer, Question } from '../lan-server/questions/index.ts';
import { kindOf } from '../lan-server/questions/index.ts';
import { isOfTheDisk } from './disk-error.ts';
import type { Follow } from './follow.ts';
import { storedEvent } from './journal-row.ts';
import type { JournalRow } from './journal-row.ts';
import type { Rebuild } from './rebuild.ts';

/** In `meta` while something erased may still stand in unused parts of the file. */
const dueKey = 'cleaning_due';

/** Erasing: the one place that changes rows of the journal. */
export function createErasing(
  db: Database,
  { catchUp }: Pick<Follow, 'catchUp'>,
  rebuild: Pick<Rebuild, 'lesson'>,
): ErasePort {
  const seatsOf = db.prepare<[string], { lessonId: LessonId; seatId: SeatId }>(
    'SELECT lesson_id AS lessonId, seat_id AS seatId FROM seat_students WHERE student_id = ?',
  );
  const events = db.prepare<[string], JournalRow>(
    'SELECT seq, at, event FROM journal WHERE lesson_id = ? ORDER BY seq',
  );
  const setEvent = db.prepare<[string, string, number]>(
    'UPDATE journal SET event = ? WHERE lesson_id = ? AND seq = ?',
  );
  const append = db.prepare<[string, number, number, string]>(
    'INSERT INTO journal (lesson_id, seq, at, event) VALUES (?, ?, ?, ?)',
  );
  const allSeats = db
    .prepare<[{ lessonId: string }], SeatId>(
      `SELECT seat_id FROM seats WHERE lesson_id = $lessonId UNION SELECT seat_id FROM seat_names WHERE lesson_id = $lessonId
       UNION SELECT seat_id FROM seat_students WHERE lesson_id = $lessonId`,
    )
    .pluck();
  const bridges = ['seat_names', 'seat_students'].map((table) =>
    db.prepare<[string, string]>(`DELETE FROM ${table} WHERE lesson_id = ? AND seat_id = ?`),
  );
  const remember = db.prepare<[string, number, number]>(
    `INSERT INTO anonymous_lessons (lesson_id, announced_at, at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at`,
  );
  const note = db.prepare<[string, number]>(
    `INSERT INTO anonymous_lessons (lesson_id, announced_at) VALUES (?, ?) ON CONFLICT DO NOTHING`,
  );
  const announced = db
    .prepare<[], LessonId>('SELECT lesson_id FROM anonymous_lessons WHERE at IS NULL')
    .pluck();
  const unannounce = db.prepare<[string]>(
    'DELETE FROM anonymous_lessons WHERE lesson_id = ? AND at IS NULL',
  );
  const due = db.prepare<[number, number], LessonDue>(
    `SELECT lessons.id AS lessonId, owner_id AS ownerId, title, ended_at AS endedAt, seats,
       announced_at AS announcedAt
     FROM lesson_summaries AS s JOIN lessons ON lessons.id = s.lesson_id
     LEFT JOIN anonymous_lessons AS a ON a.lesson_id = lessons.id
     WHERE status = 'ended' AND ended_at < ? AND a.at IS NULL
     ORDER BY ended_at, lessons.id LIMIT ?`,
  );
  // Also tables that are made later: whatever refers to a student goes with them.
  const references = db.prepare<[], { name: string; column: string }>(
    `SELECT DISTINCT s.name, f."from" AS "column" FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f
     WHERE s.type = 'table' AND f."table" = 'students'`,
  );
  const setDue = db.prepare(
    `INSERT INTO meta (key, value) VALUES ('${dueKey}', '1') ON CONFLICT DO NOTHING`,
  );
  const isDue = db.prepare(`SELECT 1 FROM meta WHERE key = '${dueKey}'`);
  const clearDue = db.prepare(`DELETE FROM meta WHERE key = '${dueKey}'`);
  const scrub = createScrub(db);

  const eraseSeats = db.transaction(
    (lessonId: LessonId, wanted: SeatId[] | null, at: number, rewrite: Rewrite): void => {
      const rows = events.all(lessonId);
      const seatIds = wanted ?? allSeats.all({ lessonId });
      const seats = new Set(seatIds);
      const raw = new Map(rows.map(({ seq, event }) => [seq, event]));
      const changed = rewrite(rows.map(storedEvent), seats, (seq) =>
        seatIds.some((seatId) => raw.get(seq)?.includes(seatId)),
      );
      for (const { seq, event } of changed) setEvent.run(JSON.stringify(event), lessonId, seq);
      if (seatIds.length > 0) {
        const event = { type: 'seatsErased', seatIds, rewritten: changed.length };
        append.run(lessonId, (rows.at(-1)?.seq ?? 0) + 1, at, JSON.stringify(event));
      }
      for (const seatId of seatIds) for (const bridge of bridges) bridge.run(lessonId, seatId);
      if (wanted === null) remember.run(lessonId, at, at);
      setDue.run();
      try {
        rebuild.lesson(lessonId);
      } catch (error) {
        if (isOfTheDisk(error)) throw error;
        // Its journal is damaged: its tables stay as they were, but for the texts in them.
        scrub(lessonId, seats);
      }
    },
  );

  const eraseStudent = db.transaction((studentId: string): void => {
    for (const { name, column } of references.all())
      db.prepare<[string]>(`DELETE FROM "${name}" WHERE "${column}" = ?`).run(studentId);
    db.prepare<[string]>('DELETE FROM students WHERE id = ?').run(studentId);
    setDue.run();
  });

  const announce = db.transaction((lessonIds: LessonId[], at: number): void => {
    const stay = new Set(lessonIds);
    for (const lessonId of announced.all()) if (!stay.has(lessonId)) unannounce.run(lessonId);
    for (const lessonId of lessonIds) note.run(lessonId, at);
  });

  return {
    async seatsOf(studentId) {
      return seatsOf.all(studentId);
    },
    async eraseSeats(...erased) {
      catchUp();
      eraseSeats.immediate(...erased);
    },
    async eraseStudent(studentId) {
      eraseStudent.immediate(studentId);
    },
    async lessonsDue(before, most) {
      catchUp();
      return due.all(before, most);
    },
    async announce(lessonIds, at) {
      announce.immediate(lessonIds, at);
    },
    needsCleaning: () => isDue.get() !== undefined,
    clean() {
      db.exec('VACUUM');
      // The log still holds pages as they were before.
      db.pragma('wal_checkpoint(TRUNCATE)');
      clearDue.run();
    },
  };
}

/** Own words out of report tables that cannot be written anew. */
function createScrub(db: Database) {
  const tables = ['counted_answers', 'late_answers', 'device_answers'].map((table) => ({
    read: db.prepare<[string], { question: string; seatId: string; answer: string }>(
      `SELECT question, seat_id AS seatId, answer FROM ${table} AS a JOIN lesson_questions AS q
         ON q.lesson_id = a.lesson_id AND q.question_id = a.question_id WHERE a.lesson_id = ?`,
    ),
    write: db.prepare<[string, string, string, string]>(
      `UPDATE ${table} SET answer = ? WHERE lesson_id = ? AND seat_id = ? AND answer = ?`,
    ),
  }));
  return (lessonId: LessonId, seats: ReadonlySet<SeatId>): void => {
    for (const { read, write } of tables)
      for (const { question, seatId, answer } of read.all(lessonId)) {
        if (!seats.has(seatId)) continue;
        const asked = JSON.parse(question) as Question;
        const stays = kindOf(asked).withoutOwnWords(asked, JSON.parse(answer) as Answer);
        write.run(JSON.stringify(stays), lessonId, seatId, answer);
      }
  };
}
