/** What students may see of a lesson that is over, and which lessons have been made anonymous. */
export const sql = `
  -- Students read their own results of these lessons.
  CREATE TABLE released_results (
    lesson_id TEXT PRIMARY KEY REFERENCES lessons (id),
    released_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Lessons that will be made anonymous, and those that were.
  CREATE TABLE anonymous_lessons (
    lesson_id TEXT PRIMARY KEY REFERENCES lessons (id),
    -- Since when the teacher could see it.
    announced_at INTEGER NOT NULL,
    -- Names, own words and devices of all its students are gone since then; null: not yet.
    at INTEGER
  ) STRICT, WITHOUT ROWID;
`;
