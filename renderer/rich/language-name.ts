/** A language in its own words: `español`; the tag where the browser knows no names. */
export function languageName(tag: string): string {
  if (typeof Intl.DisplayNames !== 'function') return tag.toUpperCase();
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag.toUpperCase();
  }
}
