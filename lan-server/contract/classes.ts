import { z } from 'zod';
import { classCodeLength, classCodeSigns } from './class-code.ts';
import { classIdSchema, sectionIdSchema, studentIdSchema, teacherIdSchema } from './ids.ts';
import { findSchema, nextSchema, wholeOrPageShape } from './lists.ts';

/** Bodies of `/api/v1/classes` and `/api/v1/students`. Who may do what: rights.ts. Times in ms since 1970. */

/** One line of text as people mean it: composed letters, single spaces, no control or direction signs, no half letters. */
export function tidyLine(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '')
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replaceAll(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]/g, '')
    .trim();
}

/** How long each may be, in UTF-16 units. */
export const longest = { className: 80, subject: 80, sectionName: 40, studentName: 80, number: 40 };

const line = (most: number, least = 1) =>
  z.string().max(400).transform(tidyLine).pipe(z.string().min(least).max(most));

export const classNameSchema = line(longest.className);
export const classSubjectSchema = line(longest.subject, 0);
export const sectionNameSchema = line(longest.sectionName);
export const studentNameSchema = line(longest.studentName);
/** The school's own number of a student; empty is none. */
export const studentNumberSchema = line(longest.number, 0)
  .transform((number) => (number === '' ? null : number))
  .nullable();
/** Digits that only the student knows, and their teachers. */
export const pinSchema = z.string().regex(/^[0-9]{4,8}$/);
/** What students type to reach the class's page; made by the program. */
export const classCodeSchema = z
  .string()
  .regex(new RegExp(`^[${classCodeSigns}]{${classCodeLength}}$`));

/** Most students that one request may name. */
export const studentsAtOnce = 500;
const studentIds = z.array(studentIdSchema).min(1).max(studentsAtOnce);

// ── /classes ────────────────────────────────────────────────────────────────
export const classSummarySchema = z.object({
  id: classIdSchema,
  name: z.string(),
  subject: z.string(),
  code: classCodeSchema,
  owner: z.object({ id: teacherIdSchema, name: z.string() }),
  /** Who the asking teacher is to it; `none`: an admin. */
  relation: z.enum(['owner', 'coTeacher', 'none']),
  /** Enrolled now and not archived. */
  students: z.int(),
  sections: z.int(),
  createdAt: z.number(),
  archivedAt: z.number().nullable(),
});
export type ClassSummary = z.infer<typeof classSummarySchema>;
export const classParamsSchema = z.object({ id: classIdSchema });
/** GET /classes → those that the teacher may read, by name, archived ones too. `q`: in the name. */
export const classListQuerySchema = z.object({ ...wholeOrPageShape, q: findSchema.optional() });
export const classListSchema = z.object({
  classes: z.array(classSummarySchema),
  next: nextSchema,
});

export const sectionSchema = z.object({
  id: sectionIdSchema,
  name: z.string(),
  students: z.int(),
});
export type Section = z.infer<typeof sectionSchema>;
/** GET /classes/:id, and the answer to all that changes it. Sections in the teacher's order. */
export const schoolClassSchema = classSummarySchema.extend({ sections: z.array(sectionSchema) });
export type SchoolClass = z.infer<typeof schoolClassSchema>;

/** POST /classes → SchoolClass (201). */
export const newClassSchema = z.strictObject({
  name: classNameSchema,
  subject: classSubjectSchema.default(''),
});
/** PATCH /classes/:id → SchoolClass. */
export const classPatchSchema = z.strictObject({
  name: classNameSchema.optional(),
  subject: classSubjectSchema.optional(),
});
/** PUT /classes/:id/archived → SchoolClass. */
export const archivedSchema = z.strictObject({ archived: z.boolean() });
// POST /classes/:id/code → SchoolClass with another code; the old one leads nowhere any more.

// ── /classes/:id/sections ───────────────────────────────────────────────────
/** POST → SchoolClass (201). */
export const newSectionSchema = z.strictObject({ name: sectionNameSchema });
/** PATCH /:sectionId → SchoolClass. `position`: its place among the sections, from 0. */
export const sectionPatchSchema = z.strictObject({
  name: sectionNameSchema.optional(),
  position: z.int().min(0).max(1000).optional(),
});
/** DELETE /:sectionId?to= → SchoolClass. `to`: the section that its students go to, or `none`; needed where it has any (`section_not_empty`). */
export const sectionRemovalSchema = z.object({
  to: z.union([z.literal('none'), sectionIdSchema]).optional(),
});

// ── /classes/:id/students ───────────────────────────────────────────────────
export const studentSchema = z.object({
  id: studentIdSchema,
  name: z.string(),
  number: z.string().nullable(),
  /** What the picture is drawn from (avatar.ts). */
  avatar: z.string(),
  pin: z.string().nullable(),
  archivedAt: z.number().nullable(),
});
export type Student = z.infer<typeof studentSchema>;
export const classStudentSchema = studentSchema.extend({
  sectionId: sectionIdSchema.nullable(),
  /** Since when in this class and section. */
  since: z.number(),
});
export type ClassStudent = z.infer<typeof classStudentSchema>;
/** GET → by name; `?archived=true`: those who are archived instead. */
export const classStudentListSchema = z.object({
  students: z.array(classStudentSchema),
  next: nextSchema,
});
export const classStudentsQuerySchema = z.object({
  ...wholeOrPageShape,
  /** In the name. */
  q: findSchema.optional(),
  archived: z.enum(['true', 'false']).optional(),
});

/** POST → those that were made (201). */
export const studentsMadeSchema = z.object({ students: z.array(classStudentSchema) });
export const newStudentsSchema = z.strictObject({
  students: z
    .array(
      z.strictObject({
        name: studentNameSchema,
        number: studentNumberSchema.default(null),
        pin: pinSchema.nullable().default(null),
        sectionId: sectionIdSchema.nullable().default(null),
      }),
    )
    .min(1)
    .max(studentsAtOnce),
});
/** POST /move → Moved. To another section, or class; `stay`: in this class as well. */
export const moveStudentsSchema = z.strictObject({
  studentIds,
  classId: classIdSchema,
  sectionId: sectionIdSchema.nullable().default(null),
  stay: z.boolean().default(false),
});
/** `undo`: for POST /move/undo; known until the program ends. */
export const movedSchema = z.object({ undo: z.string() });
export type Moved = z.infer<typeof movedSchema>;
/** POST /move/undo → 204; `not_found` where it is not known any more, `changed_elsewhere` where one of them has gone on since. */
export const undoMoveSchema = z.strictObject({ undo: z.string().max(80) });
/** POST /leave → 204: their enrolment ends. POST /return → 204: who has left comes back, to the section they left. */
export const leaveSchema = z.strictObject({ studentIds });
/** POST /merge → Merged. `goneId` becomes `keepId`, with all that is known of either; `lesson_runs` while one sits in a lesson. */
export const mergeSchema = z.strictObject({
  keepId: studentIdSchema,
  goneId: studentIdSchema,
  name: studentNameSchema,
});
export const mergedSchema = z.object({
  /** Lessons in which both had a seat: the one with more answers counts as theirs, the other is nobody's now. */
  sharedLessons: z.int(),
});
export type Merged = z.infer<typeof mergedSchema>;
/** GET /doubles → students of the class whose names are alike and whose numbers do not speak against it. */
export const doublesSchema = z.object({
  doubles: z.array(z.object({ one: studentIdSchema, other: studentIdSchema })),
});
export type Doubles = z.infer<typeof doublesSchema>['doubles'];
/** POST /classes/:id/pins → { students: ClassStudent[] } with new PINs, all different in the class. */
export const newPinsSchema = z.strictObject({ studentIds });

// ── /students ───────────────────────────────────────────────────────────────
/** A time in a class and section; ended, never changed. Of classes that the asking teacher may read. */
export const enrolmentSchema = z.object({
  classId: classIdSchema,
  className: z.string(),
  sectionId: sectionIdSchema.nullable(),
  sectionName: z.string().nullable(),
  from: z.number(),
  to: z.number().nullable(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;
export const studentParamsSchema = z.object({ id: studentIdSchema });
/** GET /students/:id, and the answer to PATCH. Enrolments newest first. */
export const studentDetailSchema = studentSchema.extend({ enrolments: z.array(enrolmentSchema) });
export type StudentDetail = z.infer<typeof studentDetailSchema>;
/** PATCH /students/:id → StudentDetail. `avatar: 'another'`: another picture is drawn. */
export const studentPatchSchema = z.strictObject({
  name: studentNameSchema.optional(),
  number: studentNumberSchema.optional(),
  pin: pinSchema.nullable().optional(),
  avatar: z.literal('another').optional(),
});
/** PUT /classes/:id/students/archived → 204. Out of all lists, with everything kept; `forbidden` where one is in a class that the teacher may not change. */
export const archiveStudentsSchema = z.strictObject({ studentIds, archived: z.boolean() });
