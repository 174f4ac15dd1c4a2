import type { TeacherId } from '../contract/ids.ts';
import type { KeyId, Scope } from '../contract/keys.ts';

/** A key of the school's own scripts. Of the key itself the SHA-256 alone is stored. */
export type KeyRow = {
  id: KeyId;
  teacherId: TeacherId;
  name: string;
  start: string;
  hash: string;
  scopes: Scope[];
  createdAt: number;
  expiresAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
};

/** With whom it acts as; `gone`: they may not sign in any more. */
export type KeptKey = KeyRow & { teacher: string; gone: boolean };

export type KeysPort = {
  insert(row: KeyRow): Promise<void>;
  /** The newest first. */
  all(): Promise<KeptKey[]>;
  byHash(hash: string): Promise<KeptKey | null>;
  touch(id: KeyId, at: number): Promise<void>;
  /** Nothing where it was revoked before; null where there is none. */
  revoke(id: KeyId, at: number): Promise<KeptKey | null>;
  /** After a restore: keys of long ago, also those revoked since, do not come back. */
  revokeAll(at: number): Promise<void>;
  /** False where there is none. */
  remove(id: KeyId): Promise<boolean>;
};
