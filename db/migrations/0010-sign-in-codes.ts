/** One-time codes: of recovery sheets, and of invitations. Only their hashes are kept. */
export const sql = `
  CREATE TABLE sign_in_codes (
    code_hash TEXT PRIMARY KEY,
    teacher_id TEXT NOT NULL REFERENCES teachers (id),
    kind TEXT NOT NULL CHECK (kind IN ('recovery', 'invitation')),
    made_at INTEGER NOT NULL,
    -- Null: holds until it is used.
    expires_at INTEGER,
    used_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sign_in_codes_by_teacher ON sign_in_codes (teacher_id, kind);
`;
