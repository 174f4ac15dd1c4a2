/**
 * Attendance of lessons with a list of names, and answers of students with several devices: written from the journal
 * (projections.ts), by seats alone. What the teacher has said of a student's attendance stands with who and when.
 */
export const sql = `
  CREATE TABLE attendance (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    seat_id TEXT NOT NULL,
    -- When a device asked for the seat or took it, and when its student counted as there; ms since 1970.
    asked_at INTEGER,
    arrived_at INTEGER,
    mark TEXT CHECK (mark IN ('present', 'late', 'absent', 'excused')),
    mark_minutes INTEGER,
    -- What counts, by the rule of contract/attendance.ts; minutes after the start where late.
    status TEXT NOT NULL CHECK (status IN ('present', 'late', 'absent', 'excused')),
    minutes INTEGER,
    PRIMARY KEY (lesson_id, seat_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE attendance_corrections (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    seq INTEGER NOT NULL,
    seat_id TEXT NOT NULL,
    mark TEXT CHECK (mark IN ('present', 'late', 'absent', 'excused')),
    minutes INTEGER,
    by_id TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (lesson_id, seq)
  ) STRICT, WITHOUT ROWID;

  -- What each device of a seat with several said last in a round; by_device as in the journal.
  CREATE TABLE device_answers (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    question_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    seat_id TEXT NOT NULL,
    by_device INTEGER NOT NULL,
    answer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (lesson_id, question_id, round, seat_id, by_device)
  ) STRICT, WITHOUT ROWID;
`;
