import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { NewPlan, Planned, PlannedChanged, PlanChange, Scope } from '../contract/schedule.ts';
import type { PlannedRow, SchedulePort } from '../ports/schedule.ts';
import { addDays, daysFromTo, daysOf, instantOf, minute } from './calendar.ts';
import { beforeOf, moved } from './moved.ts';
import type { By, PlanAccess } from './plan-access.ts';

export type PlanEdits = {
  make(by: By, plan: NewPlan): Promise<PlannedChanged | Rejection>;
  change(by: By, id: string, change: PlanChange): Promise<PlannedChanged | Rejection>;
  cancel(by: By, id: string, scope: Scope): Promise<PlannedChanged | Rejection>;
  /** Takes one change or cancelling back. */
  undo(by: By, act: string): Promise<PlannedChanged | Rejection>;
  /** Works the moments out anew: what is known of time zones may have changed since. */
  settle(): Promise<void>;
};

/** How plans are made, changed, cancelled, and how that is taken back. */
export function createPlanEdits({
  port,
  access: { allowed, refusedContent },
  zone: zoneNow,
  now,
  newId,
  afterwards,
}: {
  port: SchedulePort;
  access: PlanAccess;
  /** The school's time zone, an IANA name. */
  zone: () => string;
  /** ms since 1970 by the laptop's clock. */
  now: () => number;
  newId: () => string;
  /** Tells whoever watches, and gives the occurrences as they are then. */
  afterwards: (by: By, ids: readonly string[]) => Promise<Planned[]>;
}): PlanEdits {
  return {
    async make(by, plan) {
      const refused = await refusedContent(by, plan.lesson);
      if (refused) return refused;
      const zone = zoneNow();
      const planId = newId();
      const rows = daysOf(plan.day, plan.repeat)
        .map((on): PlannedRow => {
          const startsAt = instantOf(on, plan.time, zone);
          return {
            id: newId(),
            planId,
            ownerId: by.id,
            classId: plan.lesson.classId,
            sectionId: plan.lesson.sectionId,
            lesson: plan.lesson,
            byItself: plan.byItself,
            day: on,
            time: plan.time,
            zone,
            minutes: plan.minutes,
            startsAt,
            endsAt: startsAt + plan.minutes * minute,
            state: 'planned',
            asksAgainAt: null,
            lessonId: null,
            act: null,
            before: null,
          };
        })
        .filter(({ endsAt }) => endsAt > now());
      if (rows.length === 0) return reject('plan_past');
      await port.insert(rows);
      return {
        planned: await afterwards(
          by,
          rows.map(({ id }) => id),
        ),
      };
    },
    async change(by, id, { scope, ...wanted }) {
      const row = await allowed(by, id, 'plan.change');
      if (isRejection(row)) return row;
      if (row.state !== 'planned') return reject('plan_settled');
      const refused = wanted.lesson ? await refusedContent(by, wanted.lesson) : null;
      if (refused) return refused;
      const shift = wanted.day === undefined ? 0 : daysFromTo(row.day, wanted.day);
      const act = newId();
      const rows = (scope === 'this' ? [row] : await port.following(id)).map((one) =>
        moved(one, act, {
          ...wanted,
          ...(wanted.day !== undefined && { day: addDays(one.day, shift) }),
        }),
      );
      if (rows.some(({ endsAt }) => endsAt <= now())) return reject('plan_past');
      await port.update(rows);
      const planned = await afterwards(
        by,
        rows.map((one) => one.id),
      );
      return { planned, undo: act };
    },
    async cancel(by, id, scope) {
      const row = await allowed(by, id, 'plan.change');
      if (isRejection(row)) return row;
      // Of one that was missed, too: it need not be looked at any more.
      if (row.state !== 'planned' && row.state !== 'missed') return reject('plan_settled');
      const act = newId();
      const rows = scope === 'this' ? [row] : await port.following(id);
      await port.update(
        rows.map((one) => ({ ...one, state: 'cancelled', act, before: beforeOf(one) })),
      );
      const planned = await afterwards(
        by,
        rows.map((one) => one.id),
      );
      return { planned, undo: act };
    },
    async undo(by, act) {
      const rows = await port.changedBy(act);
      const [first] = rows;
      if (!first) return reject('not_found');
      const row = await allowed(by, first.id, 'plan.change');
      if (isRejection(row)) return row;
      await port.update(
        rows.flatMap((one) =>
          one.before ? [{ ...one, ...one.before, act: null, before: null }] : [],
        ),
      );
      return {
        planned: await afterwards(
          by,
          rows.map((one) => one.id),
        ),
      };
    },
    async settle() {
      const rows = (await port.planned(now())).flatMap((row) => {
        const startsAt = instantOf(row.day, row.time, row.zone);
        if (startsAt === row.startsAt) return [];
        return [{ ...row, startsAt, endsAt: startsAt + row.minutes * minute }];
      });
      if (rows.length > 0) await port.update(rows);
    },
  };
}
