import type { LessonSummary } from '../contract/api.ts';
import type { TeacherId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Planned, PlannedSettings } from '../contract/schedule.ts';
import type { PlannedRow, SchedulePort } from '../ports/schedule.ts';
import { minute } from './calendar.ts';
import { endIfStarted } from './due.ts';
import type { By, PlanAccess } from './plan-access.ts';
import type { LessonStatus, PlanShown } from './plan-shown.ts';

export type PlanRuns = {
  askLater(by: By, id: string, minutes: number): Promise<Planned | Rejection>;
  extend(by: By, id: string, minutes: number): Promise<Planned | Rejection>;
  /** Starts it, also before its time. */
  start(by: By, id: string): Promise<LessonSummary | Rejection>;
  /** The scheduler starts it. */
  startByItself(row: PlannedRow): Promise<LessonSummary | Rejection>;
  /** Whether a lesson of this plan runs. */
  runs(planId: string): Promise<boolean>;
};

/** Makes the lesson of an occurrence, both in one transaction. */
export type OpenPlanned = (
  ownerId: TeacherId,
  settings: PlannedSettings,
  planned: { id: string; endsAt: number },
) => Promise<LessonSummary | Rejection>;

/** How occurrences become lessons, are put off for some minutes, and are made longer. */
export function createPlanRuns({
  port,
  access: { allowed },
  statusOf,
  now,
  lessonStatus,
  open,
  changed,
  afterwards,
}: {
  port: SchedulePort;
  access: PlanAccess;
  statusOf: PlanShown['statusOf'];
  /** ms since 1970 by the laptop's clock. */
  now: () => number;
  lessonStatus: LessonStatus;
  open: OpenPlanned;
  /** Something is otherwise now: whoever watches looks again. */
  changed: () => void;
  /** Tells whoever watches, and gives the occurrences as they are then. */
  afterwards: (by: By, ids: readonly string[]) => Promise<Planned[]>;
}): PlanRuns {
  /** Plans of which a lesson is being made: two taps make one lesson. */
  const opening = new Set<string>();

  async function runs(planId: string): Promise<boolean> {
    const lessons = await port.lessonsOf(planId);
    return lessons.some((lessonId) => lessonStatus(lessonId) !== 'ended');
  }

  async function start(row: PlannedRow): Promise<LessonSummary | Rejection> {
    const { id, planId, ownerId, lesson } = row;
    if (row.state !== 'planned' || now() >= row.endsAt) return reject('plan_settled');
    if (opening.has(planId) || (await runs(planId))) return reject('plan_runs');
    opening.add(planId);
    try {
      return await open(ownerId, lesson, { id, endsAt: endIfStarted(row, now()) });
    } finally {
      opening.delete(planId);
      changed();
    }
  }

  return {
    runs,
    start: async (by, id) => {
      const row = await allowed(by, id, 'plan.run');
      return isRejection(row) ? row : start(row);
    },
    startByItself: start,
    async askLater(by, id, minutes) {
      const row = await allowed(by, id, 'plan.run');
      if (isRejection(row)) return row;
      if (row.state !== 'planned') return reject('plan_settled');
      await port.update([{ ...row, asksAgainAt: now() + minutes * minute }]);
      return (await afterwards(by, [id]))[0] ?? reject('not_found');
    },
    async extend(by, id, minutes) {
      const row = await allowed(by, id, 'plan.run');
      if (isRejection(row)) return row;
      const over = ['ended', 'cancelled', 'missed'].includes(statusOf(row));
      if (over || !(await port.extend(id, minutes))) return reject('plan_settled');
      return (await afterwards(by, [id]))[0] ?? reject('not_found');
    },
  };
}
