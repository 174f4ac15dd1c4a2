import type { ClassId, TeacherId } from '../contract/ids.ts';
import { isRejection } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { ClassKey, ClassroomFrame, Planned, Schedule } from '../contract/schedule.ts';
import type { SchedulePort } from '../ports/schedule.ts';
import { addDays, dayAt, instantOf, minute } from './calendar.ts';
import type { By, PlanAccess } from './plan-access.ts';
import type { PlanShown } from './plan-shown.ts';

const day = 24 * 60 * minute;

/** At most so many in one list. */
export const mostListed = 100;
const mostOnDesk = 60;
/** The page of a class shows so many of those that come. */
const mostOnPage = 20;

export type PlanLists = {
  list(by: By, wanted: { from?: string; to?: string; classId?: ClassId }): Promise<Schedule>;
  get(by: By, id: string): Promise<Planned | Rejection>;
  /** For a teacher's window. */
  ofTeacher(id: TeacherId): Promise<Planned[]>;
  /** For the page of a class, or of one of its sections. */
  ofClass(key: ClassKey): Promise<ClassroomFrame['coming']>;
  /** Which day it is at the school. */
  today(): string;
};

/** What is planned, as each place that shows it wants it. */
export function createPlanLists({
  port,
  access: { allowed },
  shown,
  zone: zoneNow,
  now,
}: {
  port: SchedulePort;
  access: PlanAccess;
  shown: PlanShown['shown'];
  /** The school's time zone, an IANA name. */
  zone: () => string;
  /** ms since 1970 by the laptop's clock. */
  now: () => number;
}): PlanLists {
  return {
    today: () => dayAt(now(), zoneNow()),
    async list(by, { from, to, classId }) {
      const zone = zoneNow();
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
      const zone = zoneNow();
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
  };
}
