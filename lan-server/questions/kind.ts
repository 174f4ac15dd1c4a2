import { z } from 'zod';
import { questionIdSchema } from '../contract/ids.ts';
import { imageSchema } from '../contract/images.ts';
import { soundSchema } from '../contract/sounds.ts';
import type { Language } from '../contract/languages.ts';
import { publicWords, publicWordsShape, wordsShape } from './words.ts';

/** What every question has, whatever its kind. Lengths are bounds at the door, not advice for the wall. */
export const questionBase = {
  id: questionIdSchema,
  text: z.string().max(2000),
  /** Points for full credit; 0 = does not count. */
  points: z.int().min(0).max(100),
  /** Seconds to answer; null = until the teacher closes it. */
  seconds: z.int().min(5).max(3600).nullable(),
  /** Shown on phones and wall after the reveal, never before. */
  explanation: z.string().max(2000),
  /** For the teacher's eyes only. */
  note: z.string().max(2000),
  /** Behind a button on phones while the question is open. */
  hint: z.string().max(500).optional(),
  /** Each phone shows the options in an order of its own; letters and answers stay those of the question. */
  shuffle: z.boolean().optional(),
  /** Stands beside the text on wall and phones; what older programs stored has none. */
  image: imageSchema.optional(),
  /** Played on phones and by the console, on the laptop's own speaker. */
  sound: soundSchema.optional(),
  ...wordsShape,
};

export const questionBaseSchema = z.object({ ...questionBase, kind: z.string() });
export type QuestionBase = z.infer<typeof questionBaseSchema>;

/** What phones and wall may know of a question before the reveal: never key, explanation or note. */
export const publicBaseSchema = z.object({
  id: questionIdSchema,
  kind: z.string(),
  text: z.string(),
  points: z.number(),
  hint: z.string().optional(),
  shuffle: z.boolean().optional(),
  image: imageSchema.optional(),
  sound: soundSchema.optional(),
  ...publicWordsShape,
});
export type PublicBase = z.infer<typeof publicBaseSchema>;

/** `credit` from 0 to 1 of the question's points; `right` only at full credit. */
export type Grade = { credit: number; right: boolean };

/** Why a question cannot be asked yet; the editor has a sentence for each. */
export type Problem =
  | 'text_missing'
  | 'options_too_few'
  | 'option_empty'
  | 'options_alike'
  | 'key_missing'
  | 'gaps_missing'
  | 'gap_unread'
  | 'scale_backwards'
  | 'range_backwards'
  | 'step_unfit'
  | 'key_outside'
  | 'image_missing'
  | 'area_missing'
  | 'area_names';

/** Random numbers from 0 up to, not including, 1: injected so that a simulated class can be repeated. */
export type Random = () => number;

/** One row for the teacher's results: what was answered, how often, and whether it was right (null: no key). */
export type AnswerRow = {
  label: string;
  letter: string | null;
  count: number;
  right: boolean | null;
  /**
   * For an answer that was typed: how the teacher can accept it, or not any more (see `keyAccepting`). null, or left out: it
   * cannot be changed.
   */
  typed?: Typed | null;
};

/** A typed answer to one part of a question (gap 0, 1, …; 0 where there is but one), and whether it stands in the key itself. */
export type Typed = { part: number; text: string; accepted: boolean };

/** Words of the program and not of a person, each in every language: { true: { en: 'true', es: 'verdadero' } }. */
export type OwnWords = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/**
 * A question and answers by which the contract test proves a kind.
 * `answers` fit the question; `wrongShape` must be refused by schema or `accepts`; `secrets` are strings that stand
 * in the key, explanation or note and must not stand in what is redacted.
 */
export type Fixture<Q, A> = {
  question: Q;
  answers: { answer: A; grade: Grade | null; cells: string[] }[];
  wrongShape: unknown[];
  secrets: string[];
};

/**
 * All that the inside of the program knows of one kind of question. A kind is a folder that exports one of these; nothing
 * outside the folder and the registry's line names it.
 * Q = question with key, A = answer, P = public question, K = key as revealed, T = tally, V = picture for the wall.
 */
export type QuestionKind<Q extends QuestionBase, A, P extends PublicBase, K, T, V> = {
  readonly kind: Q['kind'];
  /**
   * false: it is only shown (a slide). There is nothing to open, close or reveal, nobody is missing an answer, and results
   * leave it out of every count. Left out: it takes answers.
   */
  readonly takesAnswers?: false;
  /** The whole question as stored; drafts pass, `problems` says what they lack. */
  readonly schema: z.ZodType<Q>;
  readonly answerSchema: z.ZodType<A>;
  readonly publicSchema: z.ZodType<P>;
  readonly keySchema: z.ZodType<K>;
  readonly pictureSchema: z.ZodType<V>;
  /** Whether live results stand on the wall from the start (clouds, scales) or wait for the teacher. */
  readonly liveOnWall: boolean;
  /** A new, empty question with sensible defaults. */
  blank(id: string): Q;
  problems(question: Q): Problem[];
  /** Whether an answer of the right shape fits this very question (an option that exists, …). */
  accepts(question: Q, answer: A): boolean;
  redact(question: Q): P;
  /** The key as phones and wall see it at the reveal; null where the question has none. */
  key(question: Q): K | null;
  /** The question with another key (null = none), or null where it does not fit. Lets a teacher set it after asking. */
  withKey(question: Q, key: K | null): Q | null;
  /**
   * The key that makes exactly these places of `rows` right (ascending), or null where there is none. For kinds whose
   * answers have letters: the console sets the key by pressing them.
   */
  keyMarking?(question: Q, places: readonly number[]): K | null;
  /**
   * For questions whose answer is always exactly one of a few lettered `rows`: gives the place of that row, so that it can be
   * counted who moved from which to which. null: of this question several may be picked.
   */
  placing?(question: Q): ((answer: A) => number) | null;
  /**
   * The key with a typed answer among the right ones, or not any more; null: no key is left. undefined: that changes nothing,
   * or there is no room. For kinds whose rows have `typed`.
   */
  keyAccepting?(
    question: Q,
    change: { part: number; text: string; accept: boolean },
  ): K | null | undefined;
  /** null where there is no key. Pure: the same answer always gets the same grade. */
  grade(question: Q, answer: A): Grade | null;
  /** Counts, kept up to date answer by answer: `count` costs the same in a class of 10 and of 1000. */
  emptyTally(question: Q): T;
  count(tally: T, answer: A, by: 1 | -1): void;
  /** What the wall draws; its size may not grow with the class. */
  picture(question: Q, tally: T): V;
  /** The same for the wall before the reveal, where `picture` says what is right. */
  unkeyedPicture?(question: Q, tally: T): V;
  /** Rows for the report. */
  rows(question: Q, tally: T): AnswerRow[];
  /** Heads of the columns that an answer takes in CSV and XLSX: `answer`, or one per part; `cells` fills them. */
  columns(question: Q): string[];
  cells(question: Q, answer: A): (string | number)[];
  /** Cells and labels of rows that are the program's words, not a person's (`true`): exports say them in the reader's language. */
  readonly ownWords?: OwnWords;
  /** The same for the heads of several columns (`word 1`: its word is `word`). */
  readonly headWords?: OwnWords;
  /**
   * What stays of an answer when its student is erased: nothing that they wrote in words of their own, and the same grade. Kinds
   * whose answers are picked, placed or counted give back the answer itself.
   */
  withoutOwnWords(question: Q, answer: A): A;
  /** An answer that a believable student gives to the public question; `taste` in 0..1 leans them to the popular one. */
  imagine(question: P, random: Random): A;
  readonly fixtures: Fixture<Q, A>[];
};

/**
 * The parts of a public question that every kind shares. `options`: whether the kind's options stand in the question's order on
 * phones and wall, so that their formatting and translation, which do too, give nothing away.
 */
export function publicBase(question: QuestionBase, { options = false } = {}) {
  const { id, text, points, hint, shuffle, image, sound } = question;
  return {
    id,
    text,
    points,
    // What a question has not is left out of every frame.
    ...(hint !== undefined && hint.trim() !== '' && { hint: hint.trim() }),
    ...(shuffle === true && { shuffle }),
    ...(image && { image }),
    ...(sound && { sound }),
    ...publicWords(question, options),
  };
}

/** Defaults for a new question. */
export function blankBase(id: string) {
  return { id, text: '', points: 1, seconds: null, explanation: '', note: '' };
}

/** The letter that stands for option `index` on phone, wall, card and report. */
export function letterOf(index: number): string {
  return 'ABCDEFGH'.charAt(index);
}
