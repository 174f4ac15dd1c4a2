/**
 * The first tables. `journal` is the truth of every lesson; `lesson_summaries`, `seats`, `lesson_questions` and
 * `counted_answers` are written from it (projections.ts) and can be thrown away and rebuilt.
 */
export const sql = `
  CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE teachers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT,
    password_hash TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    via TEXT NOT NULL CHECK (via IN ('laptop', 'password')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_by_end ON sessions (expires_at);

  CREATE TABLE quizzes (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES teachers (id),
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    questions TEXT NOT NULL,
    question_count INTEGER NOT NULL,
    unready INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    used_at INTEGER,
    deleted_at INTEGER
  ) STRICT;
  CREATE INDEX quizzes_by_owner ON quizzes (owner_id, updated_at);

  CREATE TABLE lessons (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES teachers (id),
    quiz_id TEXT REFERENCES quizzes (id) ON DELETE SET NULL,
    alive_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX lessons_by_owner ON lessons (owner_id);
  CREATE INDEX lessons_by_quiz ON lessons (quiz_id);

  CREATE TABLE journal (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (lesson_id, seq)
  ) STRICT, WITHOUT ROWID;

  -- The only place of students' names: erasing one leaves every lesson whole.
  CREATE TABLE seat_names (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    seat_id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (lesson_id, seat_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE lesson_summaries (
    lesson_id TEXT PRIMARY KEY REFERENCES lessons (id),
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    code TEXT NOT NULL,
    identity TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('live', 'paused', 'ended')),
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    questions INTEGER NOT NULL,
    seats INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX lesson_summaries_unfinished ON lesson_summaries (started_at) WHERE status <> 'ended';

  CREATE TABLE seats (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    seat_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
    PRIMARY KEY (lesson_id, seat_id)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX seats_by_number ON seats (lesson_id, number);

  CREATE TABLE lesson_questions (
    lesson_id TEXT NOT NULL REFERENCES lessons (id),
    question_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    rounds INTEGER NOT NULL,
    skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
    PRIMARY KEY (lesson_id, question_id)
  ) STRICT, WITHOUT ROWID;

  -- "right" is a key word of SQL, so the column is called is_right; "at" is the time of the newest revision.
  CREATE TABLE counted_answers (
    lesson_id TEXT NOT NULL,
    question_id TEXT NOT NULL,
    round INTEGER NOT NULL,
    seat_id TEXT NOT NULL,
    answer TEXT NOT NULL,
    credit REAL,
    is_right INTEGER CHECK (is_right IN (0, 1)),
    at INTEGER NOT NULL,
    PRIMARY KEY (lesson_id, question_id, round, seat_id),
    FOREIGN KEY (lesson_id, question_id) REFERENCES lesson_questions (lesson_id, question_id),
    FOREIGN KEY (lesson_id, seat_id) REFERENCES seats (lesson_id, seat_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX counted_answers_by_seat ON counted_answers (lesson_id, seat_id);
`;
