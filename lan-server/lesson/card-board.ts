import type { Card } from '../questions/opentext/index.ts';

/** An answer that the teacher has let through. `at`: since when it is on the wall, ms since 1970. */
export type ShownCard = { text: string; starred: boolean; heading: string; at: number };

export type Board = { columns: Card[][]; page: number; pages: number };

/**
 * A page is two columns of the wall. Letters and lines are those of 32 px type in half of 1920 px, counted with so much to spare
 * that a page fits also beside a long question; the wall sets it larger where there is room.
 */
const lettersALine = 38;
const linesAColumn = 12;
/** What a card's edges and a heading take, in lines. */
const edges = 1.3;
const headingLines = 1.5;
const mostOnAPage = 24;

/** Letters as wide as two: those of Chinese, Japanese and Korean, and most emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|[\u{1F300}-\u{1FAFF}]/gu;

function linesOf(text: string): number {
  const letters = Array.from(text).length + (text.match(wide)?.length ?? 0);
  return Math.max(1, Math.ceil(letters / lettersALine)) + edges;
}

/** Answers with a heading stand together, in the order in which their headings came up, the rest after them; starred first, then the newest. */
function inOrder(cards: readonly ShownCard[]): ShownCard[] {
  const since = new Map<string, number>();
  for (const { heading, at } of cards)
    since.set(heading, Math.min(at, since.get(heading) ?? Infinity));
  const place = ({ heading }: ShownCard) => (heading === '' ? Infinity : (since.get(heading) ?? 0));
  return cards.toSorted((a, b) => {
    if (a.heading !== b.heading) {
      if (a.heading === '' || b.heading === '') return a.heading === '' ? 1 : -1;
      return place(a) - place(b) || (a.heading < b.heading ? -1 : 1);
    }
    return Number(b.starred) - Number(a.starred) || b.at - a.at;
  });
}

/** One column's cards from `from` on, as many as fit, at least one. */
function column(cards: readonly ShownCard[], from: number, room: number): Card[] {
  const placed: Card[] = [];
  let lines = 0;
  for (const { text, starred, heading } of cards.slice(from, from + room)) {
    const says =
      heading !== '' &&
      (placed.length === 0 || cards[from + placed.length - 1]?.heading !== heading);
    const takes = linesOf(text) + (says ? headingLines : 0);
    if (placed.length > 0 && lines + takes > linesAColumn) break;
    lines += takes;
    placed.push({
      text: text.replaceAll(/\s+/gu, ' '),
      starred,
      heading: says ? heading : null,
    });
  }
  return placed;
}

/** One page: two columns. */
function pageFrom(cards: readonly ShownCard[], from: number): Card[][] {
  const left = column(cards, from, mostOnAPage / 2);
  const right = column(cards, from + left.length, mostOnAPage / 2);
  return right.length === 0 ? [left] : [left, right];
}

/** The page that is asked for, or the last one where there are fewer. */
export function boardOf(shown: readonly ShownCard[], page: number): Board {
  const cards = inOrder(shown);
  const pages: Card[][][] = [];
  for (let from = 0; from < cards.length;) {
    const next = pageFrom(cards, from);
    pages.push(next);
    from += next.reduce((sum, { length }) => sum + length, 0);
  }
  const at = Math.max(0, Math.min(page, pages.length - 1));
  return { columns: pages[at] ?? [], page: at, pages: Math.max(1, pages.length) };
}
