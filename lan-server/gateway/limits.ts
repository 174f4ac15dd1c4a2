import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { reject } from '../contract/rejections.ts';
import { sessionOf } from './auth.ts';
import { refuse } from './errors.ts';
import { keyOf } from './key-door.ts';

const minute = 60_000;

type Limits = {
  /** Everything that has no limit of its own. By session, by key, or by address without one. */
  general: RequestHandler;
  /** Sign-ins that failed, by address; passwords have a lockout besides. */
  signIn: RequestHandler;
  /** Codes at the door that were none, by address. */
  unknownCodes: RequestHandler;
};

/**
 * How often one may ask in a minute. Generous, because a whole school can share one address: the limits stop a machine that
 * tries everything, not a class.
 */
export function createLimits(): Limits {
  const limit = (most: number, onlyFailures: boolean): RequestHandler =>
    rateLimit({
      windowMs: minute,
      limit: most,
      skipSuccessfulRequests: onlyFailures,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      keyGenerator: (request, response) =>
        sessionOf(response)?.tokenHash ?? keyOf(response)?.id ?? ipKeyGenerator(request.ip ?? ''),
      handler: (_request, response) => refuse(response, reject('too_many')),
    });
  return { general: limit(600, false), signIn: limit(30, true), unknownCodes: limit(60, true) };
}
