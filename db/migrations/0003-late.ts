/**
 * Late answers. `tapped_at` and `late_ms` are null for an answer that came at once; `late_ms` is how long after the closing it
 * arrived, 0 while the question was open. `late_answers` holds what arrived and does not count, with the reason.
 */
export const sql = `
  ALTER TABLE counted_answers ADD COLUMN tapped_at INTEGER;
  ALTER TABLE counted_answers ADD COLUMN late_ms INTEGER;

  CREATE TABLE late_answers (
    lesson_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    question_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    seat_id TEXT NOT NULL,
    answer TEXT NOT NULL,
    tapped_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (lesson_id, seq),
    FOREIGN KEY (lesson_id, question_id) REFERENCES lesson_questions (lesson_id, question_id),
    FOREIGN KEY (lesson_id, seat_id) REFERENCES seats (lesson_id, seat_id)
  ) STRICT, WITHOUT ROWID;
`;
