import { texOf, wordsIn } from './markup.ts';
import type { Markup } from './markup.ts';

/** Formatted text as plain text, for lists, exports, search and the voice: formulas as TeX between dollar signs. */
export function plainOf(nodes: readonly Markup[]): string {
  return blocksOf(nodes, '').join('\n').trim();
}

/** Lines; runs of what stands in a line are one. */
function blocksOf(nodes: readonly Markup[], indent: string): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  for (const node of nodes) {
    const block = linesOf(node, indent);
    if (block === null) {
      line = (line ?? '') + lineOf([node]);
    } else {
      if (line !== null) lines.push(line);
      line = null;
      lines.push(...block);
    }
  }
  if (line !== null) lines.push(line);
  return lines;
}

/** The lines of a block; null for what stands in a line. */
function linesOf(node: Markup, indent: string): string[] | null {
  if (typeof node === 'string') return null;
  switch (node.tag) {
    case 'p':
      return [lineOf(node.children)];
    case 'pre':
      return [wordsIn(node)];
    case 'ul':
    case 'ol':
      return node.children.flatMap((item, at) => {
        if (typeof item === 'string') return [];
        const [first = '', ...rest] = blocksOf(item.children, `${indent}  `);
        return [`${indent}${node.tag === 'ol' ? `${at + 1}.` : '•'} ${first}`, ...rest];
      });
    case 'table':
      return rowsOf(node).map((row) => row.map(({ children }) => lineOf(children)).join(' | '));
    default:
      return null;
  }
}

/** Cells by row. */
function rowsOf(table: Exclude<Markup, string>): Exclude<Markup, string>[][] {
  const rows = table.children.flatMap((body) => (typeof body === 'string' ? [] : body.children));
  return rows.map((row) =>
    typeof row === 'string' ? [] : row.children.filter((cell) => typeof cell !== 'string'),
  );
}

function lineOf(nodes: readonly Markup[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.tag === 'br') return '\n';
      if (node.tag === 'math') return `$${texOf(node)}$`;
      return lineOf(node.children);
    })
    .join('');
}

/** Whether there is nothing in it that plain text could not say. */
export function isPlain(nodes: readonly Markup[]): boolean {
  return nodes.every(
    (node) =>
      typeof node === 'string' || node.tag === 'br' || (node.tag === 'p' && isPlain(node.children)),
  );
}
