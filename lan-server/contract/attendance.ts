import { z } from 'zod';
import { seatIdSchema } from './ids.ts';

/** Whether a student of the list was there. */
export const attendanceMarkSchema = z.enum(['present', 'late', 'absent', 'excused']);
export type AttendanceMark = z.infer<typeof attendanceMarkSchema>;

/** Of one student: what counts, minutes after the start (null: not late), and whether the teacher has said so. */
export const attendanceSchema = z.object({
  status: attendanceMarkSchema,
  minutes: z.int().nullable(),
  marked: z.boolean(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

/** What the teacher has said; `minutes` where it was said how late. */
export type Marked = { mark: AttendanceMark; minutes: number | null };

/** Later than a whole day nobody comes to a lesson. */
export const mostMinutesLate = 1440;

/**
 * The rule of attendance. The teacher's word counts. Without it: present is who took their seat within the grace time, late who took it
 * after that, with the whole minutes since the start, absent who never did. Times in ms since 1970, grace in minutes.
 */
export function attendanceOf(of: {
  startedAt: number;
  arrivedAt: number | null;
  graceMinutes: number;
  marked: Marked | null;
}): Attendance {
  const { startedAt, arrivedAt, graceMinutes, marked } = of;
  const since =
    arrivedAt === null ? null : Math.max(0, Math.floor((arrivedAt - startedAt) / 60_000));
  if (marked) {
    const minutes = marked.mark === 'late' ? (marked.minutes ?? since) : null;
    return { status: marked.mark, minutes, marked: true };
  }
  if (arrivedAt === null || since === null)
    return { status: 'absent', minutes: null, marked: false };
  return arrivedAt - startedAt > graceMinutes * 60_000
    ? { status: 'late', minutes: since, marked: false }
    : { status: 'present', minutes: null, marked: false };
}

/** One letter each, in the order of the list: to the console. A capital: the teacher has said so. */
export const attendanceLetters = {
  present: 'p',
  late: 'l',
  absent: 'a',
  excused: 'e',
} as const satisfies Record<AttendanceMark, string>;

/** What the teacher says of one seat; null takes the word back. */
export const markAttendance = {
  mark: attendanceMarkSchema.nullable(),
  /** With `late`: how many minutes after the start; left out: as the seat was taken. */
  minutes: z.int().min(0).max(mostMinutesLate).optional(),
};

/** POST /lessons/:id/attendance → 204. */
export const newMarkSchema = z.strictObject({ seatId: seatIdSchema, ...markAttendance });
export type MarkAttendance = z.infer<typeof newMarkSchema>;

/** GET /lessons/:id/attendance: the list by name, and every correction, oldest first. Times in ms since 1970. */
export const lessonAttendanceSchema = z.object({
  students: z.array(
    attendanceSchema.extend({
      seatId: seatIdSchema,
      name: z.string().nullable(),
      /** When the seat was taken; null: never. */
      arrivedAt: z.number().nullable(),
    }),
  ),
  corrections: z.array(
    z.object({
      seatId: seatIdSchema,
      mark: attendanceMarkSchema.nullable(),
      minutes: z.int().nullable(),
      /** The teacher's name; null: not known any more. */
      by: z.string().nullable(),
      at: z.number(),
    }),
  ),
});
export type LessonAttendance = z.infer<typeof lessonAttendanceSchema>;
