import type { Request, RequestHandler, Response } from 'express';
import { json } from 'express';
import { z } from 'zod';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { refuse } from './errors.ts';

const nothing = z.unknown();

/** Schemas of what a route takes; what is not named is not looked at. */
export type Shape<Body = unknown, Params = unknown, Query = unknown> = {
  body?: z.ZodType<Body>;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
};

/**
 * A route's handler: parses at the door, then answers with what `act` returns: a refusal as the error form, `undefined` as 204
 * (unless it has answered itself), anything else as JSON. It carries its `shape`, so that the document for scripts can be held against it.
 */
export function handle<Body, Params, Query>(
  shape: Shape<Body, Params, Query>,
  act: (
    given: { body: Body; params: Params; query: Query },
    request: Request,
    response: Response,
  ) => Promise<unknown>,
): RequestHandler & { shape: Shape } {
  const schema = z.object({
    body: shape.body ?? nothing,
    params: shape.params ?? nothing,
    query: shape.query ?? nothing,
  });
  const handler: RequestHandler = async (request, response) => {
    const { body, params, query } = request as { body: unknown; params: unknown; query: unknown };
    const parsed = schema.safeParse({ body, params, query });
    if (!parsed.success) {
      refuse(response, notThisForm(parsed.error));
      return;
    }
    const given = parsed.data as { body: Body; params: Params; query: Query };
    const result = await act(given, request, response);
    if (response.headersSent) return;
    if (isRejection(result)) refuse(response, result);
    else if (result === undefined) response.status(204).end();
    else response.json(result);
  };
  return Object.assign(handler, { shape });
}

/** Which fields are wrong; bounded, and without what was sent. */
function notThisForm(error: z.ZodError): Rejection {
  const issues = error.issues.slice(0, 10).map(({ path, message }) => ({
    path: path.map(String),
    message: message.slice(0, 200),
  }));
  return reject('bad_request', { issues });
}

/** Bodies of everything but quizzes fit easily. */
export const smallBody = json({ limit: '16kb' });
/** A quiz of 200 long questions. */
export const quizBody = json({ limit: '1mb' });
/** Six thousand lines of a table. */
export const tableBody = json({ limit: '4mb' });
/** Five hundred students with names, or by their ids. */
export const studentsBody = json({ limit: '256kb' });
