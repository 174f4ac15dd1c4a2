import { Router, raw } from 'express';
import type { RequestHandler } from 'express';
import { uploadBytes } from '../../contract/images.ts';
import { soundBytes } from '../../contract/sounds.ts';
import { isRejection, reject } from '../../contract/rejections.ts';
import type { Media } from '../../library/media.ts';
import { refuse } from '../errors.ts';
import { handle } from '../handle.ts';
import { needs } from '../needs.ts';

const bytes = 'application/octet-stream';

/** No form of a stranger's page can send this type without asking first. The bytes say what they are, not a header. */
const bytesOnly: RequestHandler = (request, response, next) => {
  if (request.headers['content-type'] === bytes) next();
  else refuse(response, reject('bad_request'));
};

/** Uploads pictures and recordings of questions. */
export function mediaRoutes({ media }: { media: Media }): Router {
  const routes = Router();
  const upload = (path: string, limit: number, store: (file: Buffer) => Promise<object>) =>
    routes.post(
      path,
      needs('quizzes.make'),
      bytesOnly,
      raw({ type: bytes, limit, inflate: false }),
      handle({}, async (_given, request, response) => {
        const file: unknown = request.body;
        if (!Buffer.isBuffer(file)) return reject('bad_request');
        const stored = await store(file);
        if (!isRejection(stored)) response.status(201);
        return stored;
      }),
    );

  upload('/', uploadBytes, media.add);
  upload('/sounds', soundBytes, media.addSound);
  return routes;
}
