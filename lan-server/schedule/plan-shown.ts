import type { LessonId, TeacherId } from '../contract/ids.ts';
import type { Planned } from '../contract/schedule.ts';
import type { PlannedRecord, PlannedRow } from '../ports/schedule.ts';
import { standingOf } from './due.ts';

/** Of a lesson that runs or has run. */
export type LessonStatus = (lessonId: LessonId) => 'live' | 'paused' | 'ended';

export type PlanShown = {
  /** As this teacher sees it. */
  shown(row: PlannedRecord, teacherId: TeacherId): Planned;
  statusOf(row: PlannedRow): Planned['status'];
};

/** How occurrences are told: of a started one the lesson itself says where it is. */
export function createPlanShown({
  now,
  lessonStatus,
}: {
  /** ms since 1970 by the laptop's clock. */
  now: () => number;
  lessonStatus: LessonStatus;
}): PlanShown {
  function statusOf(row: PlannedRow): Planned['status'] {
    switch (row.state) {
      case 'planned':
        // Not yet marked, but over.
        return now() >= row.endsAt ? 'missed' : 'scheduled';
      case 'started':
        return row.lessonId === null ? 'ended' : lessonStatus(row.lessonId);
      case 'cancelled':
      case 'missed':
        return row.state;
      default:
        return row.state satisfies never;
    }
  }

  return {
    statusOf,
    shown(row, teacherId) {
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
    },
  };
}
