import { constants } from 'node:fs';
import { access, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { flushFolder } from './folders.ts';
import { BackupFailure, problemOf } from './problems.ts';
import type { BackupProblem } from '../contract/backups.ts';

/**
 * Inside the folder that the teacher chose. It is made at the choice and never again: where it is missing later, the stick is
 * not there, and a folder of the same name on the laptop's own disk is not taken for it.
 */
const insideName = 'Chalkbox backups';

const settingsSchema = z.object({ folder: z.string().min(1).max(1000).nullable() });

export type ChosenFolder = {
  /** As the teacher typed or picked it; null = none. */
  path(): string | null;
  /** Where the backups stand; null = none chosen. */
  inside(): string | null;
  /** Checks it, makes what is missing, and remembers it. Rejects with `BackupFailure`. */
  choose(path: string | null): Promise<void>;
  /** Why it cannot be written now; null = it can. */
  problem(): Promise<BackupProblem | null>;
};

/** The setting stands in a file beside the backups and not in the database: it is needed when that is damaged. */
export async function createChosenFolder({
  dataDir,
  backupsDir,
}: {
  dataDir: string;
  backupsDir: string;
}): Promise<ChosenFolder> {
  const file = join(backupsDir, 'settings.json');
  let folder = await readSetting(file);
  const inside = () => (folder === null ? null : join(folder, insideName));

  return {
    path: () => folder,
    inside,
    async choose(path) {
      if (path !== null) await prepare(path, dataDir);
      const next = path === null ? null : resolve(path);
      await mkdir(backupsDir, { recursive: true, mode: 0o700 });
      await writeWhole(file, JSON.stringify({ folder: next }));
      folder = next;
    },
    async problem() {
      const place = inside();
      if (place === null) return null;
      try {
        if (!(await stat(place)).isDirectory()) return 'missing';
        // Asked each time that a page looks: nothing is written for that.
        await access(place, constants.W_OK);
        return null;
      } catch (error) {
        return problemOf(error);
      }
    },
  };
}

async function readSetting(file: string): Promise<string | null> {
  try {
    return settingsSchema.parse(JSON.parse(await readFile(file, 'utf8'))).folder;
  } catch {
    return null;
  }
}

async function prepare(path: string, dataDir: string): Promise<void> {
  if (!isAbsolute(path)) throw new BackupFailure('not_absolute');
  const wanted = resolve(path);
  const data = await realpath(dataDir);
  // Before anything is made: the part of the path that is there decides where the rest would be.
  if (isWithin(data, join(await realpathOfWhatIsThere(wanted), insideName)))
    throw new BackupFailure('inside_data');
  try {
    await mkdir(join(wanted, insideName), { recursive: true });
    await tryWriting(join(wanted, insideName));
    await flushFolder(wanted);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new BackupFailure(
      code === 'EEXIST' || code === 'ENOTDIR' ? 'not_a_folder' : problemOf(error),
    );
  }
}

/** The real path with its missing end put on again, so that no link leads around the check. */
async function realpathOfWhatIsThere(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(await realpathOfWhatIsThere(above), relative(above, path));
  }
}

function isWithin(outer: string, path: string): boolean {
  const way = relative(outer, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

async function tryWriting(folder: string): Promise<void> {
  const file = join(folder, '.chalkbox-can-write');
  const handle = await open(file, 'w');
  try {
    await handle.writeFile('x');
    await handle.sync();
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
}
