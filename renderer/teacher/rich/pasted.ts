/** How word processors and pages write with styles what has tags of its own here. */
const meant = [
  { style: /font-weight:\s*(?:bold|[6-9]00)/i, tag: 'strong' },
  { style: /font-style:\s*(?:italic|oblique)/i, tag: 'em' },
  { style: /vertical-align:\s*super/i, tag: 'sup' },
  { style: /vertical-align:\s*sub/i, tag: 'sub' },
] as const;

/** A `b` around everything that is not bold: Google Docs marks its clipboard with it. */
const notBold = /<b\s[^>]*font-weight:\s*normal[^>]*>/gi;
const style = /\sstyle=(?:"([^"]*)"|'([^']*)')/gi;

/**
 * Pasted HTML with bold, italic and so on as tags and without any style: the page's policy would refuse to read one. The rest (links,
 * pictures, scripts) falls away in the editor, which has no place for it.
 */
export function withoutStyles(html: string): string {
  const bare = html
    .replace(notBold, '<span>')
    .replace(style, (_all, double: string | undefined, single: string | undefined) => {
      const says = double ?? single ?? '';
      const tags = meant.filter((one) => one.style.test(says)).map(({ tag }) => tag);
      return tags.length === 0 ? '' : ` data-meant="${tags.join(' ')}"`;
    });
  const parsed = new DOMParser().parseFromString(bare, 'text/html');
  for (const element of parsed.querySelectorAll('[data-meant]')) {
    for (const tag of element.getAttribute('data-meant')?.split(' ') ?? []) {
      const inner = parsed.createElement(tag);
      inner.append(...element.childNodes);
      element.append(inner);
    }
  }
  return parsed.body.innerHTML;
}
