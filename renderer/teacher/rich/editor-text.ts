import type { JSONContent } from '@tiptap/core';
import type { Markup } from '../../../lan-server/questions/markup.ts';
import { writeMarkup } from '../../../lan-server/questions/markup.ts';
import { isPlain, plainOf } from '../../../lan-server/questions/plain-text.ts';
import {
  formula,
  formulasIn,
  formulasWritten,
  markupOfPlain,
} from '../../../lan-server/questions/settle.ts';
import { escaped } from '../../../lan-server/questions/markup.ts';
import { typeset } from '../../rich/typeset.ts';

/** A text as a question has it: plain, and formatted where it has any formatting. */
export type TextValue = { text: string; rich: string | undefined };

const markTags = {
  bold: 'strong',
  italic: 'em',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
} as const;
const blockTags = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  codeBlock: 'pre',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
} as const;

const element = (
  tag: Exclude<Markup, string>['tag'],
  children: Markup[],
): Exclude<Markup, string> => ({ tag, attributes: {}, children });

function markupOf(node: JSONContent): Markup {
  const type = node.type ?? '';
  const children = () => (node.content ?? []).map(markupOf);
  if (type === 'text') {
    return (node.marks ?? []).reduce<Markup>((inside, mark) => {
      const tag = markTags[mark.type as keyof typeof markTags];
      return tag ? element(tag, [inside]) : inside;
    }, node.text ?? '');
  }
  if (type === 'hardBreak') return element('br', []);
  if (type === 'math')
    return formula(String(node.attrs?.['tex'] ?? ''), node.attrs?.['display'] === true, typeset);
  if (type === 'table') return element('table', [element('tbody', children())]);
  return element(blockTags[type as keyof typeof blockTags] ?? 'p', children());
}

/** What stands in the editor, as a question keeps it. Empty lines at the end are no part of it. */
export function valueOf(document: JSONContent): TextValue {
  const nodes = (document.content ?? []).map(markupOf);
  const last = nodes.findLastIndex((node) => typeof node === 'string' || !isEmptyLine(node));
  const kept = nodes.slice(0, last + 1);
  return { text: plainOf(kept), rich: isPlain(kept) ? undefined : writeMarkup(kept) };
}

function isEmptyLine({ tag, children }: Exclude<Markup, string>): boolean {
  return tag === 'p' && children.every((child) => child === '');
}

/** What the editor is to begin with: formatted text, or plain text with what stands between dollar signs as formulas. */
export function contentFor({ text, rich }: TextValue): string {
  if (rich !== undefined) return rich;
  return text
    .split('\n')
    .map((line) => `<p>${formulasIn(line, typeset) || escaped(line)}</p>`)
    .join('');
}

/** The same, whatever stands between dollar signs. */
export function plainContentFor({ text, rich }: TextValue): string {
  return rich ?? markupOfPlain(text);
}

/** Where in the editor a place in the plain text is, once its formulas are drawn: each is one step, each line begins with one. */
export function placeInEditor(text: string, place: number): number {
  const before = text.slice(0, place);
  const lines = before.split('\n');
  const steps = lines.map((line) => {
    const formulas = formulasWritten(line);
    return formulas.reduce((length, { length: signs }) => length - signs + 1, line.length);
  });
  return 1 + steps.reduce((sum, length) => sum + length, 0) + 2 * (lines.length - 1);
}
