/**
 * Formatted text: a small language of tags without a single thing that could act. It is never given to a lenient HTML parser: it is read
 * here, strictly, both where it comes in (a schema refuses the rest) and where it is drawn (only these tags are ever made).
 */
export type Markup = string | Element;
export type Element = { tag: Tag; attributes: Record<string, string>; children: Markup[] };

/** What stands in a line. */
const inline = ['strong', 'em', 'sub', 'sup', 'code', 'br', 'math'] as const;
const blocks = ['p', 'ul', 'ol', 'pre', 'table'] as const;
/** What stands in a formula; the TeX itself is in `annotation`. */
const math = [
  'semantics',
  'annotation',
  'mrow',
  'mi',
  'mn',
  'mo',
  'ms',
  'mtext',
  'mspace',
  'mfrac',
  'msqrt',
  'mroot',
  'msub',
  'msup',
  'msubsup',
  'munder',
  'mover',
  'munderover',
  'mmultiscripts',
  'mprescripts',
  'mtable',
  'mtr',
  'mtd',
  'mstyle',
  'mpadded',
  'mphantom',
  'menclose',
] as const;
type Tag =
  | (typeof inline)[number]
  | (typeof blocks)[number]
  | (typeof math)[number]
  | 'li'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

/** What may stand in what; `words`: text too. */
const inLine = new Set<string>([...inline, 'words']);
const inFormula = new Set<string>([...math, 'words']);
const within: Record<string, ReadonlySet<string>> = {
  p: inLine,
  strong: inLine,
  em: inLine,
  sub: inLine,
  sup: inLine,
  code: inLine,
  th: new Set([...inLine, 'p']),
  td: new Set([...inLine, 'p']),
  li: new Set([...inLine, 'p', 'ul', 'ol']),
  ul: new Set(['li']),
  ol: new Set(['li']),
  pre: new Set(['words']),
  table: new Set(['tbody']),
  tbody: new Set(['tr']),
  tr: new Set(['th', 'td']),
  br: new Set(),
  annotation: new Set(['words']),
  math: inFormula,
};
for (const tag of math) if (tag !== 'annotation') within[tag] = inFormula;
const atTop = new Set<string>([...blocks, ...inline, 'words']);

/** Attributes of formulas: how something is set, never what it does. */
const attributesOf: Record<string, readonly string[]> = {
  math: ['display'],
  annotation: ['encoding'],
  mi: ['mathvariant'],
  mo: [
    'stretchy',
    'fence',
    'form',
    'separator',
    'symmetric',
    'movablelimits',
    'largeop',
    'lspace',
    'rspace',
    'minsize',
    'maxsize',
    'accent',
  ],
  mspace: ['width', 'height', 'depth'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  mfrac: ['linethickness'],
  mover: ['accent'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
  mstyle: ['displaystyle', 'scriptlevel'],
  mrow: ['displaystyle', 'scriptlevel'],
  mtable: ['displaystyle'],
  mtd: ['columnalign'],
  menclose: ['notation'],
};
const harmless = /^[a-zA-Z0-9/.%+ -]{0,40}$/;

/** Deeper nesting is no text that a person wrote. */
const deepest = 60;

const token = /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*) ?(\/?)>|[^<>]+/y;
const attribute = / ([a-z]+)="([^"]*)"/g;

type Reading = {
  /** Attributes that are not on the list are left out instead of refused: for what a typesetter of formulas makes. */
  lenient: boolean;
};

/** Reads formatted text; null where anything stands in it that is not on the lists above. */
export function readMarkup(
  markup: string,
  { lenient }: Reading = { lenient: false },
): Markup[] | null {
  const root: Markup[] = [];
  const open: Element[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < markup.length) {
    const found = token.exec(markup);
    if (!found) return null;
    const [whole, closing, name, given = '', alone] = found;
    const parent = open[open.length - 1];
    const allowed = parent ? within[parent.tag] : atTop;
    const into = parent ? parent.children : root;
    if (name === undefined) {
      const words = unescaped(whole);
      if (words === null || (!allowed?.has('words') && words.trim() !== '')) return null;
      if (allowed?.has('words')) into.push(words);
    } else if (closing === '/') {
      if (parent?.tag !== name || given !== '' || alone === '/') return null;
      open.pop();
    } else {
      const attributes = attributesRead(name, given, lenient);
      if (attributes === null || !allowed?.has(name) || open.length >= deepest) return null;
      const element = { tag: name as Tag, attributes, children: [] };
      into.push(element);
      if (alone !== '/' && name !== 'br') open.push(element);
    }
  }
  return open.length === 0 ? root : null;
}

function attributesRead(
  tag: string,
  given: string,
  lenient: boolean,
): Record<string, string> | null {
  const attributes: Record<string, string> = {};
  attribute.lastIndex = 0;
  // Phones of 2018 know no matchAll.
  for (let found = attribute.exec(given); found; found = attribute.exec(given)) {
    const [, name = '', value = ''] = found;
    const known = attributesOf[tag]?.includes(name) === true && harmless.test(value);
    if (known) attributes[name] = value;
    else if (!lenient) return null;
  }
  if (attributes['display'] !== undefined && attributes['display'] !== 'block') return null;
  if (tag === 'annotation' && attributes['encoding'] !== 'application/x-tex') return null;
  return attributes;
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/** Text without references; null where one is none of ours, or where a control sign stands. */
function unescaped(text: string): string | null {
  // oxlint-disable-next-line no-control-regex -- those are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return null;
  let whole = true;
  const words = text.replace(/&([a-z]{1,8};)?/g, (_all, name: string | undefined) => {
    const sign = signs[name?.slice(0, -1) ?? ''];
    if (sign === undefined) whole = false;
    return sign ?? '';
  });
  return whole ? words : null;
}

/** Text as markup has it. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Writes what was read, always in the same form. */
export function writeMarkup(nodes: readonly Markup[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escaped(node);
      const given = Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${value}"`)
        .join('');
      if (node.tag === 'br') return '<br/>';
      return `<${node.tag}${given}>${writeMarkup(node.children)}</${node.tag}>`;
    })
    .join('');
}

/** The words that stand right in an element. */
export function wordsIn({ children }: Element): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** The TeX of a formula. */
export function texOf(node: Markup): string {
  if (typeof node === 'string') return '';
  if (node.tag === 'annotation') return wordsIn(node);
  for (const child of node.children) {
    const tex = texOf(child);
    if (tex !== '') return tex;
  }
  return '';
}
