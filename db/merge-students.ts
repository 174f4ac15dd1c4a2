import type { Database } from 'better-sqlite3';
import type { StudentsPort } from '../lan-server/ports.ts';

type Merge = (
  ...asked: Parameters<StudentsPort['merge']>
) => Awaited<ReturnType<StudentsPort['merge']>>;

/**
 * Makes two students one. Whatever table names the one who goes names the other then, also tables that come later: SQLite knows which
 * columns lead to `students`. Where only one row may be there, the one who stays keeps theirs.
 */
export function createMerge(db: Database): Merge {
  const sitting = db.prepare<[string, string], number>(
    `SELECT 1 FROM seat_students AS s JOIN lesson_summaries AS l ON l.lesson_id = s.lesson_id
     WHERE student_id IN (?, ?) AND status <> 'ended' LIMIT 1`,
  );
  const answersOf = (seat: string) =>
    `(SELECT count(*) FROM counted_answers AS a WHERE a.lesson_id = gone.lesson_id AND a.seat_id = ${seat}.seat_id)`;
  const shared = db.prepare<
    [{ keepId: string; goneId: string }],
    { lessonId: string; keepSeat: string; goneSeat: string; better: number }
  >(
    `SELECT gone.lesson_id AS lessonId, kept.seat_id AS keepSeat, gone.seat_id AS goneSeat,
       ${answersOf('gone')} > ${answersOf('kept')} AS better
     FROM seat_students AS gone JOIN seat_students AS kept ON kept.lesson_id = gone.lesson_id
     WHERE gone.student_id = $goneId AND kept.student_id = $keepId`,
  );
  const unseat = db.prepare<[string, string]>(
    'DELETE FROM seat_students WHERE lesson_id = ? AND seat_id = ?',
  );
  const endTwice = db.prepare<[{ keepId: string; goneId: string; at: number }]>(
    `UPDATE enrolments SET to_at = $at WHERE student_id = $goneId AND to_at IS NULL
       AND class_id IN (SELECT class_id FROM enrolments WHERE student_id = $keepId AND to_at IS NULL)`,
  );
  const join = db.prepare<[{ keepId: string; goneId: string; name: string }]>(
    `UPDATE students SET name = $name, archived_at = NULL,
       number = ifnull(number, (SELECT number FROM students WHERE id = $goneId)),
       pin = ifnull(pin, (SELECT pin FROM students WHERE id = $goneId)) WHERE id = $keepId`,
  );
  const forget = db.prepare<[string]>('DELETE FROM students WHERE id = ?');
  const columns = db.prepare<[], { table: string; column: string }>(
    `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema AS m
     JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' AND f."table" = 'students'`,
  );

  const merging = db.transaction((keepId: string, goneId: string, name: string, at: number) => {
    const both = shared.all({ keepId, goneId });
    for (const { lessonId, keepSeat, goneSeat, better } of both)
      unseat.run(lessonId, better ? keepSeat : goneSeat);
    endTwice.run({ keepId, goneId, at });
    for (const { table, column } of columns.all()) {
      db.prepare(`UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE "${column}" = ?`).run(
        keepId,
        goneId,
      );
      db.prepare(`DELETE FROM "${table}" WHERE "${column}" = ?`).run(goneId);
    }
    join.run({ keepId, goneId, name });
    forget.run(goneId);
    return { sharedLessons: both.length };
  });

  return (keepId, goneId, name, at) =>
    sitting.get(keepId, goneId) ? null : merging.immediate(keepId, goneId, name, at);
}
