import { createInstance } from 'i18next';
import type { Texts } from './keys.ts';
import { languages } from './languages.ts';
import type { Language } from './languages.ts';
import { createText } from './voice.ts';
import type { TextApi } from './voice.ts';

// One chunk a language: a teacher downloads the one that is spoken.
const load: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('./en/all.ts'),
  es: () => import('./es/all.ts'),
};

/** Loads a language and makes its voice, with i18next choosing the plural forms. */
export async function loadDeskText(language: Language): Promise<TextApi> {
  const { texts } = await load[language]();
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    ns: ['all'],
    defaultNS: 'all',
    resources: { [language]: { all: texts } },
    nsSeparator: false,
  });
  // fill.ts fills the variables in, here as on the phone, so that both write numbers and elements alike.
  return createText(language, languages[language].direction, (key, count) =>
    i18n.t(key, { skipInterpolation: true, ...(count === undefined ? {} : { count }) }),
  );
}
