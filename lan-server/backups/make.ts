import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupId, BackupReason } from '../contract/backups.ts';
import type { Checker, CopyDatabase, Watch } from '../ports.ts';
import { copyFile, filesBelow } from './carry.ts';
import { flushFolder, newBackupId, partial } from './folders.ts';
import type { Manifest } from './manifest.ts';
import { writeManifest } from './manifest.ts';
import { freeSpace } from './places.ts';
import { BackupFailure } from './problems.ts';

/** Left free for what lessons write meanwhile, bytes. */
const roomForLessons = 64 * 1024 * 1024;

/** Where a backup comes from and goes. */
export type Making = {
  dataDir: string;
  backupsDir: string;
  copy: CopyDatabase;
  checker: Checker;
  programVersion: string;
  instanceId: string;
  now: () => number;
};

/**
 * Makes one backup in `backupsDir`: copies database and media into a half-named folder, checks the copy, writes the manifest,
 * and only then gives the folder its name. Rejects with what the disk said, `Cancelled` or `BackupFailure`; nothing is
 * left of it then.
 */
export async function makeBackup(
  { dataDir, backupsDir, copy, checker, programVersion, instanceId, now }: Making,
  reason: BackupReason,
  { onFraction, cancelled, onChecking }: Watch & { onChecking(): void },
): Promise<{ id: BackupId; manifest: Manifest }> {
  await mkdir(backupsDir, { recursive: true, mode: 0o700 });
  await expectRoom(dataDir, backupsDir);
  const madeAt = now();
  const id = newBackupId(madeAt, reason);
  const half = join(backupsDir, id + partial);
  try {
    await mkdir(half, { mode: 0o700 });
    await copy(join(half, 'chalkbox.db'), {
      onFraction: (fraction) => onFraction(fraction * 0.5),
      cancelled,
    });
    await copyMedia(join(dataDir, 'media'), join(half, 'media'), cancelled);
    onFraction(0.6);
    onChecking();
    const sealed = await checker.seal(half, cancelled);
    // What cannot be restored here is no backup: the file that it came from is damaged.
    if (!sealed.ok) throw new BackupFailure('damaged', sealed.detail);
    const { schemaVersion, contents, files } = sealed;
    const manifest: Manifest = {
      format: 1,
      reason,
      madeAt,
      programVersion,
      instanceId,
      schemaVersion,
      contents,
      files,
    };
    await writeManifest(half, manifest);
    onFraction(0.8);
    const read = await checker.verify(half, files, cancelled);
    if (!read.ok) throw new BackupFailure('damaged', read.detail);
    await flushFolder(half);
    await rename(half, join(backupsDir, id));
    await flushFolder(backupsDir);
    onFraction(1);
    return { id, manifest };
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

/** The answers of the lesson that runs go to the same disk: a backup may not take its last bytes. */
async function expectRoom(dataDir: string, backupsDir: string): Promise<void> {
  const media = (await filesBelow(join(dataDir, 'media'))).map((path) => `media/${path}`);
  const sizes = await Promise.all(
    ['chalkbox.db', 'chalkbox.db-wal', ...media].map((path) =>
      stat(join(dataDir, path)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const { freeBytes } = await freeSpace(backupsDir);
  if (freeBytes < sizes.reduce((sum, size) => sum + size, roomForLessons))
    throw new BackupFailure('full', `${freeBytes} bytes are free`);
}

/**
 * Media never change once they are written, so copying them while lessons run is safe. One that is still being written is in
 * no question; one that went meanwhile was in none for days.
 */
async function copyMedia(from: string, to: string, cancelled: () => boolean): Promise<void> {
  for (const path of await filesBelow(from)) {
    if (path.endsWith('.part')) continue;
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(from, path), join(to, path), () => {}, cancelled).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      },
    );
  }
}
