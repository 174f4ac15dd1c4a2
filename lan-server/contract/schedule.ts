import { z } from 'zod';
import { newLessonSchema } from './api.ts';
import {
  classIdSchema,
  joinCodeSchema,
  lessonIdSchema,
  quizIdSchema,
  sectionIdSchema,
} from './ids.ts';
import type { ClassId, SectionId } from './ids.ts';

/** Lessons in time: docs/schedule.md has the rules. Days and times are the wall clock's in the plan's time zone. */

/** 2027-03-28 */
export const daySchema = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .refine(isDay);
/** 09:05 */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** How long a lesson is to last. */
export const minutesSchema = z.int().min(5).max(600);

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** Weekly on these weekdays (1 Monday … 7 Sunday), from the first day on, until a day (included) or so many times. */
export const repeatSchema = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  end: z.union([
    z.strictObject({ until: daySchema }),
    z.strictObject({ times: z.int().min(1).max(200) }),
  ]),
});
export type Repeat = z.infer<typeof repeatSchema>;

/** What an occurrence of a plan will be started with: as in POST /lessons. */
export const plannedSettingsSchema = newLessonSchema;
export type PlannedSettings = z.infer<typeof plannedSettingsSchema>;

/** POST /schedule → { planned }: all occurrences that were made, 201. */
export const newPlanSchema = z.strictObject({
  lesson: plannedSettingsSchema,
  day: daySchema,
  time: timeOfDaySchema,
  minutes: minutesSchema.default(45),
  /** Starts when it is time; otherwise the teacher is asked. */
  byItself: z.boolean().default(false),
  repeat: repeatSchema.nullable().default(null),
});
export type NewPlan = z.infer<typeof newPlanSchema>;

/** One occurrence, or it and all that come after it in its plan. */
export const scopeSchema = z.enum(['this', 'following']);
export type Scope = z.infer<typeof scopeSchema>;

/**
 * PATCH /schedule/:id → { planned, undo }. Only what is given changes. `day` with `following`: all move by as many days.
 */
export const planChangeSchema = z.strictObject({
  scope: scopeSchema.default('this'),
  lesson: plannedSettingsSchema.optional(),
  day: daySchema.optional(),
  time: timeOfDaySchema.optional(),
  minutes: minutesSchema.optional(),
  byItself: z.boolean().optional(),
});
export type PlanChange = z.infer<typeof planChangeSchema>;

/** POST /schedule/:id/cancel → { undo, planned }. */
export const cancelPlannedSchema = z
  .strictObject({ scope: scopeSchema.default('this') })
  .optional()
  .default({ scope: 'this' });

/** POST /schedule/undo → { planned }: takes back one change or cancelling, where it has not been started or changed since. */
export const undoSchema = z.strictObject({ undo: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/) });

/** POST /schedule/:id/later → Planned: a lesson that is due is asked about again after so many minutes. */
export const askLaterSchema = z
  .strictObject({ minutes: z.int().min(1).max(120).default(5) })
  .optional()
  .default({ minutes: 5 });

/** POST /schedule/:id/extend → Planned: so much longer, also while the lesson runs. */
export const extendSchema = z.strictObject({ minutes: z.int().min(1).max(240) });

export const plannedStatusSchema = z.enum([
  'scheduled',
  'live',
  'paused',
  'ended',
  'cancelled',
  'missed',
]);

/** The class, and the section of it, that something is for. */
export const classPlaceSchema = z.object({
  id: classIdSchema,
  name: z.string(),
  sectionId: sectionIdSchema.nullable(),
  sectionName: z.string().nullable(),
});
export type ClassPlace = z.infer<typeof classPlaceSchema>;

/** One occurrence of a plan, as teachers see it. */
export const plannedSchema = z.object({
  id: z.string(),
  /** Occurrences that were made together. */
  planId: z.string(),
  /** The quiz's where none was given; may be empty. */
  title: z.string(),
  quizId: quizIdSchema.nullable(),
  class: classPlaceSchema.nullable(),
  /** Whose lesson it will be, and whether that is who asks: only they may edit and cancel. */
  teacher: z.string(),
  mine: z.boolean(),
  day: daySchema,
  time: timeOfDaySchema,
  /** IANA name of the time zone that `day` and `time` are told in. */
  zone: z.string(),
  /** ms since 1970; the end as it stands now, extended or not. */
  startsAt: z.number(),
  endsAt: z.number(),
  minutes: z.int(),
  byItself: z.boolean(),
  /** Whether its plan has more occurrences than this one. */
  series: z.boolean(),
  status: plannedStatusSchema,
  /** The lesson that came of it. */
  lessonId: lessonIdSchema.nullable(),
  /** It is time, it has not been started, and the teacher is to be asked. */
  due: z.boolean(),
  lesson: plannedSettingsSchema,
});
export type Planned = z.infer<typeof plannedSchema>;

export const plannedParamsSchema = z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/) });
/** GET /schedule?from=&to=&classId= → { zone, today, planned }: by time, the first 100 at most from `from` (a day; today where left out). */
export const scheduleQuerySchema = z.object({
  from: daySchema.optional(),
  to: daySchema.optional(),
  classId: classIdSchema.optional(),
});
export const scheduleSchema = z.object({
  zone: z.string(),
  today: daySchema,
  planned: z.array(plannedSchema),
});
export type Schedule = z.infer<typeof scheduleSchema>;
/** What POST, PATCH, cancel and undo give back. `undo`: what takes it back. */
export const plannedChangedSchema = z.object({
  planned: z.array(plannedSchema),
  undo: z.string().optional(),
});
export type PlannedChanged = z.infer<typeof plannedChangedSchema>;

// ── rooms ───────────────────────────────────────────────────────────────────

/** Where a lesson is, as it is told outside the lesson. */
const progress = {
  status: z.enum(['live', 'paused']),
  /** Of the current question, from 1; null before the first. */
  number: z.int().nullable(),
  of: z.int(),
  startedAt: z.number(),
  /** When it is to end; null: nobody said. */
  endsAt: z.number().nullable(),
};

/** Server → a teacher's window, event `desk`: all lessons and plans of theirs, the whole each time. */
export const deskFrameSchema = z.object({
  seq: z.int(),
  /** The laptop's time, ms since 1970: clients count on by their own monotonic clock. */
  now: z.number(),
  today: daySchema,
  live: z.array(
    z.object({
      lessonId: lessonIdSchema,
      /** The occurrence that it came of. */
      plannedId: z.string().nullable(),
      title: z.string(),
      code: joinCodeSchema,
      class: classPlaceSchema.nullable(),
      seats: z.int(),
      here: z.int(),
      /** Started by the program itself. */
      byItself: z.boolean(),
      ...progress,
    }),
  ),
  /** Of the next fourteen days, those that are due first, sixty at most; those that were missed lately are among them. */
  planned: z.array(plannedSchema),
});
export type DeskFrame = z.infer<typeof deskFrameSchema>;
export type DeskLesson = DeskFrame['live'][number];

/** Server → a student's device that is signed in to a class, event `classroom`: what concerns its class and section. */
export const classroomFrameSchema = z.object({
  seq: z.int(),
  now: z.number(),
  today: daySchema,
  class: z.object({ name: z.string(), section: z.string().nullable() }),
  live: z.array(
    z.object({ title: z.string(), teacher: z.string(), code: joinCodeSchema, ...progress }),
  ),
  /** Today's and what comes within seven days; also what was cancelled of it. */
  coming: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      teacher: z.string(),
      day: daySchema,
      time: timeOfDaySchema,
      startsAt: z.number(),
      minutes: z.int(),
      cancelled: z.boolean(),
    }),
  ),
});
export type ClassroomFrame = z.infer<typeof classroomFrameSchema>;

export type ClassKey = { classId: ClassId; sectionId: SectionId | null };
