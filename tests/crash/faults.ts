import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Trouble } from '../../lan-server/contract/trouble.ts';
import { brokenDisk } from '../load/slow-disk.ts';
import type { Program } from '../support/program.ts';

/** A data folder, and what the program needs in its environment. */
export type Place = { dataDir: string; env?: Record<string, string> };

/** A way in which a disk refuses while the program runs. */
export type Fault = {
  name: string;
  /** What the program says of it. */
  why: Trouble['why'];
  /** The data folder in which it can happen, or why it cannot be had here. */
  prepare(): Place | { skipped: string };
  begin(program: Program): void;
  end(program: Program): void;
  /** The folder goes. */
  tidy(dataDir: string): void;
};

const folder = () => mkdtempSync(join(tmpdir(), 'chalkbox-test-'));
const remove = (dataDir: string) => rmSync(dataDir, { recursive: true, force: true });

function attempt(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: 'pipe' });
}

/** A disk of four megabytes that something else fills to the last byte. */
const fullDisk: Fault = {
  name: 'a full disk',
  why: 'full',
  prepare() {
    const dataDir = folder();
    const failed = attempt(() => run('mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', dataDir));
    if (failed === null) return { dataDir };
    remove(dataDir);
    return { skipped: `no small disk can be mounted here: ${failed}` };
  },
  begin({ dataDir }) {
    const file = openSync(join(dataDir, 'holiday-film.mp4'), 'w');
    for (const size of [64 * 1024, 512]) {
      const piece = Buffer.alloc(size);
      while (attempt(() => void writeSync(file, piece)) === null);
    }
    closeSync(file);
  },
  end: ({ dataDir }) => rmSync(join(dataDir, 'holiday-film.mp4')),
  tidy(dataDir) {
    run('umount', dataDir);
    remove(dataDir);
  },
};

/** The system takes no byte of this program any more, as with a quota that is used up. */
export const overLimit: Fault = {
  name: 'a limit on what the program may write',
  why: 'refused',
  prepare: () =>
    attempt(() => run('prlimit', '--version')) === null
      ? { dataDir: folder() }
      : { skipped: 'prlimit is not here' },
  begin: ({ pid }) => run('prlimit', `--pid=${pid}`, '--fsize=0:'),
  end: ({ pid }) => run('prlimit', `--pid=${pid}`, '--fsize=unlimited:'),
  tidy: remove,
};

/** The files may not be written any more, as on a stick whose switch was moved. */
const readOnly: Fault = {
  name: 'files that became read-only',
  why: 'refused',
  prepare() {
    const dataDir = folder();
    const file = join(dataDir, 'try');
    closeSync(openSync(file, 'w'));
    const failed =
      attempt(() => run('chattr', '+i', file)) ?? attempt(() => run('chattr', '-i', file));
    if (failed === null) return { dataDir };
    remove(dataDir);
    return { skipped: `no file can be made read-only for who has it open: ${failed}` };
  },
  begin: ({ dataDir }) => run('chattr', '+i', ...databaseFiles(dataDir)),
  end: ({ dataDir }) => run('chattr', '-i', ...databaseFiles(dataDir)),
  tidy(dataDir) {
    // Where the test ended in the middle; an ended program has taken its log away.
    attempt(() => run('chattr', '-R', '-i', dataDir));
    remove(dataDir);
  },
};

const databaseFiles = (dataDir: string) =>
  ['chalkbox.db', 'chalkbox.db-wal'].map((name) => join(dataDir, name));

/** The disk takes what is written and cannot flush it: a stick that wears out. */
const flushFails: Fault = {
  name: 'flushes that fail',
  why: 'refused',
  prepare() {
    const dataDir = folder();
    const broken = brokenDisk(signOf(dataDir));
    if ('env' in broken) return { dataDir, env: broken.env };
    remove(dataDir);
    return broken;
  },
  begin: ({ dataDir }) => writeFileSync(signOf(dataDir), ''),
  end: ({ dataDir }) => rmSync(signOf(dataDir)),
  tidy: remove,
};

const signOf = (dataDir: string) => join(dataDir, 'flushes-fail');

export const faults: Fault[] = [fullDisk, overLimit, readOnly, flushFails];
