import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupFlaw } from '../contract/backups.ts';
import type { Log } from '../log.ts';
import type { Checker, SessionRow } from '../ports.ts';
import { copyFiles } from './carry.ts';
import { clearStaging, stagingFolder } from './exchange.ts';
import type { Running } from './job.ts';
import { readManifest } from './manifest.ts';
import { BackupFailure } from './problems.ts';
import type { Program } from './program.ts';

/** How often a restore copies again what was written meanwhile; a program that asks for `/health` writes all the time. */
const mostCopiesAgain = 2;

export type Restoring = {
  /** Puts a backup (`wanted`, in the folder `from`) in the place of the live data; `by` stays signed in. */
  restore(from: string, wanted: Backup, by: SessionRow, running: Running): Promise<void>;
  /** Begins with an empty database. */
  startEmpty(by: SessionRow, running: Running): Promise<void>;
};

/** Puts other data in the place of the program's own: fetched and checked beside it first, never without a copy of what was there. */
export function createRestoring({
  dataDir,
  checker,
  program,
  copyFirst,
  rotate,
  onFlaw,
  log,
}: {
  dataDir: string;
  checker: Checker;
  program: Program;
  /** Makes the safety copy. */
  copyFirst: (running: Running) => Promise<unknown>;
  rotate: () => Promise<void>;
  /** A backup turned out to be broken. */
  onFlaw: (backup: Backup, flaw: BackupFlaw) => void;
  log: Log;
}): Restoring {
  async function fetchBackup(from: string, wanted: Backup, running: Running): Promise<void> {
    const staged = stagingFolder(dataDir);
    const flawed = (flaw: BackupFlaw): never => {
      onFlaw(wanted, flaw);
      throw new BackupFailure(flaw === 'newer' ? 'newer' : 'damaged');
    };
    running.phase('fetching', 0.35, 0.65);
    const manifest = await readManifest(join(from, wanted.id));
    if (!manifest) return flawed('incomplete');
    await mkdir(staged, { recursive: true, mode: 0o700 });
    await copyFiles(join(from, wanted.id), staged, manifest, running);
    running.phase('checking', 0.65, 0.9);
    // The copy is read and not the stick: it is what will be opened.
    const checked = await checker.verify(staged, manifest.files, running.cancelled);
    if (!checked.ok) return flawed(checked.flaw);
  }

  async function restore(
    from: string,
    wanted: Backup,
    by: SessionRow,
    running: Running,
  ): Promise<void> {
    const staged = stagingFolder(dataDir);
    running.note({ backupId: wanted.id });
    clearStaging(dataDir);
    /** What was written when the newest safety copy began. */
    let still: number | null = null;
    try {
      if (program.copy() !== null) await copyNow(0, 0.35);
      await fetchBackup(from, wanted, running);
      await program.prepare(staged, by);
      for (let again = 0; !(await swap(again < mostCopiesAgain)); again += 1)
        await copyNow(0.85, 0.9);
    } finally {
      // After an exchange there is nothing left in it.
      clearStaging(dataDir);
    }
    // Not before: the backup that is restored could be the oldest.
    await rotate();

    async function copyNow(begin: number, end: number) {
      running.phase('safety', begin, end);
      still = program.writes();
      await copyFirst(running);
    }

    async function swap(onlyIfCopied: boolean): Promise<boolean> {
      if (program.lessonsRun()) throw new BackupFailure('lesson_runs');
      running.phase('swapping', 0.9, 1);
      // A quiz saved in another tab, a late answer: nobody's work may be in neither the safety copy nor the restored data.
      const exchanged = await program.exchange(onlyIfCopied ? still : null);
      if (exchanged) log.info({ id: wanted.id }, 'A backup was restored.');
      return exchanged;
    }
  }

  async function startEmpty(by: SessionRow, running: Running): Promise<void> {
    const staged = stagingFolder(dataDir);
    clearStaging(dataDir);
    await mkdir(staged, { mode: 0o700 });
    await program.prepare(staged, by);
    running.phase('swapping', 0.5, 1);
    await program.exchange(null);
    log.info({}, 'The program begins with an empty database; the damaged files are kept.');
  }

  return { restore, startEmpty };
}
