import { isLanguage, languages } from './languages.ts';
import { pluralForm } from './phone-plural.ts';
import { createText } from './voice.ts';
import type { TextApi } from './voice.ts';

/** Texts as they stand in the JSON files: areas, groups, sentences. */
export type TextTree = { readonly [key: string]: string | TextTree };

/**
 * Makes the voice of a phone from a tree of texts. A few lines do here what i18next does on the desk, over the same
 * files: with i18next alone the page would have spent a third of its 50 KB.
 */
export function createPhoneText(tag: string, texts: TextTree): TextApi {
  const language = isLanguage(tag) ? tag : 'en';

  const find = (path: string): string | undefined => {
    let node: string | TextTree | undefined = texts;
    for (const step of path.split('.')) node = typeof node === 'object' ? node[step] : undefined;
    return typeof node === 'string' ? node : undefined;
  };

  return createText(language, languages[language].direction, (key, count) => {
    if (count === undefined) return find(key) ?? key;
    return (
      find(`${key}_${pluralForm(language, count)}`) ?? find(`${key}_other`) ?? find(key) ?? key
    );
  });
}
