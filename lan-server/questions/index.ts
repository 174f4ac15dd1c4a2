import { z } from 'zod';
import type { PublicBase, QuestionBase, QuestionKind } from './kind.ts';
import { blanks } from './blanks/index.ts';
import { choice } from './choice/index.ts';
import { matching } from './matching/index.ts';
import { multiple } from './multiple/index.ts';
import { numeric } from './numeric/index.ts';
import { pin } from './pin/index.ts';
import { opentext } from './opentext/index.ts';
import { poll } from './poll/index.ts';
import { ordering } from './ordering/index.ts';
import { rating } from './rating/index.ts';
import { shorttext } from './shorttext/index.ts';
import { slide } from './slide/index.ts';
import { slider } from './slider/index.ts';
import { truefalse } from './truefalse/index.ts';
import { wordcloud } from './wordcloud/index.ts';

/** The registry: every kind of question under its name, in the order in which the editor offers them. */
export const questionKinds = {
  choice,
  multiple,
  truefalse,
  ordering,
  matching,
  wordcloud,
  rating,
  poll,
  shorttext,
  blanks,
  numeric,
  slider,
  slide,
  pin,
  opentext,
};

export type KindName = keyof typeof questionKinds;
type Kinds = (typeof questionKinds)[KindName];
type Inferred<K, Field extends string> = K extends { [F in Field]: z.ZodType<infer T> } ? T : never;

/** A question of any kind, with its key. Never leaves for a phone or the wall. */
export type Question = Inferred<Kinds, 'schema'>;
export type Answer = Inferred<Kinds, 'answerSchema'>;
/** A question as phones and wall may see it. */
export type PublicQuestion = Inferred<Kinds, 'publicSchema'>;
/** A key as shown after the reveal. */
export type Key = Inferred<Kinds, 'keySchema'>;
/** Live results, small however large the class. */
export type Picture = Inferred<Kinds, 'pictureSchema'>;

/** Counts of one question; only its own kind looks inside. */
export type Tally = object;

/** A kind seen from outside, where only the registry's types are known. */
type AnyKind = QuestionKind<
  QuestionBase & Question,
  Answer,
  PublicBase & PublicQuestion,
  Key,
  Tally,
  Picture
>;

const kinds = Object.values(questionKinds);
export const kindNames = Object.keys(questionKinds) as [KindName, ...KindName[]];

function anyOf<T>(schemas: z.ZodType<T>[]): z.ZodType<T> {
  return z.union(schemas as unknown as [z.ZodType<T>, z.ZodType<T>]);
}

export const questionSchema = z.discriminatedUnion(
  'kind',
  kinds.map((kind) => kind.schema) as unknown as [
    typeof choice.schema & z.core.$ZodTypeDiscriminable,
  ],
) as unknown as z.ZodType<Question>;
/** Any kind's answer; `accepts` of the question's own kind decides whether it fits. */
export const publicQuestionSchema = anyOf<PublicQuestion>(
  kinds.map((kind) => kind.publicSchema as never),
);
/** Each kind's picture and key is strict, so that a union never takes one kind's for another's and drops what it does not know. */
export const pictureSchema = anyOf<Picture>(kinds.map((kind) => kind.pictureSchema as never));
export const keySchema = anyOf<Key>(kinds.map((kind) => kind.keySchema as never));

/** The kind behind a name. */
export function kindNamed(name: KindName): AnyKind {
  const kind: unknown = questionKinds[name];
  return kind as AnyKind;
}

/** The kind of a question, public or whole. */
export function kindOf(question: { kind: string }): AnyKind {
  return kindNamed(question.kind as KindName);
}

/** Whether a question can be answered; a slide is only shown. */
export function takesAnswers(question: { kind: string }): boolean {
  return kindOf(question).takesAnswers !== false;
}
