import { z } from 'zod';
import { readSeatCode } from './seat-code.ts';

/** Every id on the wire: letters, digits, `-` and `_`, so that it can stand in a URL, a file name and a CSS selector. */
const id = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/);

export const lessonIdSchema = id;
export const quizIdSchema = id;
export const questionIdSchema = id;
export const seatIdSchema = id;
export const teacherIdSchema = id;
export const classIdSchema = id;
export const sectionIdSchema = id;
export const studentIdSchema = id;

/** As somebody typed it. `null` cannot be any seat's: refused like a wrong one. */
export const seatCodeSchema = z.string().max(40).transform(readSeatCode);

/** Made on the device for each command, so that a retry is recognised. */
export const commandIdSchema = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);

/**
 * Made on the device and kept there: whoever shows it holds the seat. At least 160 random bits, base64url.
 * The server stores its SHA-256 only.
 */
export const deviceTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{27,64}$/);

/** Four digits, six when more lessons run than four digits can keep apart. */
export const joinCodeSchema = z.string().regex(/^[0-9]{4,6}$/);

/** Exchanged once for the teacher's cookie; new at each start of the program. */
export const launchKeySchema = z.string().min(20).max(100);

export type LessonId = z.infer<typeof lessonIdSchema>;
export type QuizId = z.infer<typeof quizIdSchema>;
export type QuestionId = z.infer<typeof questionIdSchema>;
export type SeatId = z.infer<typeof seatIdSchema>;
export type TeacherId = z.infer<typeof teacherIdSchema>;
export type ClassId = z.infer<typeof classIdSchema>;
export type SectionId = z.infer<typeof sectionIdSchema>;
export type StudentId = z.infer<typeof studentIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
