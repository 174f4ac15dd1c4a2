/** Keys of the school's own scripts: of the key itself the SHA-256, and its first signs for the list. */
export const sql = `
  CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    teacher_id TEXT NOT NULL REFERENCES teachers (id),
    name TEXT NOT NULL,
    start TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    -- A list of what it may open; what this program does not know of it opens nothing.
    scopes TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
  ) STRICT;
`;
