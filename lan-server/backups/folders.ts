import { randomInt } from 'node:crypto';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backupIdSchema } from '../contract/backups.ts';
import type {
  Backup,
  BackupFlaw,
  BackupId,
  BackupPlace,
  BackupReason,
} from '../contract/backups.ts';
import { bytesOf, readManifest } from './manifest.ts';

/** A backup that is being written; what ends so after a crash is none. */
export const partial = '.partial';

/** A name that sorts by time and that a person can read in a file browser: local time, reason, six random characters. */
export function newBackupId(at: number, reason: BackupReason): BackupId {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
  const time = `${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
  const random = Array.from({ length: 6 }, () => randomInt(36).toString(36)).join('');
  return `${day}-${time}-${reason}-${random}`;
}

/** The backups of a folder, newest first; none where there is no folder. Rejects where it cannot be read. */
export async function listBackups(
  folder: string,
  about: {
    place: BackupPlace;
    instanceId: string;
    /** The newest schema that this program can open. */
    schemaVersion: number;
    /** What was found by reading all of a backup. */
    flawOf: (place: BackupPlace, id: BackupId) => BackupFlaw | null;
  },
): Promise<Backup[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const ids = names.filter((name) => backupIdSchema.safeParse(name).success);
  const backups = await Promise.all(ids.map((id) => describe(join(folder, id), id, about)));
  return backups.toSorted((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
}

async function describe(
  folder: string,
  id: BackupId,
  { place, instanceId, schemaVersion, flawOf }: Parameters<typeof listBackups>[1],
): Promise<Backup> {
  const manifest = await readManifest(folder);
  const reason = id.split('-')[2] as BackupReason;
  if (!manifest) {
    const bare = { contents: null, programVersion: null, flaw: 'incomplete' as const, own: false };
    return { id, place, reason, madeAt: timeIn(id), bytes: 0, ...bare };
  }
  const wanted = manifest.files.find(({ path }) => path === 'chalkbox.db');
  const found = await stat(join(folder, 'chalkbox.db')).catch(() => null);
  const whole = wanted !== undefined && found?.size === wanted.bytes;
  const older = manifest.schemaVersion <= schemaVersion;
  return {
    id,
    place,
    reason: manifest.reason,
    madeAt: manifest.madeAt,
    bytes: bytesOf(manifest),
    contents: manifest.contents,
    programVersion: manifest.programVersion,
    flaw: whole ? (older ? flawOf(place, id) : 'newer') : 'incomplete',
    own: manifest.instanceId === instanceId,
  };
}

/** When a backup was made, by its name. */
function timeIn(id: BackupId): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)/.exec(id) ?? [];
  return new Date(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s)).getTime();
}

/**
 * Removes what a crash left half-written. `untouchedMs`: only what nobody has touched for so long; another laptop may be writing to
 * the same drive.
 */
export async function removePartials(folder: string, untouchedMs = 0): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((name) => name.endsWith(partial))) {
    const path = join(folder, name);
    const touchedAt = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
    if (untouchedMs === 0 || touchedAt < Date.now() - untouchedMs)
      await rm(path, { recursive: true, force: true });
  }
}

/** Makes a folder's new names survive a power cut. */
export async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // A stick's file system may not know how.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes(String((error as NodeJS.ErrnoException).code)))
      throw error;
  } finally {
    await handle.close();
  }
}
