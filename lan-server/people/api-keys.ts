import { randomBytes } from 'node:crypto';
import { keyPrefix } from '../contract/keys.ts';
import type { ApiKey, KeyId, MadeKey, NewKey, Scope } from '../contract/keys.ts';
import type { TeacherId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { KeptKey, KeysPort } from '../ports.ts';
import { tokenHash } from './tokens.ts';

const dayMs = 24 * 60 * 60_000;
/** A key's last use is written this seldom, so that reading a list need not write to the disk. */
const touchEveryMs = 5 * 60_000;
/** So much of a key stands in the list: 36 of its 256 random bits. */
const shownSigns = keyPrefix.length + 6;

/** As whom a key acts, and what it opens. */
export type KeyHolder = { id: KeyId; teacherId: TeacherId; scopes: readonly Scope[] };

export type ApiKeys = {
  list(): Promise<ApiKey[]>;
  /** The key acts as the teacher who made it; `secret` is told this once. */
  make(by: { id: TeacherId; name: string }, wanted: NewKey): Promise<MadeKey>;
  revoke(id: KeyId): Promise<ApiKey | Rejection>;
  remove(id: KeyId): Promise<Rejection | undefined>;
  /** Who holds a key; null where it opens nothing: unknown, expired, revoked, or its teacher has left. Notes that it was used. */
  holder(secret: string): Promise<KeyHolder | null>;
};

/** Keys of the school's own scripts: rules, no tables. */
export function createApiKeys({
  keys,
  now,
  newId,
}: {
  keys: KeysPort;
  now: () => number;
  newId: () => string;
}): ApiKeys {
  const works = ({ expiresAt, revokedAt, gone }: KeptKey): boolean =>
    revokedAt === null && expiresAt > now() && !gone;

  const shown = (row: KeptKey): ApiKey => {
    const { hash: _hash, teacherId: _teacherId, gone: _gone, ...rest } = row;
    return { ...rest, works: works(row) };
  };

  const touch = async ({ id, lastUsedAt }: KeptKey): Promise<void> => {
    if (lastUsedAt !== null && now() - lastUsedAt < touchEveryMs) return;
    try {
      await keys.touch(id, now());
    } catch {
      // A full disk must not keep a script from reading.
    }
  };

  return {
    async list() {
      return (await keys.all()).map(shown);
    },
    async make(by, { name, scopes, days }) {
      const secret = keyPrefix + randomBytes(32).toString('base64url');
      const createdAt = now();
      const row = {
        id: newId(),
        teacherId: by.id,
        name,
        start: secret.slice(0, shownSigns),
        hash: tokenHash(secret),
        scopes,
        createdAt,
        expiresAt: createdAt + days * dayMs,
        lastUsedAt: null,
        revokedAt: null,
      };
      await keys.insert(row);
      return { key: shown({ ...row, teacher: by.name, gone: false }), secret };
    },
    async revoke(id) {
      const row = await keys.revoke(id, now());
      return row ? shown(row) : reject('not_found');
    },
    async remove(id) {
      return (await keys.remove(id)) ? undefined : reject('not_found');
    },
    async holder(secret) {
      const row = await keys.byHash(tokenHash(secret));
      if (!row || !works(row)) return null;
      await touch(row);
      return { id: row.id, teacherId: row.teacherId, scopes: row.scopes };
    },
  };
}
