import type { Database } from 'better-sqlite3';
import type { SignInCodesPort } from '../lan-server/ports.ts';

/** One-time codes of teachers. Used ones stay until new ones take their place, so that a sheet knows how many are left. */
export function createSignInCodes(db: Database): SignInCodesPort {
  const dropKind = db.prepare<[string, string]>(
    'DELETE FROM sign_in_codes WHERE teacher_id = ? AND kind = ?',
  );
  const dropAll = db.prepare<[string]>('DELETE FROM sign_in_codes WHERE teacher_id = ?');
  const insert = db.prepare<[string, string, string, number, number | null]>(
    'INSERT INTO sign_in_codes (code_hash, teacher_id, kind, made_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const use = db.prepare<[{ teacherId: string; hash: string; now: number }]>(
    `UPDATE sign_in_codes SET used_at = $now WHERE teacher_id = $teacherId AND code_hash = $hash
       AND used_at IS NULL AND (expires_at IS NULL OR expires_at > $now)`,
  );
  const left = db.prepare<
    [{ teacherId: string; kind: string; now: number }],
    { left: number; madeAt: number | null }
  >(
    `SELECT count(*) FILTER (WHERE used_at IS NULL AND (expires_at IS NULL OR expires_at > $now)) AS left,
       max(made_at) AS madeAt
     FROM sign_in_codes WHERE teacher_id = $teacherId AND kind = $kind`,
  );
  return {
    replace: db.transaction<SignInCodesPort['replace']>((teacherId, kind, codes) => {
      dropKind.run(teacherId, kind);
      for (const hash of codes.hashes)
        insert.run(hash, teacherId, kind, codes.madeAt, codes.expiresAt);
    }).immediate,
    take: db.transaction<SignInCodesPort['take']>((teacherId, hash, now) => {
      if (use.run({ teacherId, hash, now }).changes === 0) return false;
      dropKind.run(teacherId, 'invitation');
      return true;
    }).immediate,
    left(teacherId, kind, now) {
      const row = left.get({ teacherId, kind, now });
      return row && row.madeAt !== null ? { left: row.left, madeAt: row.madeAt } : null;
    },
    drop(teacherId) {
      dropAll.run(teacherId);
    },
  };
}
