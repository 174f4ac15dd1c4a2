import type { Markup } from '../../lan-server/questions/markup.ts';

/**
 * Splits a text into what a headline can hold (its first lines) and the lists, tables and so on from the first of them on. Lines of
 * the headline are kept apart by line breaks.
 */
export function splitLead(nodes: readonly Markup[]): { lead: Markup[]; rest: Markup[] } {
  const first = nodes.findIndex((node) => typeof node !== 'string' && isBlock(node));
  const end = first === -1 ? nodes.length : first;
  const lead: Markup[] = [];
  for (const node of nodes.slice(0, end)) {
    const isLine = typeof node !== 'string' && node.tag === 'p';
    if (isLine && lead.length > 0) lead.push({ tag: 'br', attributes: {}, children: [] });
    if (isLine) lead.push(...node.children);
    else lead.push(node);
  }
  return { lead, rest: nodes.slice(end) };
}

function isBlock({ tag, children }: Exclude<Markup, string>): boolean {
  if (tag === 'ul' || tag === 'ol' || tag === 'pre' || tag === 'table') return true;
  // A formula on a line of its own may be wider than the screen: it scrolls, which a headline cannot.
  return (
    tag === 'p' &&
    children.some(
      (child) =>
        typeof child !== 'string' &&
        child.tag === 'math' &&
        child.attributes['display'] === 'block',
    )
  );
}
