import { z } from 'zod';
import { pictureSchema, questionSchema } from '../questions/index.ts';
import { acceptedAnswer } from './commands.ts';
import { confidenceSchema } from './confidence.ts';
import { comparedVotesSchema } from './comparison.ts';
import { doorSchema, identitySchema, statusSchema } from './frames.ts';
import {
  classIdSchema,
  joinCodeSchema,
  launchKeySchema,
  lessonIdSchema,
  questionIdSchema,
  quizIdSchema,
  seatIdSchema,
  sectionIdSchema,
  teacherIdSchema,
} from './ids.ts';
import { languageSchema } from './languages.ts';
import { lateReasonSchema, lateRuleSchema } from './late.ts';
import { gameResultsSchema } from './game.ts';
import { findSchema, momentSchema, nextSchema, pageShape } from './lists.ts';
import { schoolSchema } from './school.ts';
import { passwordSchema, pinSchema, signInAsSchema, teacherNameSchema } from './staff.ts';
import { roleSchema } from './rights.ts';
import { defaultPlay, playSchema } from './play.ts';
import { cardStandingSchema } from './moderation.ts';
import { teacherPostSchema } from './qa.ts';

/** All bodies of `/api/v1`; answers are JSON, errors `{ error: { code, message, details? } }` (rejections.ts). */

const title = z.string().trim().max(200);

// ── POST, GET, DELETE /session ──────────────────────────────────────────────
export const signInSchema = z.union([
  z.strictObject({ launchKey: launchKeySchema }),
  z.strictObject({ password: z.string().min(1).max(200) }),
  ...signInAsSchema.options,
]);
/** GET, and the answer to POST. `teacher` is null before the welcome is done, and while somebody has to say who sits at the laptop. */
export const sessionSchema = z.object({
  teacher: z
    .object({
      id: teacherIdSchema,
      name: z.string(),
      role: roleSchema,
      language: languageSchema.nullable(),
      hasPassword: z.boolean(),
      hasPin: z.boolean(),
      /** This session was opened at the laptop itself. */
      atLaptop: z.boolean(),
    })
    .nullable(),
  /** Only there while nobody has said which of several teachers sits at the laptop. */
  choose: z.literal(true).optional(),
  /** Whether others teach on this laptop too. */
  several: z.boolean().optional(),
  /** Of the school's settings what every page shows. */
  school: schoolSchema.pick({ name: true, logo: true, language: true, weekStart: true }).optional(),
  /** Only there when the program found its data damaged (backups.ts): nothing but rescue answers, and there is no welcome. */
  rescue: z.literal(true).optional(),
});
export type Session = z.infer<typeof sessionSchema>;

// ── GET /setup (open to all), POST /setup (once, from the laptop) ───────────
export const setupStateSchema = z.object({
  done: z.boolean(),
  hasPassword: z.boolean(),
  /** Only there when the data is damaged: nobody gets in but with the launch key. */
  rescue: z.literal(true).optional(),
});
export const setupSchema = z.strictObject({
  name: teacherNameSchema,
  password: passwordSchema.nullable(),
  language: languageSchema.nullable(),
});

// ── PATCH /teacher: only what is given changes; `password: null` removes it, as does `pin: null` ─
export const teacherPatchSchema = z.strictObject({
  name: teacherNameSchema.optional(),
  language: languageSchema.nullable().optional(),
  password: passwordSchema.nullable().optional(),
  pin: pinSchema.nullable().optional(),
});

// ── /quizzes ────────────────────────────────────────────────────────────────
export const quizSchema = z.object({
  id: quizIdSchema,
  title,
  subject: title,
  questions: z.array(questionSchema).max(200),
  /** Grows by one at each save; a save names the one it started from, so that two tabs cannot undo each other. */
  revision: z.int(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Quiz = z.infer<typeof quizSchema>;
export const quizParamsSchema = z.object({ id: quizIdSchema });
/** GET /quizzes?q=&subject= → a page, newest first. */
export const quizListQuerySchema = z.object({
  ...pageShape,
  /** In the title. */
  q: findSchema.optional(),
  subject: findSchema.optional(),
});
export type QuizListQuery = z.infer<typeof quizListQuerySchema>;
export const quizSummarySchema = z.object({
  id: quizIdSchema,
  title: z.string(),
  subject: z.string(),
  questions: z.int(),
  /** How many questions cannot be asked yet. */
  unready: z.int(),
  updatedAt: z.number(),
  usedAt: z.number().nullable(),
});
export type QuizSummary = z.infer<typeof quizSummarySchema>;
export const quizListSchema = z.object({ quizzes: z.array(quizSummarySchema), next: nextSchema });
/** POST /quizzes → Quiz. */
export const newQuizSchema = z.strictObject({
  title: title.default(''),
  subject: title.default(''),
  questions: z.array(questionSchema).max(200).default([]),
});
/** PUT /quizzes/:id; `changed_elsewhere` with the newer Quiz in `details`. */
export const saveQuizSchema = z.strictObject({
  title,
  subject: title,
  questions: z.array(questionSchema).max(200),
  revision: z.int().min(0),
});
export const quizSavedSchema = z.object({ revision: z.int(), updatedAt: z.number() });
/** POST /quizzes/:id/duplicate → Quiz. `title` comes from the page, which speaks the teacher's language; none = the same. */
export const duplicateQuizSchema = z
  .strictObject({ title: title.optional() })
  .optional()
  .default({});
// DELETE /quizzes/:id → 204, POST /quizzes/:id/restore → Quiz (undo)

// ── /lessons ────────────────────────────────────────────────────────────────
/** POST /lessons → LessonSummary. Without a quiz: one “A B C D” question, asked aloud. */
export const newLessonSchema = z.strictObject({
  quizId: quizIdSchema.nullable().default(null),
  title: title.default(''),
  identity: identitySchema.default('nickname'),
  changes: z.boolean().default(true),
  late: lateRuleSchema.default('tapped'),
  play: playSchema.default(defaultPlay),
  /** Whose lesson it is: a class that the teacher teaches, or one section of it. A list of names (`roster`) needs one. */
  classId: classIdSchema.nullable().default(null),
  sectionId: sectionIdSchema.nullable().default(null),
});
export const lessonSummarySchema = z.object({
  id: lessonIdSchema,
  title: z.string(),
  subject: z.string(),
  code: joinCodeSchema,
  status: statusSchema,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  questions: z.int(),
  /** Seats taken and not removed. */
  seats: z.int(),
  /** Whose lesson it is; left out where it is one's own. */
  sharedBy: z.string().optional(),
});
export type LessonSummary = z.infer<typeof lessonSummarySchema>;
/** GET /lessons → a page, newest first; GET /lessons/:id → LessonSummary. */
export const lessonListSchema = z.object({
  lessons: z.array(lessonSummarySchema),
  next: nextSchema,
});
export const lessonListQuerySchema = z.object({
  ...pageShape,
  /** `live` holds paused ones too. */
  status: z.enum(['live', 'ended']).optional(),
  /** Begun at this moment or later, before that one. */
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  classId: classIdSchema.optional(),
  subject: findSchema.optional(),
  /** In the title. */
  q: findSchema.optional(),
});
export type LessonListQuery = z.infer<typeof lessonListQuerySchema>;
export const lessonParamsSchema = z.object({ id: lessonIdSchema });

/** What each device of a student said to a question, devices counted from 1 in the order in which they came; `at` in ms since 1970. */
export const deviceConflictSchema = z.object({
  seatId: seatIdSchema,
  questionId: questionIdSchema,
  answers: z.array(
    z.object({
      device: z.int(),
      text: z.string(),
      letter: z.string().nullable(),
      at: z.number(),
    }),
  ),
});
export type DeviceConflict = z.infer<typeof deviceConflictSchema>;

/** GET /lessons/:id/results. Counted answers of the last round of each question. */
export const resultsSchema = z.object({
  lesson: lessonSummarySchema,
  questions: z.array(
    z.object({
      question: questionSchema,
      rounds: z.int(),
      skipped: z.boolean(),
      answered: z.int(),
      /** Fully right; null without a key. */
      right: z.int().nullable(),
      /** Mean credit 0..1 over those who answered; null without a key or answers. */
      meanCredit: z.number().nullable(),
      /** How sure students were, in the last vote; null where nobody said. */
      confidence: confidenceSchema.nullable(),
      /** Every vote on it, oldest first, where there were several; else empty. `right` as above. */
      votes: z.array(z.object({ round: z.int(), answered: z.int(), right: z.int().nullable() })),
      /** The first vote that anybody answered beside the last; null where there was only one. */
      compared: comparedVotesSchema.nullable(),
      /** As the wall drew it. */
      picture: pictureSchema,
      rows: z.array(
        z.object({
          label: z.string(),
          letter: z.string().nullable(),
          count: z.int(),
          right: z.boolean().nullable(),
          /** A typed answer that can be accepted, or not any more (POST /lessons/:id/accepted). */
          typed: z
            .object({ part: z.int(), text: z.string(), accepted: z.boolean() })
            .nullable()
            .optional(),
        }),
      ),
    }),
  ),
  students: z.array(
    z.object({
      seatId: seatIdSchema,
      /** Position in the lesson from 1; shown where there is no name. */
      number: z.int(),
      name: z.string().nullable(),
      removed: z.boolean(),
      points: z.number(),
      /** By question, in the lesson's order; null = no answer. */
      answers: z.array(
        z
          .object({
            questionId: questionIdSchema,
            /** As the kind writes it for a table, parts joined by `; `. */
            text: z.string(),
            letter: z.string().nullable(),
            credit: z.number().nullable(),
            right: z.boolean().nullable(),
            at: z.number(),
            /** How long after the closing it arrived, ms; null: in time. */
            lateMs: z.number().nullable(),
          })
          .nullable(),
      ),
    }),
  ),
  /** Answers that arrived after the closing and do not count, in the order of their arrival; times in ms since 1970. */
  tooLate: z.array(
    z.object({
      seatId: seatIdSchema,
      questionId: questionIdSchema,
      round: z.int(),
      text: z.string(),
      letter: z.string().nullable(),
      tappedAt: z.number(),
      at: z.number(),
      reason: lateReasonSchema,
    }),
  ),
  /** Points that could be had. */
  maxPoints: z.number(),
  /** Students whose devices answered differently in the last round of a question. */
  conflicts: z.array(deviceConflictSchema),
  /** Left out where the lesson was played without game. */
  game: gameResultsSchema.optional(),
  /** At one's own speed: who has handed in, and when (ms since 1970). */
  handedIn: z.array(z.object({ seatId: seatIdSchema, at: z.number() })).optional(),
  /** Answers to the last round of open questions as the teacher left them; `heading` '' = none. */
  marked: z
    .array(
      z.object({
        questionId: questionIdSchema,
        seatId: seatIdSchema,
        standing: cardStandingSchema,
        starred: z.boolean(),
        heading: z.string(),
      }),
    )
    .optional(),
  /** What the class asked, where it could: never whose it is. */
  posts: z.array(teacherPostSchema).optional(),
});
export type Results = z.infer<typeof resultsSchema>;
/** POST /lessons/:id/accepted: a typed answer counts as right, or not any more; all are graded anew. 204. */
export const newAcceptedSchema = z.strictObject(acceptedAnswer);
/** GET /lessons/:id/export.csv, /export.xlsx → a file, in the teacher's language where none is named. */
export const exportQuerySchema = z.object({ lang: languageSchema.optional() });

// ── /lessons/:id/simulation: POST starts or enlarges a simulated class, GET tells, DELETE stops it ─
export const newSimulationSchema = z.strictObject({ students: z.int().min(1).max(60).default(30) });
export const simulationSchema = z.object({
  students: z.int(),
  joined: z.int(),
  running: z.boolean(),
});
export type Simulation = z.infer<typeof simulationSchema>;

// ── the door: open to everybody on the network ──────────────────────────────
export const doorParamsSchema = z.object({ code: joinCodeSchema });
/** GET /door → all; GET /door/:code → DoorLesson, `unknown_code`, or `lesson_over`. */
export const doorLessonSchema = z.object({
  code: joinCodeSchema,
  title: z.string(),
  teacher: z.string(),
  identity: identitySchema,
});
export type DoorLesson = z.infer<typeof doorLessonSchema>;
export const doorListSchema = z.object({ lessons: z.array(doorLessonSchema) });

// ── GET /network (teacher) ──────────────────────────────────────────────────
export const networkSchema = z.object({
  /** Best first, without port. Empty = no network but this laptop itself. */
  addresses: z.array(z.string()),
  port: z.int(),
  name: z.string().nullable(),
  neighbours: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
  door: doorSchema.omit({ code: true }),
});
export type Network = z.infer<typeof networkSchema>;

// ── GET /health (open, no names) ────────────────────────────────────────────
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  uptimeSeconds: z.number(),
  database: z.enum(['ok', 'failing']),
  liveLessons: z.int(),
  connectedSeats: z.int(),
});
