import type { ReactNode } from 'react';
import type { Answer, Key, Picture, PublicQuestion } from '../../lan-server/questions/index.ts';
import type { TextApi } from '../i18n/text.tsx';

export type Sends = 'tap' | 'button';

/**
 * What the phone needs to know of one kind of question.
 * Q = public question, A = answer, K = key as revealed, V = picture of the class's answers, D = what stands in the fields.
 * Made = the same D where it comes out: the registry does not know what each kind's fields hold, so it types the two apart.
 */
export type InputUi<Q, A, K, V, D, Made = D> = {
  /** `tap`: a tap is the answer. `button`: the answer is put together, then sent. A function where a setting decides. */
  readonly sends: Sends | ((question: Q) => Sends);
  /**
   * What stands in the fields at first: the answer given before, or nothing. By `seatId` what is shuffled for each student
   * lies the same way after a reload; '' in a preview.
   */
  readonly start: (question: Q, answer: A | null, seatId: string) => Made;
  /** The answer that the fields make, or null while there is none. */
  readonly ready: (question: Q, draft: D) => A | null;
  /** What a key of the keyboard (a character, or a name such as `arrowup`, lower case) does to the fields; null: nothing. */
  readonly press: (question: Q, draft: D, key: string) => Made | null;
  /** The kind draws the question's picture itself, as part of its input. */
  readonly drawsImage?: true;
  readonly Input: (props: { question: Q; draft: D; onDraft: (draft: Made) => void }) => ReactNode;
  /** The answer drawn: 148 px high where it is what the screen is about, else 72. */
  readonly Given: (props: { question: Q; answer: A; large?: boolean }) => ReactNode;
  /** The answer in a word or two (“B”, “A and C”), or null where it has no short name. */
  readonly name: (question: Q, answer: A, text: TextApi) => string | null;
  /** How many things `name` names: 1, or more for a verb in the plural. */
  readonly parts: (answer: A) => number;
  /** The key as the answer that would be fully right; null for kinds without a key. */
  readonly keyAnswer: (key: K) => A | null;
  /** The key drawn and named as a whole, where one answer does not say it: a range of numbers. */
  readonly Key?: (props: { question: Q; answerKey: K }) => ReactNode;
  readonly keyName?: (question: Q, key: K, text: TextApi) => string;
  /** How the class answered, small, without scripts for drawing. */
  readonly Class: (props: { question: Q; picture: V; answerKey: K | null }) => ReactNode;
};

/** A kind seen from outside, where only the registry's types are known. */
export type AnyInputUi = InputUi<PublicQuestion, Answer, Key, Picture, unknown>;
