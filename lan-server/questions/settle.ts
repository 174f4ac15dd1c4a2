import { escaped, readMarkup, texOf, writeMarkup } from './markup.ts';
import type { Markup } from './markup.ts';
import { isPlain, plainOf } from './plain-text.ts';
import type { Rich, Second } from './words.ts';

/** Typesets TeX as MathML (`<math>…</math>` without annotation); null where it is no TeX that it knows. */
export type Typeset = (tex: string, display: boolean) => string | null;

/** TeX of one formula, at most. */
export const longestTex = 600;
/** A formula, typeset, at most: what is longer stands there as TeX. */
const longestFormula = 12_000;
/** As the schema bounds a formatted text. */
const longestMarkup = 40_000;

/**
 * TeX between dollar signs, by pandoc's rule: no space right inside either sign and no digit after the second, so that “$5 and $10”
 * stays what it is.
 */
const dollars = /\$(?=\S)([^$\n]{1,600}?)(?<=\S)\$(?!\d)/g;

/** A formula as markup: typeset where it can be, with its TeX beside it so that it can be edited and read anywhere. */
export function formula(tex: string, display: boolean, typeset: Typeset): Markup {
  const made = tex.length <= longestTex ? typeset(tex, display) : null;
  const read = made !== null && made.length <= longestFormula ? lone(made) : null;
  const shown: Markup[] = read
    ? read.children
    : [{ tag: 'mtext', attributes: {}, children: [tex] }];
  return {
    tag: 'math',
    attributes: display ? { display: 'block' } : {},
    children: [
      {
        tag: 'semantics',
        attributes: {},
        children: [
          // `semantics` shows its first child.
          { tag: 'mrow', attributes: {}, children: shown },
          { tag: 'annotation', attributes: { encoding: 'application/x-tex' }, children: [tex] },
        ],
      },
    ],
  };
}

/** The one `math` that a typesetter has made, without what is not on our lists. */
function lone(made: string): Exclude<Markup, string> | null {
  const [only, ...more] = readMarkup(made, { lenient: true }) ?? [];
  return only && typeof only !== 'string' && only.tag === 'math' && more.length === 0 ? only : null;
}

/** One line of plain text with its formulas typeset; '' where it has none. */
export function formulasIn(text: string, typeset: Typeset): string {
  let after = 0;
  const nodes: Markup[] = [];
  for (const found of text.matchAll(dollars)) {
    if (found.index > after) nodes.push(text.slice(after, found.index));
    nodes.push(formula(found[1] ?? '', false, typeset));
    after = found.index + found[0].length;
  }
  if (nodes.length === 0) return '';
  if (after < text.length) nodes.push(text.slice(after));
  const markup = writeMarkup(nodes);
  return markup.length <= longestMarkup ? markup : '';
}

/** What stands between dollar signs in a line of plain text, and the signs: `$x^2$`. */
export function formulasWritten(line: string): string[] {
  return [...line.matchAll(dollars)].map(([written]) => written);
}

/** Whether plain text has a formula between dollar signs. */
export function hasFormula(text: string): boolean {
  return text.search(dollars) !== -1;
}

function retypeset(nodes: readonly Markup[], typeset: Typeset): Markup[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    if (node.tag === 'math')
      return formula(texOf(node), node.attributes['display'] === 'block', typeset);
    return { ...node, children: retypeset(node.children, typeset) };
  });
}

/** A formatted text in its one form with its plain text; null where there is no formatting in it, or it cannot be kept. */
function settledText(
  markup: string | undefined,
  longest: number,
  typeset: Typeset,
): { markup: string; plain: string } | null {
  const nodes = markup === undefined ? null : readMarkup(markup);
  if (!nodes || isPlain(nodes)) return null;
  // Typeset anew: what a stranger sends as a formula may say something else than its TeX.
  const whole = retypeset(nodes, typeset);
  const written = writeMarkup(whole);
  const kept =
    written.length <= longestMarkup ? written : writeMarkup(retypeset(nodes, () => null));
  if (kept.length > longestMarkup) return null;
  return { markup: kept, plain: cut(plainOf(whole), longest) };
}

/** Not through the middle of a letter that takes two units. */
function cut(text: string, longest: number): string {
  const short = text.slice(0, longest);
  return /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}

type Words = {
  text: string;
  explanation?: string | undefined;
  hint?: string | undefined;
  options?: readonly string[] | undefined;
  rich?: Rich | undefined;
};

/** Plain words made from the formatted ones, and the formulas of options and hint. */
function settledWords<W extends Words>(words: W, typeset: Typeset): W {
  const text = settledText(words.rich?.text, 2000, typeset);
  const explanation = settledText(words.rich?.explanation, 2000, typeset);
  const hint = formulasIn(words.hint ?? '', typeset);
  const options = (words.options ?? []).map((option) => formulasIn(option, typeset));
  const rich: Rich = {
    ...(text && { text: text.markup }),
    ...(explanation && { explanation: explanation.markup }),
    ...(hint !== '' && { hint }),
    ...(options.some((option) => option !== '') && { options }),
  };
  const { rich: _before, ...plain } = words;
  return {
    ...plain,
    ...(text && { text: text.plain }),
    ...(explanation && { explanation: explanation.plain }),
    ...(Object.keys(rich).length > 0 && { rich }),
  } as W;
}

/**
 * A question as it is stored: plain text always made from the formatted, every formula typeset from its TeX, nothing formatted
 * where there is no formatting. Settling twice changes nothing.
 */
export function settled<Q extends Words & { second?: Second | undefined }>(
  question: Q,
  typeset: Typeset,
): Q {
  const own = settledWords(question, typeset);
  return own.second ? { ...own, second: settledWords(own.second, typeset) } : own;
}

/** Plain text as markup: a paragraph a line. */
export function markupOfPlain(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}
