import { z } from 'zod';
import { statusSchema } from './frames.ts';
import { classIdSchema, lessonIdSchema, questionIdSchema, studentIdSchema } from './ids.ts';

/** What a teacher sees at home. Times in ms since 1970. */

/** A lesson that runs, at a glance. */
export const glanceSchema = z.object({
  lessonId: lessonIdSchema,
  status: statusSchema,
  /** Students whose device is connected now, and all that have a seat. */
  here: z.int(),
  seats: z.int(),
  /** Which question the class is at, from 1; null: in the lobby, or each at their own. */
  question: z.int().nullable(),
  questions: z.int(),
  /** Whether it can be answered now, and how many have. */
  open: z.boolean(),
  answered: z.int(),
});
export type Glance = z.infer<typeof glanceSchema>;
/** GET /dashboard/running → the teacher's lessons that run, newest first; asked every few seconds. */
export const runningSchema = z.object({ lessons: z.array(glanceSchema) });

/** What a lesson that is over brought, in a line. */
export const outcomeSchema = z.object({
  lessonId: lessonIdSchema,
  /** Students with an answer. */
  took: z.int(),
  /** Share of right answers, 0 to 1; null without a key or answers. */
  right: z.number().nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** Something that only the teacher can see to. */
export const attentionSchema = z.discriminatedUnion('is', [
  /** Not there in the newest two lessons or more of a class, and nobody has excused it. */
  z.object({
    is: z.literal('absent'),
    studentId: studentIdSchema,
    name: z.string(),
    classId: classIdSchema,
    className: z.string(),
    times: z.int(),
  }),
  /** Fewer than `weakBelow` were right, and it was not asked again since. */
  z.object({
    is: z.literal('weak'),
    lessonId: lessonIdSchema,
    questionId: questionIdSchema,
    text: z.string(),
    right: z.number(),
    endedAt: z.number(),
  }),
  /** Devices of a lesson that has just ended told that they hold answers. */
  z.object({
    is: z.literal('unsent'),
    lessonId: lessonIdSchema,
    title: z.string(),
    devices: z.int(),
  }),
  /** The disk is nearly full. */
  z.object({ is: z.literal('disk'), freeBytes: z.number() }),
  /** Lessons that will be made anonymous within the notice. */
  z.object({ is: z.literal('retention'), lessons: z.int(), goesAt: z.number() }),
]);
export type Attention = z.infer<typeof attentionSchema>;

/** GET /dashboard → outcomes of the newest lessons that are over, and what needs the teacher, the gravest first. */
export const dashboardSchema = z.object({
  outcomes: z.array(outcomeSchema),
  attention: z.array(attentionSchema),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

/** Below this share of right answers a question waits to be asked again. */
export const weakBelow = 0.4;
/** Fewer answers say little about a class. */
export const weakLeast = 5;
