import { moreExplanationSchema } from '../questions/words.ts';
import { z } from 'zod';
import { keySchema, pictureSchema, publicQuestionSchema } from '../questions/index.ts';
import { questionIdSchema } from './ids.ts';

/**
 * Work at one's own speed: all questions are open to everybody at once, then closed, then released (results and keys shown).
 * Before it starts the lesson is in its lobby.
 */
export const workStandingSchema = z.enum(['open', 'closed', 'released']);
export type WorkStanding = z.infer<typeof workStandingSchema>;

/** When a student hears what was right: after each answer, which is final then, or when the teacher releases all. */
export const feedbackSchema = z.enum(['now', 'end']);

/** A key with its reason, as shown once it may be seen; `key` is null for questions without one. */
const shown = {
  key: keySchema.nullable(),
  explanation: z.string(),
  moreExplanation: moreExplanationSchema.optional(),
};

/** All questions of the work as phones may see them, in the lesson's order; the keys only after the release. */
export const paperSchema = z.object({
  questions: z.array(
    z.object({
      /** 0: only shown, takes no answers (a slide). */
      round: z.int(),
      question: publicQuestionSchema,
      shown: z.object(shown).optional(),
    }),
  ),
});
export type Paper = z.infer<typeof paperSchema>;

/**
 * Server → student, event `paper`: when the work starts, is released, or a key changes; never with an answer. Who comes later
 * has it with the welcome.
 */
export const paperFrameSchema = z.object({ seq: z.int(), paper: paperSchema });
export type PaperFrame = z.infer<typeof paperFrameSchema>;

const about = { questionId: questionIdSchema, round: z.int() };

/** What one seat alone may know of its work. */
export const seatWorkSchema = z.object({
  handedIn: z.boolean(),
  /** The counted answers, as stored at `at` (ms since 1970). */
  answers: z.array(z.object({ ...about, answer: z.unknown(), at: z.number() })),
  /**
   * After the release, and with feedback at once for every own answer. `right` is null without a key. `shown` only where the key
   * is this seat's alone to know.
   */
  results: z.array(
    z.object({
      ...about,
      right: z.boolean().nullable(),
      points: z.number(),
      shown: z.object(shown).optional(),
    }),
  ),
});
export type SeatWork = z.infer<typeof seatWorkSchema>;

/** One letter for each answer of a row: none, without a key, right, partly right, wrong. */
export const cellLetters = { none: '-', given: 'a', right: 'r', part: 'p', wrong: 'w' } as const;

/**
 * Server → console, event `matrix`: students × questions. `whole` at connect and when a key changes, else only the rows that
 * changed since the last one; a row is one letter a question (`cellLetters`), in the plan's order.
 */
export const matrixFrameSchema = z.object({
  seq: z.int(),
  whole: z.boolean(),
  rows: z.array(
    z.object({
      /** Position in the roster, from 0. */
      at: z.int(),
      cells: z.string(),
      handedIn: z.boolean(),
      /** Since the last stored answer, or since the work began for this seat; as the frame is made. */
      quietMs: z.number(),
    }),
  ),
});
export type MatrixFrame = z.infer<typeof matrixFrameSchema>;

/** Server → console, event `pictures`: of the questions whose counts changed, once a second at most; all of them at connect. */
export const picturesFrameSchema = z.object({
  seq: z.int(),
  pictures: z.array(z.object({ questionId: questionIdSchema, picture: pictureSchema })),
});
export type PicturesFrame = z.infer<typeof picturesFrameSchema>;
