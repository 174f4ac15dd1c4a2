import type { Database } from 'better-sqlite3';
import type { PeoplePort, SessionRow, TeacherRow } from '../lan-server/ports.ts';

/** The teachers of this laptop and the signed-in devices. */
export function createPeople(db: Database): PeoplePort {
  const teacherColumns = `id, name, language, role, password_hash AS passwordHash, pin_hash AS pinHash, left_at AS leftAt`;
  const teachers = db.prepare<[], TeacherRow>(
    `SELECT ${teacherColumns} FROM teachers ORDER BY created_at, id`,
  );
  const teacherById = db.prepare<[string], TeacherRow>(
    `SELECT ${teacherColumns} FROM teachers WHERE id = ?`,
  );
  const insertTeacher = db.prepare<[TeacherRow & { createdAt: number }]>(
    `INSERT INTO teachers (id, name, language, role, password_hash, pin_hash, left_at, created_at)
     VALUES ($id, $name, $language, $role, $passwordHash, $pinHash, $leftAt, $createdAt)`,
  );
  const setTeacher = db.prepare<[TeacherRow]>(
    `UPDATE teachers SET name = $name, language = $language, role = $role, password_hash = $passwordHash,
       pin_hash = $pinHash, left_at = $leftAt WHERE id = $id`,
  );
  const insertSession = db.prepare<[SessionRow]>(
    `INSERT INTO sessions (token_hash, teacher_id, id, via, browser, system, created_at, last_used_at, expires_at)
     VALUES ($tokenHash, $teacherId, $id, $via, $browser, $system, $createdAt, $lastUsedAt, $expiresAt)`,
  );
  const sessionColumns = `token_hash AS tokenHash, teacher_id AS teacherId, id, via, browser, system, created_at AS createdAt,
    last_used_at AS lastUsedAt, expires_at AS expiresAt`;
  const session = db.prepare<[string, number], SessionRow>(
    `SELECT ${sessionColumns} FROM sessions WHERE token_hash = ? AND expires_at > ?`,
  );
  const sessions = db.prepare<[number], SessionRow>(
    `SELECT ${sessionColumns} FROM sessions WHERE expires_at > ? ORDER BY last_used_at DESC, id`,
  );
  const touch = db.prepare<[number, string]>(
    'UPDATE sessions SET last_used_at = ? WHERE token_hash = ?',
  );
  const endSession = db.prepare<[string]>('DELETE FROM sessions WHERE token_hash = ?');
  const endOthers = db
    .prepare<[string], string>('DELETE FROM sessions WHERE token_hash <> ? RETURNING token_hash')
    .pluck();
  const endOf = db
    .prepare<[string, string], string>(
      'DELETE FROM sessions WHERE teacher_id = ? AND token_hash <> ? RETURNING token_hash',
    )
    .pluck();
  const claim = db.prepare<[string]>('UPDATE sessions SET teacher_id = ? WHERE teacher_id IS NULL');
  const endExpired = db.prepare<[number]>('DELETE FROM sessions WHERE expires_at <= ?');

  return {
    async teacher() {
      return teachers.get() ?? null;
    },
    async teachers() {
      return teachers.all();
    },
    async teacherById(id) {
      return teacherById.get(id) ?? null;
    },
    async createTeacher(row) {
      insertTeacher.run(row);
    },
    async updateTeacher(id, change) {
      db.transaction(() => {
        const before = teacherById.get(id);
        if (before) setTeacher.run({ ...before, ...change, id });
      }).immediate();
    },
    async createSession(row) {
      db.transaction(() => {
        endExpired.run(row.createdAt);
        insertSession.run(row);
      }).immediate();
    },
    async session(tokenHash, now) {
      return session.get(tokenHash, now) ?? null;
    },
    async sessions(now) {
      return sessions.all(now);
    },
    async touchSession(tokenHash, at) {
      touch.run(at, tokenHash);
    },
    async endSession(tokenHash) {
      endSession.run(tokenHash);
    },
    async endSessionsExcept(tokenHash) {
      // No stored hash is empty, so '' ends them all.
      return endOthers.all(tokenHash ?? '');
    },
    async endSessionsOf(teacherId, except) {
      return endOf.all(teacherId, except ?? '');
    },
    async claimSessions(teacherId) {
      claim.run(teacherId);
    },
  };
}
