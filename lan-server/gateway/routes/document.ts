import { Router } from 'express';
import type { Language } from '../../contract/languages.ts';
import { apiDocument } from '../api-document/index.ts';
import type { ApiDocument } from '../api-document/index.ts';
import { compressJson } from '../compress.ts';
import { handle } from '../handle.ts';
import { createHtmlFiles } from '../html-files.ts';
import { languageOf } from '../language.ts';
import { needs } from '../needs.ts';
import { sayUnbuilt } from '../notices.ts';

/**
 * `/api/openapi.json`, the document of all routes that a school's scripts may use, and `/api/docs`, the page that shows it. Open to all: they
 * say what every Chalkbox of this version says.
 */
export function documentRoutes({
  pagesDir,
  version,
}: {
  pagesDir: string;
  version: string;
}): Router {
  const pages = Router();
  const send = createHtmlFiles(pagesDir);
  // Made when it is first asked for: many lessons never need it.
  const made = new Map<Language, ApiDocument>();
  const documentIn = (language: Language): ApiDocument => {
    const document = made.get(language) ?? apiDocument(language, version);
    made.set(language, document);
    return document;
  };

  pages.get('/openapi.json', needs('nobody'), compressJson(), (request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.vary('Accept-Language').vary('Cookie');
    response.json(documentIn(languageOf(request)));
  });
  pages.get(
    '/docs',
    needs('nobody'),
    handle({}, async (_given, request, response) => {
      if (!(await send(request, response, 'docs.html'))) sayUnbuilt(response, languageOf(request));
    }),
  );
  return pages;
}
