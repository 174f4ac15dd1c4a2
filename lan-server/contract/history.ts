import { z } from 'zod';
import { lessonIdSchema, questionIdSchema, studentIdSchema } from './ids.ts';
import { attendanceMarkSchema } from './attendance.ts';

/** One student across lessons, what students see of their own results, and how long names are kept. Times in ms since 1970. */

/** What a student did in one lesson. */
export const studentLessonSchema = z.object({
  lessonId: lessonIdSchema,
  title: z.string(),
  subject: z.string(),
  /** null: given to no class. */
  className: z.string().nullable(),
  startedAt: z.number(),
  /** null: it still runs. */
  endedAt: z.number().nullable(),
  points: z.number(),
  maxPoints: z.number(),
  /** Questions that were asked, and how many of them were answered. */
  asked: z.int(),
  answered: z.int(),
  /** Of those with a key: how many were asked, and how many were answered fully right. */
  keyed: z.int(),
  right: z.int(),
  attendance: attendanceMarkSchema,
  /** Minutes after the start; null: not late. */
  minutesLate: z.int().nullable(),
});
export type StudentLesson = z.infer<typeof studentLessonSchema>;

/** GET /students/:id/history → those lessons that the asking teacher may read, oldest first. */
export const studentHistorySchema = z.object({
  student: z.object({
    id: studentIdSchema,
    name: z.string(),
    number: z.string().nullable(),
    avatar: z.string(),
    archivedAt: z.number().nullable(),
  }),
  /** Where the student is and was, oldest first; `to` null: still. */
  enrolments: z.array(
    z.object({
      className: z.string(),
      sectionName: z.string().nullable(),
      from: z.number(),
      to: z.number().nullable(),
    }),
  ),
  devices: z.int(),
  lessons: z.array(studentLessonSchema),
  /** What the student wrote where nothing is right or wrong, newest first. */
  written: z.array(
    z.object({
      lessonId: lessonIdSchema,
      lessonTitle: z.string(),
      question: z.string(),
      text: z.string(),
      at: z.number(),
    }),
  ),
  /** Whether the asking teacher may erase this student. */
  mayErase: z.boolean(),
});
export type StudentHistory = z.infer<typeof studentHistorySchema>;
// GET /students/:id/export.json?lang=, /export.html?lang= → a file with everything that is kept of the student
// DELETE /students/:id/everything → 204; `lesson_runs` while any lesson runs

// ── GET, PUT /lessons/:id/released ──────────────────────────────────────────
/** Whether students may read their own results of a lesson. */
export const releasedSchema = z.strictObject({ released: z.boolean() });
export type Released = z.infer<typeof releasedSchema>;
/** The answer to GET. `list`: it had a list of names; only then students can be told apart, and see theirs. */
export const releaseStateSchema = releasedSchema.extend({ list: z.boolean() });
export type ReleaseState = z.infer<typeof releaseStateSchema>;

/** One question of a lesson as its student may see it once the results are released. */
export const myAnswerSchema = z.object({
  questionId: questionIdSchema,
  question: z.string(),
  /** What this student gave; null: nothing. */
  mine: z.string().nullable(),
  /** null: nothing is right or wrong. */
  right: z.boolean().nullable(),
  /** What would have been right; null without a key. */
  key: z.string().nullable(),
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  explanation: z.string(),
});
/** One released lesson as its student sees it: nothing in it is another's. */
export const myLessonSchema = z.object({
  lessonId: lessonIdSchema,
  title: z.string(),
  startedAt: z.number(),
  points: z.number(),
  maxPoints: z.number(),
  answers: z.array(myAnswerSchema),
});
export type MyLesson = z.infer<typeof myLessonSchema>;
/** So many released lessons are told at once, the newest. */
export const mostMyLessons = 10;

// ── GET /privacy ────────────────────────────────────────────────────────────
/** How long names are kept, and which lessons will be made anonymous, the first to go first. */
export const privacySchema = z.object({
  /** Days after the end of a lesson; null: for ever. */
  days: z.int().nullable(),
  coming: z.array(
    z.object({
      lessonId: lessonIdSchema,
      /** null: a colleague's. */
      title: z.string().nullable(),
      endedAt: z.number(),
      seats: z.int(),
      goesAt: z.number(),
    }),
  ),
});
export type Privacy = z.infer<typeof privacySchema>;
