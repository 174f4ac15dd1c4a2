import type { z } from 'zod';
import type { Scope } from '../keys.ts';
import type { Language } from '../languages.ts';
import type { RejectionCode } from '../rejections.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A sentence for who writes a script, in each language. */
export type Words = Record<Language, string>;

/** A route that a school's script may use. */
export type ScriptRoute = {
  /** As Express has it: 'GET /api/v1/quizzes/:id'. */
  route: `${Method} /${string}`;
  /** What its key must be allowed; `any`: every key will do, and none is needed. */
  scope: Scope | 'any';
  /** What it does, as one sentence without a full stop. */
  summary: Words;
  /** What the summary leaves open. */
  words?: Words;
  params?: z.ZodType;
  query?: z.ZodType;
  /** JSON; `bytes`: a file as it is. */
  body?: z.ZodType | 'bytes';
  /** JSON, a file of this type, or nothing at all (204). */
  answer: z.ZodType | { file: string } | null;
  /** Otherwise 200, or 204 where there is no answer. */
  status?: 201;
  /** Refusals of its own; those that every route has are added. */
  errors: readonly RejectionCode[];
  /** A request that works, in which an id of `exampleIds` stands for one's own. */
  example: {
    params?: Record<string, string>;
    query?: Record<string, string | number>;
    body?: unknown;
  };
};

/** Stand in examples for ids of one's own. */
export const exampleIds = {
  quiz: 'a-quiz-of-yours',
  question: 'question-1',
  lesson: 'a-lesson-of-yours',
  class: 'a-class-of-yours',
  otherClass: 'another-class',
  student: 'a-student-of-yours',
  planned: 'a-planned-lesson',
} as const;
