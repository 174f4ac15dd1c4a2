import type { Database } from 'better-sqlite3';
import { scopeSchema } from '../lan-server/contract/keys.ts';
import type { KeptKey, KeyRow, KeysPort } from '../lan-server/ports.ts';

type Row = Omit<KeptKey, 'scopes' | 'gone'> & { scopes: string; gone: number };

/** Keys of the school's own scripts. */
export function createKeys(db: Database): KeysPort {
  const rows = `
    SELECT k.id, teacher_id AS teacherId, k.name, start, hash, scopes, k.created_at AS createdAt,
      expires_at AS expiresAt, last_used_at AS lastUsedAt, revoked_at AS revokedAt,
      t.name AS teacher, t.left_at IS NOT NULL AS gone
    FROM api_keys AS k JOIN teachers AS t ON t.id = teacher_id`;
  const all = db.prepare<[], Row>(`${rows} ORDER BY k.created_at DESC, k.id`);
  const byHash = db.prepare<[string], Row>(`${rows} WHERE hash = ?`);
  const byId = db.prepare<[string], Row>(`${rows} WHERE k.id = ?`);
  const insert = db.prepare<[Omit<KeyRow, 'scopes'> & { scopes: string }]>(
    `INSERT INTO api_keys (id, teacher_id, name, start, hash, scopes, created_at, expires_at, last_used_at, revoked_at)
     VALUES ($id, $teacherId, $name, $start, $hash, $scopes, $createdAt, $expiresAt, $lastUsedAt, $revokedAt)`,
  );
  const touch = db.prepare<[number, string]>('UPDATE api_keys SET last_used_at = ? WHERE id = ?');
  const revoke = db.prepare<[number, string]>(
    'UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  );
  const revokeAll = db.prepare<[number]>(
    'UPDATE api_keys SET revoked_at = ? WHERE revoked_at IS NULL',
  );
  const remove = db.prepare<[string]>('DELETE FROM api_keys WHERE id = ?');

  return {
    async insert(row) {
      insert.run({ ...row, scopes: JSON.stringify(row.scopes) });
    },
    async all() {
      return all.all().map(keptOf);
    },
    async byHash(hash) {
      const row = byHash.get(hash);
      return row ? keptOf(row) : null;
    },
    async touch(id, at) {
      touch.run(at, id);
    },
    async revoke(id, at) {
      revoke.run(at, id);
      const row = byId.get(id);
      return row ? keptOf(row) : null;
    },
    async revokeAll(at) {
      revokeAll.run(at);
    },
    async remove(id) {
      return remove.run(id).changes > 0;
    },
  };
}

function keptOf({ scopes, gone, ...row }: Row): KeptKey {
  const told: unknown = JSON.parse(scopes);
  const known = (Array.isArray(told) ? told : []).flatMap(
    (scope) => scopeSchema.safeParse(scope).data ?? [],
  );
  return { ...row, scopes: known, gone: gone === 1 };
}
