import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * JSON travels as brotli or gzip, from a kilobyte on; files are left as they are, since what is worth packing is packed already. Whoever may
 * choose part of an answer and read its length could guess a secret beside it (BREACH): no answer holds one but that
 * which tells a new key, and it says `no-transform`; the cookie stands in a header, and a page of another site never brings it along.
 */
export function compressJson(): RequestHandler {
  return compression({
    threshold: 1024,
    filter: (_request, response) =>
      String(response.getHeader('Content-Type') ?? '').startsWith('application/json') &&
      response.getHeader('Content-Disposition') === undefined,
  });
}
