import type { Database } from 'better-sqlite3';
import { kindNames, takesAnswers } from '../lan-server/questions/index.ts';

/** Kinds that are only shown; their names are words of the program. */
const shownOnly = kindNames
  .filter((kind) => !takesAnswers({ kind }))
  .map((kind) => `'${kind}'`)
  .join(', ');

/** The SQL behind projections.ts, prepared once. */
export function prepareProjections(db: Database) {
  return {
    start: db.prepare<[string, string, string, string, string, number, number]>(
      `INSERT INTO lesson_summaries (lesson_id, title, subject, code, identity, status, started_at, questions, seats)
       VALUES (?, ?, ?, ?, ?, 'live', ?, ?, 0)`,
    ),
    setStatus: db.prepare<[string, number | null, string]>(
      `UPDATE lesson_summaries SET status = ?, ended_at = ? WHERE lesson_id = ?`,
    ),
    reached: db.prepare<[number, string]>(
      `UPDATE lesson_summaries SET read_to = ? WHERE lesson_id = ?`,
    ),
    countSeats: db.prepare<[number, string]>(
      `UPDATE lesson_summaries SET seats = seats + ? WHERE lesson_id = ?`,
    ),
    countQuestions: db.prepare<[string]>(
      `UPDATE lesson_summaries SET questions = questions + 1 WHERE lesson_id = ?`,
    ),
    // The highest number is the last entry of an index: a thousandth seat costs what the first did.
    takeSeat: db.prepare<[{ lessonId: string; seatId: string }]>(
      `INSERT INTO seats (lesson_id, seat_id, number, removed)
       VALUES ($lessonId, $seatId,
         1 + COALESCE((SELECT MAX(number) FROM seats WHERE lesson_id = $lessonId), 0), 0)`,
    ),
    setRemoved: db.prepare<[number, string, string, number]>(
      `UPDATE seats SET removed = ? WHERE lesson_id = ? AND seat_id = ? AND removed <> ?`,
    ),
    question: db.prepare<[string, string], { question: string }>(
      `SELECT question FROM lesson_questions WHERE lesson_id = ? AND question_id = ?`,
    ),
    addQuestion: db.prepare<[string, string, number, string]>(
      `INSERT INTO lesson_questions (lesson_id, question_id, position, question, rounds, skipped)
       VALUES (?, ?, ?, ?, 0, 0)`,
    ),
    makeRoom: db.prepare<[string, number]>(
      `UPDATE lesson_questions SET position = position + 1 WHERE lesson_id = ? AND position > ?`,
    ),
    place: db.prepare<[number, string, string]>(
      `UPDATE lesson_questions SET position = ? WHERE lesson_id = ? AND question_id = ?`,
    ),
    setQuestion: db.prepare<[string, string, string]>(
      `UPDATE lesson_questions SET question = ? WHERE lesson_id = ? AND question_id = ?`,
    ),
    open: db.prepare<[number, string, string]>(
      `UPDATE lesson_questions SET rounds = ?, skipped = 0 WHERE lesson_id = ? AND question_id = ?`,
    ),
    // At one's own speed all questions are asked at once, and once.
    openAll: db.prepare<[string]>(
      `UPDATE lesson_questions SET rounds = MAX(rounds, 1), skipped = 0
       WHERE lesson_id = ? AND json_extract(question, '$.kind') NOT IN (${shownOnly})`,
    ),
    skip: db.prepare<[string, string]>(
      `UPDATE lesson_questions SET skipped = 1 WHERE lesson_id = ? AND question_id = ?`,
    ),
    // A changed answer takes the place of the one before; all revisions stay in the journal.
    answer: db.prepare<
      [
        string,
        string,
        number,
        string,
        string,
        number | null,
        number | null,
        number,
        number | null,
        number | null,
        number | null,
      ]
    >(
      `INSERT INTO counted_answers
         (lesson_id, question_id, round, seat_id, answer, credit, is_right, at, tapped_at, late_ms, sure)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET
         answer = excluded.answer, credit = excluded.credit, is_right = excluded.is_right, at = excluded.at,
         tapped_at = excluded.tapped_at, late_ms = excluded.late_ms, sure = excluded.sure`,
    ),
    // Only where it is said of the answer that stands, whose time stays.
    sure: db.prepare<[number, string, string, number, string, string]>(
      `UPDATE counted_answers SET sure = ?
       WHERE lesson_id = ? AND question_id = ? AND round = ? AND seat_id = ? AND answer = ?`,
    ),
    tooLate: db.prepare<[string, number, string, number, string, string, number, number, string]>(
      `INSERT INTO late_answers (lesson_id, seq, question_id, round, seat_id, answer, tapped_at, at, reason)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    answersTo: db.prepare<[string, string], { round: number; seat_id: string; answer: string }>(
      `SELECT round, seat_id, answer FROM counted_answers WHERE lesson_id = ? AND question_id = ?`,
    ),
    regrade: db.prepare<[number | null, number | null, string, string, number, string]>(
      `UPDATE counted_answers SET credit = ?, is_right = ?
       WHERE lesson_id = ? AND question_id = ? AND round = ? AND seat_id = ?`,
    ),
  };
}
