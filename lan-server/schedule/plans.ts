import type { LessonSummary } from '../contract/api.ts';
import type { ClassId, LessonId, QuizId, SectionId, TeacherId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { may } from '../contract/rights.ts';
import type { Right, Role } from '../contract/rights.ts';
import type {
  ClassKey,
  ClassroomFrame,
  NewPlan,
  Planned,
  PlannedChanged,
  PlannedSettings,
  PlanChange,
  Schedule,
  Scope,
} from '../contract/schedule.ts';
import type { PlannedBefore, PlannedRecord, PlannedRow, SchedulePort } from '../ports/schedule.ts';
import { addDays, dayAt, daysFromTo, daysOf, instantOf } from './calendar.ts';
import { endIfStarted, standingOf } from './due.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** At most so many in one list. */
const mostListed = 100;
const mostOnDesk = 60;

/** Who asks. */
export type By = { id: TeacherId; role: Role };

export type Plans = {
  list(by: By, wanted: { from?: string; to?: string; classId?: ClassId }): Promise<Schedule>;
  get(by: By, id: string): Promise<Planned | Rejection>;
  make(by: By, plan: NewPlan): Promise<PlannedChanged | Rejection>;
  change(by: By, id: string, change: PlanChange): Promise<PlannedChanged | Rejection>;
  cancel(by: By, id: string, scope: Scope): Promise<PlannedChanged | Rejection>;
  undo(by: By, act: string): Promise<PlannedChanged | Rejection>;
  askLater(by: By, id: string, minutes: number): Promise<Planned | Rejection>;
  extend(by: By, id: string, minutes: number): Promise<Planned | Rejection>;
  /** Starts it, also before its time. */
  start(by: By, id: string): Promise<LessonSummary | Rejection>;
  /** The scheduler starts it. */
  startByItself(row: PlannedRow): Promise<LessonSummary | Rejection>;
  /** Whether a lesson of this plan runs. */
  runs(planId: string): Promise<boolean>;
  /** For a teacher's window. */
  ofTeacher(id: TeacherId): Promise<Planned[]>;
  /** For the page of a class, or of one of its sections. */
  ofClass(key: ClassKey): Promise<ClassroomFrame['coming']>;
  /** Which day it is at the school. */
  today(): string;
  /** Works the moments out anew: what is known of time zones may have changed since. */
  settle(): Promise<void>;
};

/** The rules of plans: what an occurrence is made of, and who may change it. What they do at which moment is due.ts. */
export function createPlans(deps: {
  port: SchedulePort;
  /** The school's time zone, an IANA name. */
  zone: () => string;
  /** ms since 1970 by the laptop's clock. */
  now: () => number;
  newId: () => string;
  /** Whether this quiz can be used by this teacher. */
  quizKnown: (ownerId: TeacherId, quizId: QuizId) => Promise<boolean>;
  /** Of a lesson that runs or has run. */
  lessonStatus: (lessonId: LessonId) => 'live' | 'paused' | 'ended';
  /** Makes the lesson of an occurrence, both in one transaction. */
  open: (
    ownerId: TeacherId,
    settings: PlannedSettings,
    planned: { id: string; endsAt: number },
  ) => Promise<LessonSummary | Rejection>;
  /** Something is otherwise now: whoever watches looks again. */
  changed: () => void;
}): Plans {
  const { port, now, newId } = deps;
  /** Plans of which a lesson is being made: two taps make one lesson. */
  const opening = new Set<string>();

  function shown(row: PlannedRecord, teacherId: TeacherId): Planned {
    const { lesson } = row;
    return {
      id: row.id,
      planId: row.planId,
      title: lesson.title || (row.quizTitle ?? ''),
      quizId: lesson.quizId,
      class: row.class,
      teacher: row.ownerName,
      mine: row.ownerId === teacherId,
      day: row.day,
      time: row.time,
      zone: row.zone,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      minutes: row.minutes,
      byItself: row.byItself,
      series: row.series,
      status: statusOf(row),
      lessonId: row.lessonId,
      due: ['asks', 'held'].includes(standingOf(row, now(), false)),
      lesson,
    };
  }

  function statusOf(row: PlannedRow): Planned['status'] {
    switch (row.state) {
      case 'planned':
        // Not yet marked, but over.
        return now() >= row.endsAt ? 'missed' : 'scheduled';
      case 'started':
        return row.lessonId === null ? 'ended' : deps.lessonStatus(row.lessonId);
      case 'cancelled':
      case 'missed':
        return row.state;
      default:
        return row.state satisfies never;
    }
  }

  /** The occurrence, where this teacher may do that with it; `not_found` for what they may not even see. */
  async function allowed(by: By, id: string, right: Right): Promise<PlannedRecord | Rejection> {
    const row = await port.get(id);
    if (!row) return reject('not_found');
    const relation = await port.relation(by.id, row);
    if (!may('plan.read', by.role, relation)) return reject('not_found');
    return may(right, by.role, relation) ? row : reject('forbidden');
  }

  async function afterwards(by: By, ids: readonly string[]): Promise<Planned[]> {
    deps.changed();
    const rows: Planned[] = [];
    for (const id of ids.slice(0, mostListed)) {
      const row = await port.get(id);
      if (row) rows.push(shown(row, by.id));
    }
    return rows;
  }

  /** Null: what the plan is made of may be used by this teacher. */
  async function refusedContent(by: By, lesson: PlannedSettings): Promise<Rejection | null> {
    const { quizId, classId, sectionId } = lesson;
    if (quizId !== null && !(await deps.quizKnown(by.id, quizId))) return reject('not_found');
    if (classId === null) return sectionId === null ? null : reject('not_found');
    const relation = await port.classRelation(by.id, classId, sectionId);
    return relation === null || relation === 'none' ? reject('not_found') : null;
  }

  async function start(row: PlannedRow): Promise<LessonSummary | Rejection> {
    const { id, planId, ownerId, lesson } = row;
    if (row.state !== 'planned' || now() >= row.endsAt) return reject('plan_settled');
    if (opening.has(planId) || (await runs(planId))) return reject('plan_runs');
    opening.add(planId);
    try {
      return await deps.open(ownerId, lesson, { id, endsAt: endIfStarted(row, now()) });
    } finally {
      opening.delete(planId);
      deps.changed();
    }
  }

  async function runs(planId: string): Promise<boolean> {
    const lessons = await port.lessonsOf(planId);
    return lessons.some((lessonId) => deps.lessonStatus(lessonId) !== 'ended');
  }

  return {
    runs,
    start: async (by, id) => {
      const row = await allowed(by, id, 'plan.run');
      return isRejection(row) ? row : start(row);
    },
    startByItself: start,
    today: () => dayAt(now(), deps.zone()),
    async list(by, { from, to, classId }) {
      const zone = deps.zone();
      const today = dayAt(now(), zone);
      const first = from ?? today;
      const last = to ?? addDays(first, 366);
      const rows = await port.list({
        teacherId: by.id,
        ...(classId !== undefined && { classId }),
        from: instantOf(first, '00:00', zone),
        to: instantOf(addDays(last, 1), '00:00', zone),
        limit: mostListed,
      });
      return { zone, today, planned: rows.map((row) => shown(row, by.id)) };
    },
    async get(by, id) {
      const row = await allowed(by, id, 'plan.read');
      return isRejection(row) ? row : shown(row, by.id);
    },
    async make(by, plan) {
      const refused = await refusedContent(by, plan.lesson);
      if (refused) return refused;
      const zone = deps.zone();
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
    async ofTeacher(id) {
      const rows = await port.list({
        teacherId: id,
        // What was missed over the weekend is still said on Monday.
        from: now() - 3 * day,
        to: now() + 14 * day,
        limit: mostListed,
      });
      const wanted = rows
        .map((row) => shown(row, id))
        .filter(({ status }) => status === 'scheduled' || status === 'missed');
      const due = wanted.filter((row) => row.due);
      return [...due, ...wanted.filter((row) => !row.due)].slice(0, mostOnDesk);
    },
    async ofClass({ classId, sectionId }) {
      const zone = deps.zone();
      const rows = await port.list({
        classId,
        from: now(),
        to: instantOf(addDays(dayAt(now(), zone), 8), '00:00', zone),
        limit: mostListed,
      });
      return rows
        .filter((row) => row.sectionId === null || row.sectionId === sectionId)
        .filter((row) => row.state === 'planned' || row.state === 'cancelled')
        .map((row) => ({
          id: row.id,
          title: row.lesson.title || (row.quizTitle ?? ''),
          teacher: row.ownerName,
          day: row.day,
          time: row.time,
          startsAt: row.startsAt,
          minutes: row.minutes,
          cancelled: row.state === 'cancelled',
        }))
        .slice(0, mostOnPage);
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

  function moved(row: PlannedRow, act: string, wanted: Omit<PlanChange, 'scope'>): PlannedRow {
    const next = {
      ...row,
      day: wanted.day ?? row.day,
      time: wanted.time ?? row.time,
      minutes: wanted.minutes ?? row.minutes,
      byItself: wanted.byItself ?? row.byItself,
      lesson: wanted.lesson ?? row.lesson,
    };
    const { classId, sectionId } = next.lesson as {
      classId: ClassId | null;
      sectionId: SectionId | null;
    };
    const startsAt = instantOf(next.day, next.time, next.zone);
    return {
      ...next,
      classId,
      sectionId,
      startsAt,
      endsAt: startsAt + next.minutes * minute,
      // Asked about again at its new time.
      asksAgainAt: null,
      act,
      before: beforeOf(row),
    };
  }
}

/** The page of a class shows so many of those that come. */
const mostOnPage = 20;

function beforeOf(row: PlannedRow): PlannedBefore {
  const { classId, sectionId, lesson, byItself, day, time, minutes, startsAt, endsAt, state } = row;
  return { classId, sectionId, lesson, byItself, day, time, minutes, startsAt, endsAt, state };
}
