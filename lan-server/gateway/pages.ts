import { join } from 'node:path';
import { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import type { Language } from '../contract/languages.ts';
import { createAssetFiles } from './asset-files.ts';
import { createHtmlFiles } from './html-files.ts';
import { languageOf } from './language.ts';
import { needs } from './needs.ts';
import { noticeStyle, noticeStylePath, sayLost, sayUnbuilt } from './notices.ts';

/** The pages of all four doors, as `npm run build` leaves them in `pagesDir`. */
export function createPages({ pagesDir }: { pagesDir: string }): Router {
  const pages = Router();
  const send = createHtmlFiles(pagesDir);
  // They hold nothing of anybody: what they show comes over routes and sockets.
  const open = needs('nobody');

  const page = (
    nameFor: (language: Language) => string,
    otherwise: (response: Response, language: Language) => void = sayUnbuilt,
  ): RequestHandler => {
    return async (request, response) => {
      const language = languageOf(request);
      if (!(await send(request, response, nameFor(language)))) otherwise(response, language);
    };
  };
  const byLanguage: RequestHandler = (_request, response, next) => {
    response.vary('Accept-Language').vary('Cookie');
    next();
  };
  const student = page((language) => `index.${language}.html`);

  pages.use('/assets', createAssetFiles(join(pagesDir, 'assets')));
  pages.get('/', open, byLanguage, student);
  pages.get('/j/:code', open, byLanguage, student);
  pages.get('/c/:code', open, byLanguage, student);
  pages.get(
    '/teacher{/*page}',
    open,
    page(() => 'teacher.html'),
  );
  pages.get(
    '/wall/:lessonId',
    open,
    page(() => 'projector.html'),
  );
  // A development page: there only when it was built.
  pages.get(
    '/gallery',
    open,
    page(() => 'gallery.html', sayLost),
  );
  pages.get(noticeStylePath, open, (_request, response) => {
    response.setHeader('Cache-Control', 'max-age=3600');
    response.type('css').send(noticeStyle);
  });
  pages.use((request, response: Response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD')
      sayLost(response, languageOf(request));
    else next();
  });
  return pages;
}
