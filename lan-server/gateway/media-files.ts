import type { RequestHandler } from 'express';
import { mediaNameSchema } from '../contract/images.ts';
import { soundNameSchema } from '../contract/sounds.ts';
import { reject } from '../contract/rejections.ts';
import type { Media } from '../library/media.ts';
import { refuse } from './errors.ts';

/**
 * Stored pictures and recordings under their names, for every phone on the network: who knows a name was sent it. A name of another form leads
 * nowhere, so no path does. Behind a name there is always the same, so browsers keep it for a year.
 */
export function createMediaFiles({ folderOf }: Pick<Media, 'folderOf'>): RequestHandler {
  return (request, response, next) => {
    const name = mediaNameSchema.or(soundNameSchema).safeParse(request.path.slice(1));
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (!name.success) return refuse(response, reject('not_found'));
    const settings = { root: folderOf(name.data), immutable: true, maxAge: '365d' };
    response.sendFile(name.data, settings, (error) => {
      if (!error || response.headersSent) return;
      response.removeHeader('Cache-Control');
      refuse(response, reject('not_found'));
    });
  };
}
