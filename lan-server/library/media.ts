import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredImage } from '../contract/images.ts';
import { mediaNameSchema } from '../contract/images.ts';
import type { StoredSound } from '../contract/sounds.ts';
import { soundNameSchema } from '../contract/sounds.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Log } from '../log.ts';
import type { MediaUsePort } from '../ports.ts';
import { endingOf } from './recording.ts';
import { shrink } from './shrink.ts';

/** Ends the names of files that are still being written; backups leave them out. */
const half = '.part';
/** What nothing uses stays so long: an undo, or a draft that is not saved yet, may want it back. */
const keptMs = 2 * 24 * 60 * 60_000;

export type Media = {
  /**
   * Stores an uploaded picture as it will be shown. Whatever it refuses (not a picture, `not_saved` on a full disk), nothing is
   * left behind and nothing else is touched.
   */
  add(file: Buffer): Promise<StoredImage | Rejection>;
  /** Stores an uploaded recording as it is; `sound_kind` where it is none that phones play. */
  addSound(file: Buffer): Promise<StoredSound | Rejection>;
  /** The folder in which the file of this name lies, if there is one. The name's form must have been checked. */
  folderOf(name: string): string;
  /** Deletes what no quiz and no lesson has used for two days; gives how many files. */
  collect(): Promise<number>;
};

/**
 * Pictures and recordings of questions: files in `dir`, each named by the SHA-256 of its bytes and below the first two letters of that, so that the
 * same picture is there once and never changes.
 */
export function createMedia({
  dir,
  use,
  now,
  log,
}: {
  dir: string;
  use: MediaUsePort;
  /** ms since 1970, as the disk's own clock has it. */
  now: () => number;
  log: Log;
}): Media {
  const folderOf = (name: string) => join(dir, name.slice(0, 2));
  // One picture is unpacked at a time: several large ones would take the memory that a class needs.
  let last: Promise<unknown> = Promise.resolve();

  async function add(file: Buffer): Promise<StoredImage | Rejection> {
    const shrunk = await shrink(file);
    if (isRejection(shrunk)) return shrunk;
    const { large, small, width, height } = shrunk;
    try {
      const media = await store(large);
      return small ? { media, small: await store(small), width, height } : { media, width, height };
    } catch (error) {
      log.error({ error }, 'A picture could not be stored.');
      return reject('not_saved');
    }
  }

  /** Under its name there is the whole file or none, whatever happens meanwhile. */
  async function store({ bytes, ending }: { bytes: Buffer; ending: string }): Promise<string> {
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${ending}`;
    const folder = folderOf(name);
    const file = join(folder, name);
    const known = await stat(file).catch(() => null);
    if (known?.size === bytes.length) {
      await usedNow(file);
      return name;
    }
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const writing = join(folder, `${randomBytes(8).toString('hex')}${half}`);
    try {
      const handle = await open(writing, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(writing, file);
    } catch (error) {
      await rm(writing, { force: true }).catch(() => {});
      throw error;
    }
    await flush(folder);
    return name;
  }

  /** The time of a file's last change says when it was last known to be used: nothing else needs that time. */
  async function usedNow(file: string): Promise<void> {
    const at = now() / 1000;
    await utimes(file, at, at);
  }

  return {
    add(file) {
      const added = last.then(() => add(file));
      last = added.catch(() => {});
      return added;
    },
    async addSound(file) {
      const ending = await endingOf(file);
      if (isRejection(ending)) return ending;
      try {
        return { media: await store({ bytes: file, ending }), bytes: file.length };
      } catch (error) {
        log.error({ error }, 'A recording could not be stored.');
        return reject('not_saved');
      }
    },
    folderOf,
    async collect() {
      const used = await use.names();
      let gone = 0;
      for (const file of await filesIn(dir)) {
        const name = file.slice(file.lastIndexOf('/') + 1);
        const path = join(dir, file);
        const ours =
          mediaNameSchema.safeParse(name).success || soundNameSchema.safeParse(name).success;
        if (!ours && !name.endsWith(half)) continue;
        try {
          if (used.has(name)) await usedNow(path);
          else if ((await stat(path)).mtimeMs < now() - keptMs) {
            await rm(path);
            gone += 1;
          }
        } catch (error) {
          log.warn({ error }, 'A picture that nothing uses could not be looked after.');
        }
      }
      return gone;
    },
  };
}

/** Two levels, with `/`; none where there is no folder yet. */
async function filesIn(dir: string): Promise<string[]> {
  const folders = await readdir(dir).catch(() => []);
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(dir, folder)).catch(() => []);
      return names.map((name) => `${folder}/${name}`);
    }),
  );
  return files.flat();
}

/** A new name is on the disk once its folder is; Windows has no such thing. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
