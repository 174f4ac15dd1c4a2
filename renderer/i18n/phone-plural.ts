/**
 * The CLDR plural form of a count. iOS 12.5 has no Intl.PluralRules; English and Spanish need only the rule below,
 * and a phone that old falls back to it in every language.
 */
export function pluralForm(language: string, count: number): string {
  if (typeof Intl.PluralRules === 'function') return new Intl.PluralRules(language).select(count);
  return count === 1 ? 'one' : 'other';
}
