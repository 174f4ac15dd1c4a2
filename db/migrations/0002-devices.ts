/** Signed-in devices can be listed: an id that tells nothing about the token, when it was used, by which browser. */
export const sql = `
  CREATE TABLE sessions_with_device (
    token_hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    via TEXT NOT NULL CHECK (via IN ('laptop', 'password')),
    browser TEXT,
    system TEXT,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO sessions_with_device (token_hash, id, via, created_at, last_used_at, expires_at)
    SELECT token_hash, lower(hex(randomblob(8))), via, created_at, created_at, expires_at FROM sessions;
  DROP TABLE sessions;
  ALTER TABLE sessions_with_device RENAME TO sessions;
  CREATE INDEX sessions_by_end ON sessions (expires_at);
`;
