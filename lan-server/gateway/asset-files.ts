import { statSync } from 'node:fs';
import type { RequestHandler } from 'express';
import sirv from 'sirv';

const aYear = 365 * 24 * 60 * 60;

/**
 * Scripts, styles, fonts: named by their hash, compressed by the build, kept by browsers for a year. The list of
 * files is read once; a new build puts another folder in the place, and then it is read again.
 */
export function createAssetFiles(folder: string): RequestHandler {
  let listed: { folder: number; serve: ReturnType<typeof sirv> } | null = null;

  return (request, response, next) => {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (!found?.isDirectory()) {
      next();
      return;
    }
    if (listed?.folder !== found.ino) {
      const serve = sirv(folder, {
        brotli: true,
        gzip: true,
        immutable: true,
        maxAge: aYear,
        setHeaders: (answer) => answer.setHeader('Vary', 'Accept-Encoding'),
      });
      listed = { folder: found.ino, serve };
    }
    listed.serve(request, response, next);
  };
}
