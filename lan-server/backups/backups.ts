import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Backup,
  BackupFlaw,
  BackupId,
  BackupJob,
  BackupPlace,
  BackupPlaces,
  BackupProblem,
  BackupReason,
  Backups as BackupsState,
} from '../contract/backups.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Log } from '../log.ts';
import type { Checker, SessionRow } from '../ports.ts';
import { carryBackup } from './carry.ts';
import type { ChosenFolder } from './chosen-folder.ts';
import { dailyAfterMs } from './daily.ts';
import { listBackups, partial } from './folders.ts';
import { createJobs } from './job.ts';
import type { Running } from './job.ts';
import { makeBackup } from './make.ts';
import type { Manifest } from './manifest.ts';
import { findPlaces, freeSpace, withPatience } from './places.ts';
import { BackupFailure, problemOf } from './problems.ts';
import type { Program } from './program.ts';
import { createRestoring } from './restore.ts';
import { allBut, isFromTheFuture, outdated } from './rotation.ts';

export type Backups = {
  state(): Promise<BackupsState>;
  job(): BackupJob | null;
  places(): Promise<BackupPlaces>;
  chooseFolder(path: string | null): Promise<BackupsState | Rejection>;
  /** Begins a backup. `done` resolves with the job's end. `replaceOlder`: once it is good, all older good ones of this laptop go. */
  backUp(
    reason: BackupReason,
    how?: { replaceOlder?: boolean },
  ): { job: BackupJob; done: Promise<BackupJob> } | Rejection;
  /** Begins a restore; `by` stays signed in. */
  restore(
    wanted: { id: BackupId; place: BackupPlace },
    by: SessionRow,
  ): Promise<{ job: BackupJob } | Rejection>;
  startEmpty(by: SessionRow): { job: BackupJob } | Rejection;
  goOn(by: SessionRow): { job: BackupJob } | Rejection;
  cancel(): void;
  /** When the newest good daily one of this laptop was made. */
  newestDailyAt(): Promise<number | null>;
  /** Cancels what can be cancelled and waits for it. */
  stop(): Promise<void>;
};

/** Backups and what is done with them, one job at a time. */
export function createBackups(deps: {
  dataDir: string;
  backupsDir: string;
  folder: ChosenFolder;
  checker: Checker;
  program: Program;
  programVersion: string;
  schemaVersion: number;
  instanceId: string;
  /** When the next daily one is due. */
  nextDailyAt: () => number | null;
  now: () => number;
  log: Log;
}): Backups {
  const { dataDir, backupsDir, folder, checker, program, now, log } = deps;
  const jobs = createJobs({ now, log });
  const flaws = new Map<string, BackupFlaw>();
  let dailyProblem: BackupProblem | null = null;

  const placeOf = (place: BackupPlace) => (place === 'local' ? backupsDir : folder.inside());

  const list = async (place: BackupPlace): Promise<Backup[]> => {
    const where = placeOf(place);
    if (where === null) return [];
    return listBackups(where, {
      place,
      instanceId: deps.instanceId,
      schemaVersion: deps.schemaVersion,
      flawOf: (place, id) => flaws.get(`${place} ${id}`) ?? null,
    });
  };

  const newestDailyAt = async () =>
    (await list('local')).find(
      // One of a clock that was ahead would look like the newest until then, and each look would make another.
      (one) =>
        one.reason === 'daily' && one.flaw === null && one.own && !isFromTheFuture(one, now()),
    )?.madeAt ?? null;

  async function state(): Promise<BackupsState> {
    const [local, away, folderState, lastAt] = await Promise.all([
      list('local'),
      // A network drive that is gone may never answer, and the page should.
      withPatience(list('folder'), []),
      folderNow(),
      newestDailyAt(),
    ]);
    const backups = [...local, ...away].toSorted((a, b) => b.madeAt - a.madeAt);
    const good = backups
      .filter(({ flaw }) => flaw === null)
      .toSorted((a, b) => Number(isFromTheFuture(a, now())) - Number(isFromTheFuture(b, now())));
    const offered = good.find(({ own }) => own) ?? good[0];
    return {
      backups,
      offered: offered ? { id: offered.id, place: offered.place } : null,
      daily: {
        lastAt,
        nextAt: program.copy() === null ? null : (deps.nextDailyAt() ?? dueAfter(lastAt)),
        problem: dailyProblem,
      },
      folder: folderState,
      job: jobs.job(),
    };
  }

  const dueAfter = (lastAt: number | null) => (lastAt === null ? now() : lastAt + dailyAfterMs);

  async function folderNow(): Promise<BackupsState['folder']> {
    const path = folder.path();
    if (path === null) return null;
    const problem = await withPatience(folder.problem(), 'missing' as const);
    const space = problem === null ? await withPatience(freeSpace(path), null) : null;
    return { path, problem, freeBytes: space?.freeBytes ?? null };
  }

  /** Takes away what rotation lets go. What cannot be removed is tried again next time: the new backup is good all the same. */
  async function rotate(place: BackupPlace, only: BackupId | null = null): Promise<void> {
    const where = placeOf(place);
    if (where === null) return;
    try {
      const there = await list(place);
      const gone = only === null ? outdated(there, now()) : allBut(only, there);
      for (const id of gone) {
        // Under another name first: half a backup must not look like one.
        await rename(join(where, id), join(where, id + partial));
        await rm(join(where, id + partial), { recursive: true, force: true });
      }
    } catch (error) {
      log.warn({ error, place }, 'Old backups could not be removed.');
    }
  }

  async function make(
    reason: BackupReason,
    running: Running,
  ): Promise<Manifest & { id: BackupId }> {
    const copy = program.copy();
    if (!copy) throw new BackupFailure('damaged');
    const { id, manifest } = await makeBackup(
      { ...deps, copy, programVersion: deps.programVersion },
      reason,
      {
        ...running,
        // Within a restore, the safety copy stays one phase.
        onChecking: () => reason !== 'safety' && running.rename('checking'),
      },
    );
    log.info({ id, contents: manifest.contents }, 'A backup was made and read back.');
    return { ...manifest, id };
  }

  /** The backup on the laptop is good whatever becomes of this. */
  async function toFolder(
    id: BackupId,
    manifest: Manifest,
    running: Running,
    replaceOlder: boolean,
  ): Promise<void> {
    const to = folder.inside();
    if (to === null) return;
    running.phase('toFolder', 0.6, 1);
    try {
      const problem = await folder.problem();
      if (problem !== null) throw new BackupFailure(problem);
      await carryBackup({ id, manifest, from: backupsDir, to }, checker, running);
      await rotate('folder', replaceOlder ? id : null);
    } catch (error) {
      if (running.cancelled()) throw error;
      const folderProblem = problemOf(error);
      running.note({ folderProblem });
      log.warn({ error, id, folderProblem }, 'A backup could not be copied to the chosen folder.');
    }
  }

  function backUp(
    reason: BackupReason,
    { replaceOlder = false }: { replaceOlder?: boolean } = {},
  ): ReturnType<Backups['backUp']> {
    const begun = jobs.begin('backup', reason, async (running) => {
      running.phase('copying', 0, folder.inside() === null || reason === 'migration' ? 1 : 0.6);
      const { id, ...manifest } = await make(reason, running);
      running.note({ backupId: id });
      if (reason === 'daily' || reason === 'manual')
        await toFolder(id, manifest, running, replaceOlder);
      await rotate('local', replaceOlder ? id : null);
    });
    if (!begun) return reject('backup_running');
    if (reason !== 'daily') return begun;
    const done = begun.done.then((job) => {
      if (job.phase !== 'cancelled') dailyProblem = job.problem ?? job.folderProblem;
      return job;
    });
    return { ...begun, done };
  }

  const restoring = createRestoring({
    dataDir,
    checker,
    program,
    copyFirst: (running) => make('safety', running),
    rotate: () => rotate('local'),
    onFlaw: (wanted, flaw) => flaws.set(`${wanted.place} ${wanted.id}`, flaw),
    log,
  });

  return {
    state,
    job: jobs.job,
    async places() {
      return { places: await findPlaces() };
    },
    async chooseFolder(path) {
      try {
        await folder.choose(path);
      } catch (error) {
        return reject('folder_unusable', { problem: problemOf(error) });
      }
      return state();
    },
    backUp,
    async restore({ id, place }, by) {
      const from = placeOf(place);
      const wanted = from === null ? undefined : (await list(place)).find((one) => one.id === id);
      if (from === null || !wanted) return reject('not_found');
      if (wanted.flaw !== null) return reject('backup_flawed', { flaw: wanted.flaw });
      if (program.lessonsRun()) return reject('lesson_runs');
      const begun = jobs.begin('restore', null, (running) =>
        restoring.restore(from, wanted, by, running),
      );
      return begun ? { job: begun.job } : reject('backup_running');
    },
    startEmpty(by) {
      if (program.copy() !== null) return reject('not_in_rescue');
      const begun = jobs.begin('empty', null, (running) => restoring.startEmpty(by, running));
      return begun ? { job: begun.job } : reject('backup_running');
    },
    goOn(by) {
      if (program.copy() !== null) return reject('not_in_rescue');
      if (!program.canGoOn()) return reject('forbidden');
      const begun = jobs.begin('goOn', null, async () => {
        await program.goOn(by);
        log.info(
          {},
          'The program goes on with what can be read; a copy of the damaged files is kept.',
        );
      });
      return begun ? { job: begun.job } : reject('backup_running');
    },
    cancel: jobs.cancel,
    newestDailyAt,
    async stop() {
      jobs.cancel();
      await withPatience(jobs.idle(), null);
    },
  };
}

/** A daily backup by the clock: whether it went well; null where it could not begin now. */
export async function makeDaily(
  backups: Pick<Backups, 'backUp'>,
  hasData: () => Promise<boolean>,
): Promise<boolean | null> {
  if (!(await hasData())) return null;
  const begun = backups.backUp('daily');
  if (isRejection(begun)) return null;
  return (await begun.done).phase === 'done';
}
