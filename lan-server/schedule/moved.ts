import type { ClassId, SectionId } from '../contract/ids.ts';
import type { PlanChange } from '../contract/schedule.ts';
import type { PlannedBefore, PlannedRow } from '../ports/schedule.ts';
import { instantOf, minute } from './calendar.ts';

/** The occurrence as it is wanted from now on, with what it was before for whoever takes it back. */
export function moved(row: PlannedRow, act: string, wanted: Omit<PlanChange, 'scope'>): PlannedRow {
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

/** What a change can be taken back to. */
export function beforeOf(row: PlannedRow): PlannedBefore {
  const { classId, sectionId, lesson, byItself, day, time, minutes, startsAt, endsAt, state } = row;
  return { classId, sectionId, lesson, byItself, day, time, minutes, startsAt, endsAt, state };
}
