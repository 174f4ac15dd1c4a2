import type { z } from 'zod';
import type { Scope } from '../keys.ts';
import type { Language } from '../languages.ts';
import type { RejectionCode } from '../rejections.ts';
import type { Right } from '../rights.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A sentence for who writes a script, in each language. */
export type Words = Record<Language, string>;

/**
 * Who is heard: `open`, everybody on the network; `session`, any signed-in window, also before the welcome; `teacher`, every teacher about
 * what is theirs; otherwise who has this right (rights.ts).
 */
export type Asker = 'open' | 'session' | 'teacher' | Right;

/** A route as Express has it: 'GET /api/v1/quizzes/:id'. */
type RouteName = `${Method} /${string}`;

/** A route of the program's own pages. No key opens it, and the document for scripts leaves it out. */
export type OwnRoute = { route: RouteName; right: Asker; scope: null };

/** A route that a school's script may use. */
export type ScriptRoute = {
  route: RouteName;
  right: Asker;
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

export type ListedRoute = OwnRoute | ScriptRoute;

/** Routes of the program's own pages, under one right: `own('laptop.manage', ['GET /api/v1/backups'])`. */
export function own(right: Asker, routes: readonly RouteName[]): OwnRoute[] {
  return routes.map((route) => ({ route, right, scope: null }));
}

/** Stand in examples for ids of one's own. */
export const exampleIds = {
  quiz: 'a-quiz-of-yours',
  question: 'question-1',
  lesson: 'a-lesson-of-yours',
} as const;
