import { z } from 'zod';
import { teacherIdSchema } from './ids.ts';
import { roleSchema } from './rights.ts';
import { schoolSchema } from './school.ts';

/** Several teachers on one laptop: who they are, how they sign in, and whom they teach with. */

export const teacherNameSchema = z.string().trim().min(1).max(80);
export const passwordSchema = z.string().min(8).max(200);
/** Opens the laptop's own window alone. */
export const pinSchema = z.string().regex(/^[0-9]{4,8}$/);

/** Without vowels, and of signs that look alike one each: 25 signs. */
const codeSigns = '23456789CDFGHJKMNPQRTVWXY';
const codeLength = 12;
const codePattern = new RegExp(`^[${codeSigns}]{${codeLength}}$`);
const alike: Record<string, string> = { Z: '2', S: '5', B: '8', U: 'V' };

/** A one-time code from random bytes (at least 24): twelve signs in groups of four, 55 bits. */
export function signInCodeFrom(bytes: Uint8Array): string {
  // Bytes over the last whole multiple are passed over: every sign is as likely as any other.
  const fair = [...bytes].filter((byte) => byte < 250);
  const signs = fair.slice(0, codeLength).map((byte) => codeSigns.charAt(byte % codeSigns.length));
  return [0, 4, 8].map((from) => signs.slice(from, from + 4).join('')).join('-');
}

/** A code as somebody typed it, without what does not matter; null where it can be none. */
export function readSignInCode(typed: string): string | null {
  const signs = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[ZSBU]/g, (sign) => alike[sign] ?? sign);
  return codePattern.test(signs) ? signs : null;
}

// ── signing in (POST /session, besides the launch key and the only teacher's password) ─
/**
 * As one of several teachers. Nothing but the id: at the laptop, where they have neither password nor PIN. A code is used up, and
 * `password` is from now on theirs.
 */
export const signInAsSchema = z.union([
  z.strictObject({ teacherId: teacherIdSchema }),
  z.strictObject({ teacherId: teacherIdSchema, password: z.string().min(1).max(200) }),
  z.strictObject({ teacherId: teacherIdSchema, pin: pinSchema }),
  z.strictObject({
    teacherId: teacherIdSchema,
    code: z.string().min(1).max(40),
    newPassword: passwordSchema,
  }),
]);
export type SignInAs = z.infer<typeof signInAsSchema>;

/** GET /session/teachers (open): who can sign in here, and by what. */
export const signInListSchema = z.object({
  /** The device has the laptop's own session: PINs count, and who has neither password nor PIN gets in by a tap. */
  atLaptop: z.boolean(),
  school: schoolSchema.pick({ name: true, logo: true }),
  teachers: z.array(
    z.object({
      id: teacherIdSchema,
      name: z.string(),
      ways: z.object({
        tap: z.boolean(),
        password: z.boolean(),
        pin: z.boolean(),
        /** One-time codes: of the recovery sheet, or an invitation. */
        code: z.boolean(),
      }),
    }),
  ),
});
export type SignInList = z.infer<typeof signInListSchema>;
// POST /session/leave → Session: the laptop's window asks again who sits there; laptop_only elsewhere.

// ── /teachers (admins) ──────────────────────────────────────────────────────
export const staffMemberSchema = z.object({
  id: teacherIdSchema,
  name: z.string(),
  role: roleSchema,
  hasPassword: z.boolean(),
  hasPin: z.boolean(),
  /** An invitation is open. */
  invited: z.boolean(),
  leftAt: z.number().nullable(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;
/** GET /teachers, in the order of their names; those who have left last. */
export const staffSchema = z.object({ teachers: z.array(staffMemberSchema) });
export type Staff = z.infer<typeof staffSchema>;

/** How somebody gets in for the first time. `tap`: without anything, at the laptop alone. */
const firstWay = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('password'), password: passwordSchema }),
  z.strictObject({ by: z.literal('pin'), pin: pinSchema }),
  z.strictObject({ by: z.literal('invitation') }),
  z.strictObject({ by: z.literal('tap') }),
]);
/** POST /teachers → StaffChanged (201); at the laptop alone. */
export const newTeacherSchema = z.strictObject({
  name: teacherNameSchema,
  role: roleSchema.default('teacher'),
  way: firstWay,
});
export type NewTeacher = z.infer<typeof newTeacherSchema>;
/** PATCH /teachers/:id → StaffChanged; `last_admin`; at the laptop alone. `way` takes the place of password and PIN. */
export const staffChangeSchema = z.strictObject({
  name: teacherNameSchema.optional(),
  role: roleSchema.optional(),
  left: z.boolean().optional(),
  way: firstWay.optional(),
});
export type StaffChange = z.infer<typeof staffChangeSchema>;
export const staffChangedSchema = z.object({
  teacher: staffMemberSchema,
  /** The invitation's code: told this once. */
  code: z.string().nullable(),
});
export type StaffChanged = z.infer<typeof staffChangedSchema>;
export const teacherParamsSchema = z.object({ id: teacherIdSchema });

// ── /teacher/codes: one's own recovery sheet ────────────────────────────────
/** GET /teacher/codes. */
export const codesStateSchema = z.object({
  sheet: z.object({ left: z.int(), madeAt: z.number() }).nullable(),
});
export type CodesState = z.infer<typeof codesStateSchema>;
/** POST /teacher/codes → ten new ones (201), told this once; the earlier ones hold no more. At the laptop alone. */
export const newCodesSchema = z.object({ codes: z.array(z.string()), madeAt: z.number() });
export type NewCodes = z.infer<typeof newCodesSchema>;

// ── /classes/:id/teachers, /lessons/:id/teachers ────────────────────────────
const personSchema = z.object({ id: teacherIdSchema, name: z.string() });
/** GET: who teaches it. */
export const coTeachersSchema = z.object({
  owner: personSchema,
  coTeachers: z.array(personSchema),
  /** Those who could be invited; empty for who may not invite. */
  others: z.array(personSchema),
  mayInvite: z.boolean(),
});
export type CoTeachers = z.infer<typeof coTeachersSchema>;
/** POST → CoTeachers. DELETE …/teachers/:teacherId → CoTeachers. */
export const newCoTeacherSchema = z.strictObject({ teacherId: teacherIdSchema });
export const coTeacherParamsSchema = z.object({ id: teacherIdSchema, teacherId: teacherIdSchema });
export const sharedParamsSchema = z.object({ id: teacherIdSchema });
