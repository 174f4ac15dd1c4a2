import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Cancelled } from '../ports.ts';
import type { Checker, Watch } from '../ports.ts';
import { flushFolder, partial, removePartials } from './folders.ts';
import type { Manifest } from './manifest.ts';
import { bytesOf, writeManifest } from './manifest.ts';
import { BackupFailure } from './problems.ts';

const chunkBytes = 256 * 1024;
/** Nobody copies a backup for longer. */
const abandonedMs = 24 * 60 * 60_000;

/** Copies one file and flushes it; `onBytes` after each piece. The folder must be there. */
export async function copyFile(
  from: string,
  to: string,
  onBytes: (bytes: number) => void,
  cancelled: () => boolean,
): Promise<void> {
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'w', 0o600);
    try {
      const chunk = Buffer.alloc(chunkBytes);
      for (;;) {
        if (cancelled()) throw new Cancelled();
        const { bytesRead } = await source.read(chunk, 0, chunkBytes, null);
        if (bytesRead === 0) break;
        for (let at = 0; at < bytesRead;)
          at += (await target.write(chunk, at, bytesRead - at)).bytesWritten;
        onBytes(bytesRead);
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Copies the files that a manifest names, and nothing else, into a folder that is there. */
export async function copyFiles(
  from: string,
  to: string,
  manifest: Manifest,
  { onFraction, cancelled }: Watch,
): Promise<void> {
  const all = Math.max(1, bytesOf(manifest));
  let done = 0;
  for (const { path, bytes: noted } of manifest.files) {
    // A link could lead to a file without an end.
    const found = await lstat(join(from, path));
    if (!found.isFile() || found.size !== noted) throw new BackupFailure('damaged', path);
    await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    await copyFile(
      join(from, path),
      join(to, path),
      (bytes) => onFraction(Math.min(1, (done += bytes) / all)),
      cancelled,
    );
  }
}

/** Copies a good backup into another folder under the same name, reads it back there, and only then gives it its name. */
export async function carryBackup(
  { id, manifest, from, to }: { id: string; manifest: Manifest; from: string; to: string },
  checker: Checker,
  watch: Watch,
): Promise<void> {
  await removePartials(to, abandonedMs);
  const half = join(to, id + partial);
  try {
    await mkdir(half, { mode: 0o700 });
    await copyFiles(join(from, id), half, manifest, {
      ...watch,
      onFraction: (fraction) => watch.onFraction(fraction * 0.7),
    });
    const checked = await checker.verify(half, manifest.files, watch.cancelled);
    if (!checked.ok) throw new BackupFailure('damaged', checked.detail);
    await writeManifest(half, manifest);
    await flushFolder(half);
    await rename(half, join(to, id));
    await flushFolder(to);
    watch.onFraction(1);
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
}

/** The regular files below a folder, with `/`; none where there is no folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'));
}
