/** Lessons in time: one row an occurrence of a plan. docs/schedule.md has the rules. */
export const sql = `
  CREATE TABLE planned_lessons (
    id TEXT PRIMARY KEY,
    -- Occurrences that were made together.
    plan_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES teachers (id),
    class_id TEXT REFERENCES classes (id) ON DELETE CASCADE,
    section_id TEXT REFERENCES sections (id) ON DELETE SET NULL,
    quiz_id TEXT REFERENCES quizzes (id) ON DELETE SET NULL,
    -- What it is started with: as the contract's schema has it.
    lesson TEXT NOT NULL,
    by_itself INTEGER NOT NULL CHECK (by_itself IN (0, 1)),
    -- The wall clock in the zone; starts_at and ends_at follow from it.
    day TEXT NOT NULL,
    time TEXT NOT NULL,
    zone TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'started', 'cancelled', 'missed')),
    asks_again_at INTEGER,
    lesson_id TEXT UNIQUE REFERENCES lessons (id) ON DELETE SET NULL,
    act TEXT,
    -- What the act changed, for its undoing.
    before TEXT
  ) STRICT;
  CREATE INDEX planned_lessons_by_state ON planned_lessons (state, starts_at);
  CREATE INDEX planned_lessons_by_plan ON planned_lessons (plan_id, starts_at);
  CREATE INDEX planned_lessons_by_owner ON planned_lessons (owner_id, starts_at);
  CREATE INDEX planned_lessons_by_class ON planned_lessons (class_id, starts_at);
  CREATE INDEX planned_lessons_by_quiz ON planned_lessons (quiz_id);
  CREATE INDEX planned_lessons_by_act ON planned_lessons (act);
`;
