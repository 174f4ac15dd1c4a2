import { constants } from 'node:fs';
import { access, readdir, stat, statfs } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { BackupPlaces } from '../contract/backups.ts';

/** A network drive that is gone may never answer. */
const patienceMs = 2000;
type Place = BackupPlaces['places'][number];

/** Sticks and other disks that are mounted now. */
export async function findPlaces(platform: NodeJS.Platform = process.platform): Promise<Place[]> {
  const candidates = await withPatience(candidatesOn(platform), []);
  const places = await Promise.all(
    candidates.map((path) => withPatience(describe(path, platform), null)),
  );
  return places.filter((place) => place !== null);
}

async function candidatesOn(platform: NodeJS.Platform): Promise<string[]> {
  if (platform === 'win32')
    return 'DEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}:\\`);
  if (platform === 'darwin') return foldersIn('/Volumes');
  const user = userInfo().username;
  const roots = ['/media', join('/media', user), '/run/media', join('/run/media', user), '/mnt'];
  return (await Promise.all(roots.map(foldersIn))).flat();
}

async function foldersIn(root: string): Promise<string[]> {
  const names = await readdir(root).catch(() => []);
  return names.slice(0, 100).map((name) => join(root, name));
}

async function describe(path: string, platform: NodeJS.Platform): Promise<Place | null> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return null;
    // An empty folder that waits for a stick is on the same disk as the folder around it.
    if (platform !== 'win32' && found.dev === (await stat(dirname(path))).dev) return null;
    const space = await freeSpace(path);
    const writable = await access(path, constants.W_OK).then(
      () => true,
      () => false,
    );
    return { path, name: basename(path) || path, ...space, writable };
  } catch {
    return null;
  }
}

/** Of the disk that a folder is on. */
export async function freeSpace(path: string): Promise<{ freeBytes: number; totalBytes: number }> {
  const { bavail, blocks, bsize } = await statfs(path);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** What `work` gives, or `otherwise` when it takes too long or fails. */
export async function withPatience<T>(work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patienceMs);
  });
  try {
    return await Promise.race([work.catch(() => otherwise), late]);
  } finally {
    clearTimeout(timer);
  }
}
