import { z } from 'zod';
import { mediaNameSchema } from './images.ts';
import { languageSchema } from './languages.ts';

/** On which day a week begins where the school is. */
export const weekStartSchema = z.enum(['monday', 'saturday', 'sunday']);
export type WeekStart = z.infer<typeof weekStartSchema>;

/** What this process knows as a time zone, by its IANA name. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** GET /school, PUT /school: what holds for all teachers of this laptop. */
export const schoolSchema = z.strictObject({
  /** Empty: not said. */
  name: z.string().trim().max(120),
  /** A picture of the media store. */
  logo: mediaNameSchema.nullable(),
  /** Of pages whose reader has chosen none; null: as their browser says. */
  language: languageSchema.nullable(),
  weekStart: weekStartSchema,
  /** An IANA name; null: the laptop's own. */
  timeZone: z
    .string()
    .max(60)
    .refine((name) => isTimeZone(name))
    .nullable(),
  /** Answers and attendance older than this are taken off their names; null: never. In days. */
  retentionDays: z.int().min(30).max(3650).nullable(),
});
export type School = z.infer<typeof schoolSchema>;

/** Until somebody says otherwise. */
export const defaultSchool: School = {
  name: '',
  logo: null,
  language: null,
  weekStart: 'monday',
  timeZone: null,
  retentionDays: null,
};
