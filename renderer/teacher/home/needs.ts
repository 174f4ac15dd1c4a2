import type { Attention } from '../../../lan-server/contract/dashboard.ts';
import type { LessonSummary, QuizSummary } from '../../../lan-server/contract/api.ts';
import type { BackupProblem, Backups } from '../../../lan-server/contract/backups.ts';
import { isTooOld, newestGood } from '../backups/copies.ts';

/** Milliseconds after which a lesson that still runs was probably forgotten. */
const forgotten = 3 * 3_600_000;
/** Milliseconds after which something should have been copied. */
const aDay = 86_400_000;
const most = 6;

/** Something that only the teacher can set right. */
export type Need =
  | { is: 'left-open'; lesson: LessonSummary }
  | { is: 'backup-failed'; problem: BackupProblem }
  /** `madeAt`: of the newest good one; null when there is none, though there has long been something to keep. */
  | { is: 'backup-old'; madeAt: number | null }
  | { is: 'folder-not-ready'; problem: BackupProblem }
  | { is: 'unready'; quiz: QuizSummary }
  | { is: 'attention'; attention: Attention };

/** What the backups lack, the gravest first; a failed one is told once, not as an old one too. */
function backupNeeds(backups: Backups, oldest: number, now: number): Need[] {
  const newest = newestGood(backups.backups);
  const { job, daily, folder } = backups;
  const lastFailed = job?.kind === 'backup' ? job.problem : null;
  const failed = daily.problem ?? lastFailed;
  const old = newest ? isTooOld(newest, now) : now - oldest > aDay;
  const needs: Need[] = [];
  if (failed !== null) needs.push({ is: 'backup-failed', problem: failed });
  else if (old) needs.push({ is: 'backup-old', madeAt: newest?.madeAt ?? null });
  const unready = folder?.problem ?? job?.folderProblem ?? null;
  if (folder && unready !== null) needs.push({ is: 'folder-not-ready', problem: unready });
  return needs;
}

/**
 * What waits for the teacher at `now` (ms since 1970): lessons left open first, then what the backups lack (null: not known yet), then
 * what lessons that are over leave to do, then quizzes that lack something.
 */
export function needsOf(
  running: readonly LessonSummary[],
  quizzes: readonly QuizSummary[],
  backups: Backups | null,
  now: number,
  attention: readonly Attention[] = [],
): Need[] {
  const oldest = Math.min(...quizzes.map((quiz) => quiz.updatedAt), now);
  return [
    ...running
      .filter((lesson) => now - lesson.startedAt > forgotten)
      .map((lesson) => ({ is: 'left-open', lesson }) as const),
    ...(backups ? backupNeeds(backups, oldest, now) : []),
    ...attention.map((one) => ({ is: 'attention', attention: one }) as const),
    ...quizzes.filter((quiz) => quiz.unready > 0).map((quiz) => ({ is: 'unready', quiz }) as const),
  ].slice(0, most);
}
