import { z } from 'zod';
import { keySchema, questionSchema } from '../questions/index.ts';
import { commandIdSchema, questionIdSchema, seatCodeSchema, seatIdSchema } from './ids.ts';
import type { SeatId } from './ids.ts';
import { boardKindSchema, teamSchema } from './game.ts';
import {
  moodSchema,
  postIdSchema,
  postStandingSchema,
  postTextSchema,
  reactionSchema,
  studentPostSchema,
} from './qa.ts';
import { markAttendance } from './attendance.ts';
import { moderateCard, turnCards } from './moderation.ts';
import { callOffSchema, findNameSchema, foundNamesSchema, pickNameSchema } from './roll.ts';
import { mostMyLessons, myLessonSchema } from './history.ts';
import { errorSchema } from './rejections.ts';
import { seatViewSchema, studentFrameSchema } from './frames.ts';
import { paperSchema } from './work.ts';

/** A name as it is shown: no control characters, no runs of spaces, at most 24 characters. */
export const nicknameSchema = z
  .string()
  .max(200)
  .transform((name) =>
    name
      .normalize('NFC')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, 24)
      // Half of a letter that takes two places: the disk could not give it back.
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim(),
  );

/** What a student's page may ask for. */
export const studentCommandSchema = z.discriminatedUnion('type', [
  /**
   * Takes a seat, or returns to the one that this device holds. `name` is ignored in an anonymous lesson. `ask`: a name that is
   * there already is refused, so that the student can say whether it was the same one; without, it gets a number.
   */
  z.object({ type: z.literal('join'), name: nicknameSchema, ask: z.boolean().optional() }),
  /**
   * Brings this device to a seat that was taken with another, by the seat's code. `name`: what the student was asked about
   * (“Continue as Ada?”); where the seat has another one, the code counts as wrong.
   */
  z.object({
    type: z.literal('comeBack'),
    seat: seatCodeSchema,
    name: z.string().max(40).optional(),
  }),
  /** In a lesson with a list of names. `join` says there that one's name is not on it: the teacher is asked. */
  findNameSchema,
  pickNameSchema,
  callOffSchema,
  /** Goes into a team, once, where teams are chosen. */
  z.object({ type: z.literal('chooseTeam'), team: teamSchema }),
  z.object({
    type: z.literal('answer'),
    questionId: questionIdSchema,
    round: z.int().min(1).max(1000),
    /** Parsed by the question's own kind: only the lesson knows which that is. */
    answer: z.unknown(),
    /**
     * How sure the student is, where the lesson asks. Said after the answer, it comes with the same answer again and keeps that one's
     * time.
     */
    sure: z.boolean().optional(),
    /** Where it was not sent as it was tapped: when that was, by the server's clock as the phone knows it. Believed within bounds. */
    tappedAt: z.int().min(0).max(8.64e15).optional(),
    /** How many answers the phone still holds besides this one; left out where there is none. */
    more: z.int().min(1).max(10_000).optional(),
  }),
  /** A question to the teacher. The command's id becomes its name. */
  z.object({ type: z.literal('post'), text: postTextSchema }),
  z.object({ type: z.literal('votePost'), postId: postIdSchema, on: z.boolean() }),
  /** What the class has asked; the acknowledgement brings it. */
  z.object({ type: z.literal('readPosts') }),
  /** How it goes just now, and a sign of applause: neither is stored. */
  z.object({ type: z.literal('feel'), mood: moodSchema }),
  z.object({ type: z.literal('react'), reaction: reactionSchema }),
  /** At one's own speed: finished; and, while answers may be changed, not finished after all. */
  z.object({ type: z.literal('handIn') }),
  z.object({ type: z.literal('takeBack') }),
]);
export type StudentCommand = z.infer<typeof studentCommandSchema>;

/** A typed answer to one part of a question (gap 0, 1, …; 0 where there is but one), and whether it is right. */
export const acceptedAnswer = {
  questionId: questionIdSchema,
  part: z.int().min(0).max(99),
  text: z.string().min(1).max(80),
  accept: z.boolean(),
};
export type AcceptedAnswer = Omit<Extract<TeacherCommand, { type: 'acceptAnswer' }>, 'type'>;

/** What the teacher's console may ask for. */
export const teacherCommandSchema = z.discriminatedUnion('type', [
  /** Moves wall and phones to a question without opening it; an open one is closed first. */
  z.object({ type: z.literal('goTo'), questionId: questionIdSchema }),
  /** Back to the join screen (an open question is closed first). */
  z.object({ type: z.literal('goToLobby') }),
  /**
   * Opens a question and moves there. Closed but not revealed: opened again, answers stay. Revealed: a new round
   * begins, because everybody has seen the key.
   */
  z.object({ type: z.literal('openQuestion'), questionId: questionIdSchema }),
  z.object({ type: z.literal('closeQuestion'), questionId: questionIdSchema }),
  /**
   * The class talks with its neighbours about a question that was voted on and not revealed (an open one is closed first).
   * `seconds` null: no timer. Nothing happens by itself when the time is over.
   */
  z.object({
    type: z.literal('discuss'),
    questionId: questionIdSchema,
    seconds: z.int().min(5).max(3600).nullable(),
  }),
  /** Opens a closed question for another vote, a new round, without the key having been shown. */
  z.object({ type: z.literal('voteAgain'), questionId: questionIdSchema }),
  /** Shows key, explanation and results; an open question is closed first. */
  z.object({ type: z.literal('revealKey'), questionId: questionIdSchema }),
  z.object({ type: z.literal('skipQuestion'), questionId: questionIdSchema }),
  /** All question ids of the lesson in their new order. */
  z.object({ type: z.literal('reorderQuestions'), order: z.array(questionIdSchema).max(200) }),
  /** Adds a question after the current one (an ad hoc “A B C D”). */
  z.object({ type: z.literal('addQuestion'), question: questionSchema }),
  /** Sets the key during the lesson (null = none); answers are graded anew. */
  z.object({ type: z.literal('setKey'), questionId: questionIdSchema, key: keySchema.nullable() }),
  /** Accepts a typed answer as right, or takes that back; all answers are graded anew. Also after the lesson's end. */
  z.object({ type: z.literal('acceptAnswer'), ...acceptedAnswer }),
  /** Lets an answer to an open question onto the wall, hides it, marks it, puts it under a heading. */
  z.object({ type: z.literal('moderateCard'), ...moderateCard }),
  z.object({ type: z.literal('turnCards'), ...turnCards }),
  z.object({ type: z.literal('pauseLesson') }),
  z.object({ type: z.literal('resumeLesson') }),
  /** More time for the open question, or for the work at one's own speed. */
  z.object({ type: z.literal('extendTimer'), seconds: z.int().min(5).max(600) }),
  /** At one's own speed: opens all questions at once; closed but not released: again, answers stay. */
  z.object({ type: z.literal('startWork') }),
  z.object({ type: z.literal('closeWork') }),
  /** Shows key, explanation and results of all questions; open work is closed first. */
  z.object({ type: z.literal('releaseWork') }),
  z.object({
    type: z.literal('setWall'),
    wall: z.object({
      blank: z.boolean().optional(),
      join: z.boolean().optional(),
      results: z.boolean().optional(),
      light: z.boolean().optional(),
      compare: z.boolean().optional(),
    }),
  }),
  /**
   * Takes a student out, or turns away one who waits to be let in. `mayReturn`: the device may join again, as somebody new;
   * without, it may not.
   */
  z.object({
    type: z.literal('removeSeat'),
    seatId: seatIdSchema,
    mayReturn: z.boolean().optional(),
  }),
  /** Undoes a removal, or lets in one who waits. */
  z.object({ type: z.literal('restoreSeat'), seatId: seatIdSchema }),
  /** Lets a device have the seat that it asks for, in place of the one that holds it; or not. */
  z.object({ type: z.literal('admitClaim'), claim: z.int().min(1) }),
  z.object({ type: z.literal('refuseClaim'), claim: z.int().min(1) }),
  /** Whether a student of the list is there, whatever their devices say. Also after the lesson's end. */
  z.object({ type: z.literal('markAttendance'), seatId: seatIdSchema, ...markAttendance }),
  /** Puts a student into another team; points go along. */
  z.object({ type: z.literal('moveSeat'), seatId: seatIdSchema, team: teamSchema }),
  /** The wall shows who leads instead of the question, until the lesson goes on or `hideBoard`. */
  z.object({ type: z.literal('showBoard'), board: boardKindSchema }),
  z.object({ type: z.literal('hideBoard') }),
  /** Lets a student's question through, hides it, or marks it as answered. */
  z.object({ type: z.literal('setPost'), postId: postIdSchema, standing: postStandingSchema }),
  /** Puts it on the wall; null: back to the lesson. */
  z.object({ type: z.literal('showPost'), postId: postIdSchema.nullable() }),
  /** Nobody new may come in while the door is locked. */
  z.object({ type: z.literal('lockDoor'), locked: z.boolean() }),
  z.object({ type: z.literal('endLesson') }),
]);
export type TeacherCommand = z.infer<typeof teacherCommandSchema>;

/** The one event that clients send, `command`, in both directions of trust. The actor comes from the connection. */
export const studentEnvelopeSchema = z.object({
  id: commandIdSchema,
  command: studentCommandSchema,
});
export const teacherEnvelopeSchema = z.object({
  id: commandIdSchema,
  command: teacherCommandSchema,
});

/** The acknowledgement of a command: given only after the commit. */
export const ackSchema = z.union([
  z.object({
    ok: z.literal(true),
    /** Server time of the commit, ms since 1970. */
    at: z.number(),
    /** An answer that arrived after the closing and counts. One that does not is refused, and kept (see `TooLate` in late.ts). */
    late: z.literal(true).optional(),
    /** After `readPosts` only. */
    posts: z.array(studentPostSchema).max(40).optional(),
    /** After `findName` only. */
    found: foundNamesSchema.optional(),
    /** After `myResults` only, the newest first. */
    mine: z.array(myLessonSchema).max(mostMyLessons).optional(),
    /** After `pickName`: the teacher has to say. */
    asked: z.literal(true).optional(),
    /** After `join`, `comeBack` and `pickName` only. */
    joined: z
      .object({
        seat: seatViewSchema,
        frame: studentFrameSchema,
        paper: paperSchema.optional(),
      })
      .optional(),
  }),
  z.object({ ok: z.literal(false), error: errorSchema }),
]);
export type Ack = z.infer<typeof ackSchema>;

/** Who asks. Made by the gateway from the connection, never from a payload;
 * `door` is somebody who has no seat yet, `clock` the program's own deadline.
 */
export type Actor =
  | { as: 'student'; seatId: SeatId }
  | { as: 'teacher' }
  | { as: 'door' }
  | { as: 'clock' };
