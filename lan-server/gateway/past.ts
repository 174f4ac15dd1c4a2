import type { Glance } from '../contract/dashboard.ts';
import type { LessonId, TeacherId } from '../contract/ids.ts';
import type { Erasure } from '../people/erasure.ts';
import type { Retention } from '../people/retention.ts';
import type { AttendanceOf, HistoryPort } from '../ports/history.ts';
import type { OverviewPort } from '../ports/overview.ts';

/** What home asks of lessons in memory. */
export type LiveGlances = {
  /** null: it does not run. */
  glance(lessonId: LessonId): Glance | null;
  /** Lessons that have just ended and some of whose devices hold answers. */
  unsent(): { lessonId: LessonId; ownerId: TeacherId; title: string; devices: number }[];
};

/** Home, students across lessons, releasing and erasing: what their routes stand on. */
export type Past = {
  history: HistoryPort;
  overview: OverviewPort;
  attendanceOf: AttendanceOf;
  erasure: Erasure;
  retention: Retention;
  glances: LiveGlances;
  /** Of the disk with the data; null where the system does not say. */
  freeBytes: () => Promise<number | null>;
  /** ms since 1970. */
  now: () => number;
};
