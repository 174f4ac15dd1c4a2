import { parseCookie } from 'cookie';
import type { Request } from 'express';
import type { Language } from '../contract/languages.ts';
import { languageSchema } from '../contract/languages.ts';

/** `?lang=` before the cookie `lang` before what the browser asks for; English where none fits. */
export function languageOf(request: Request): Language {
  const asked = [request.query['lang'], parseCookie(request.headers.cookie ?? '')['lang']];
  for (const language of asked) {
    const known = languageSchema.safeParse(language);
    if (known.success) return known.data;
  }
  const accepted = languageSchema.safeParse(request.acceptsLanguages(...languageSchema.options));
  return accepted.success ? accepted.data : 'en';
}
