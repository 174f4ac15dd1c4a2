import type { Erasure } from '../people/erasure.ts';
import type { Retention } from '../people/retention.ts';
import type { AttendanceOf, HistoryPort } from '../ports/history.ts';
import type { OverviewPort } from '../ports/overview.ts';
import type { LiveGlances } from './routes/dashboard.ts';

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
