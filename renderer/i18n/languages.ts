/** Every language that Chalkbox speaks, by its BCP 47 tag: its own name for itself and its direction of writing. */
export const languages = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl' }>;

/** The tag of one language that Chalkbox speaks. */
export type Language = keyof typeof languages;

/** Whether a tag from outside (a setting, a page's `lang`) is one that Chalkbox speaks. */
export function isLanguage(tag: string | null | undefined): tag is Language {
  return typeof tag === 'string' && Object.keys(languages).includes(tag);
}

/**
 * The language for a person: what they set, else the first of the browser's languages that Chalkbox speaks (`es-MX`
 * counts as `es`), else English.
 */
export function pickLanguage(
  wanted: string | null | undefined,
  browser: readonly string[],
): Language {
  if (isLanguage(wanted)) return wanted;
  for (const tag of browser) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}
