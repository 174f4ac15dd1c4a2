import type { BackupJob, BackupReason } from '../contract/backups.ts';
import { Cancelled } from '../ports.ts';
import type { Log } from '../log.ts';
import { problemOf } from './problems.ts';

/** A job from the inside. */
export type Running = {
  /** Goes on to a phase that fills the job from `from` to `to` of the whole. */
  phase(phase: BackupJob['phase'], from: number, to: number): void;
  /** Calls the phase otherwise from now on; its part of the whole stays. */
  rename(phase: BackupJob['phase']): void;
  /** 0..1 of the phase. */
  onFraction(fraction: number): void;
  note(about: Partial<Pick<BackupJob, 'backupId' | 'folderProblem'>>): void;
  cancelled(): boolean;
};

export type Jobs = {
  job(): BackupJob | null;
  /**
   * Begins `work`; null while another one runs. `done` resolves when it has ended, whatever its end; a work that
   * throws makes it failed, with a reason.
   */
  begin(
    kind: BackupJob['kind'],
    reason: BackupReason | null,
    work: (running: Running) => Promise<void>,
  ): { job: BackupJob; done: Promise<BackupJob> } | null;
  /** Asks the running job to end, if it still can. */
  cancel(): void;
  /** Resolves when nothing runs. */
  idle(): Promise<unknown>;
};

/** One job at a time. */
export function createJobs({ now, log }: { now: () => number; log: Log }): Jobs {
  let job: BackupJob | null = null;
  let running: Promise<BackupJob> | null = null;
  let cancelled = false;

  const change = (more: Partial<BackupJob>): BackupJob => {
    if (!job) throw new Error('no job runs');
    job = { ...job, ...more };
    return job;
  };

  return {
    job: () => job,
    begin(kind, reason, work) {
      if (running) return null;
      cancelled = false;
      let range = { from: 0, to: 1 };
      const began: BackupJob = {
        number: (job?.number ?? 0) + 1,
        kind,
        phase: kind === 'backup' ? 'copying' : kind === 'restore' ? 'safety' : 'swapping',
        fraction: 0,
        cancellable: kind === 'backup' || kind === 'restore',
        startedAt: now(),
        endedAt: null,
        reason,
        backupId: null,
        problem: null,
        folderProblem: null,
      };
      job = began;
      const reach = (fraction: number) =>
        change({ fraction: Math.max(job?.fraction ?? 0, Math.min(1, fraction)) });
      const end = (more: Partial<BackupJob>): BackupJob => {
        running = null;
        return change({ ...more, cancellable: false, endedAt: now() });
      };
      const done = work({
        phase(phase, from, to) {
          range = { from, to };
          change({ phase, cancellable: phase !== 'swapping' });
          reach(from);
        },
        rename: (phase) => void change({ phase }),
        onFraction: (fraction) => void reach(range.from + fraction * (range.to - range.from)),
        note: (about) => void change(about),
        cancelled: () => cancelled,
      }).then(
        () => end({ phase: 'done', fraction: 1 }),
        (error: unknown) => {
          if (error instanceof Cancelled) return end({ phase: 'cancelled' });
          const problem = problemOf(error);
          log.error({ error, kind, reason, problem }, 'A backup or restore came to nothing.');
          return end({ phase: 'failed', problem });
        },
      );
      running = done;
      return { job: began, done };
    },
    cancel() {
      if (job?.cancellable) cancelled = true;
    },
    idle: () => running ?? Promise.resolve(),
  };
}
