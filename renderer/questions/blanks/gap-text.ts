import type { Blanks } from '../../../lan-server/questions/blanks/index.ts';

type Gap = Blanks['gaps'][number];
export type GapText = Pick<Blanks, 'parts' | 'gaps'>;

/** As many, and as long, as the laptop stores. */
const most = { gaps: 20, options: 8, variants: 20, letters: 80 };

/** One gap: no braces inside, so that a lone pair stays text. */
const gapPattern = /\{\{([^{}]*)\}\}/g;

/** What stands between the braces: variants parted by `|`, or, with the right one first, a list to choose from parted by `~`. */
export function gapInside({ options, accepted }: Gap): string {
  return options === null ? accepted.join('|') : options.join('~');
}

function gapOf(inside: string): Gap | null {
  const chosen = inside.includes('~');
  const texts = inside.split(chosen ? '~' : '|');
  const tooMany = texts.length > (chosen ? most.options : most.variants);
  if (tooMany || texts.some((text) => text.length > most.letters)) return null;
  return chosen
    ? { options: texts, accepted: texts.slice(0, 1) }
    : { options: null, accepted: texts };
}

/** The text as the teacher writes it, gaps as `{{…}}`. */
export function written({ parts, gaps }: GapText): string {
  return parts
    .map((part, place) => {
      const gap = gaps[place];
      return gap ? `${part}{{${gapInside(gap)}}}` : part;
    })
    .join('');
}

/**
 * Reads what the teacher wrote; `written` gives the very same text back, so that nothing changes under the hand. A gap that is not
 * closed, or holds too much, stays text with its braces.
 */
export function readGaps(text: string): GapText {
  const parts: string[] = [];
  const gaps: Gap[] = [];
  let from = 0;
  for (const found of text.matchAll(gapPattern)) {
    const gap = gaps.length < most.gaps ? gapOf(found[1] ?? '') : null;
    if (!gap) continue;
    parts.push(text.slice(from, found.index));
    gaps.push(gap);
    from = found.index + found[0].length;
  }
  return { parts: [...parts, text.slice(from)], gaps };
}

/** Makes a gap of what is selected, or an empty one; gives the text and where to write on. */
export function gapAt(
  text: string,
  start: number,
  end: number,
): { text: string; start: number; end: number } {
  const inside = text.slice(start, end).replaceAll(/[{}]/g, '');
  const next = `${text.slice(0, start)}{{${inside}}}${text.slice(end)}`;
  return { text: next, start: start + 2, end: start + 2 + inside.length };
}

/** Signs that mean something between the braces cannot be part of an answer. */
function plain(text: string): string {
  return text.replaceAll(/[{}|~]/g, '');
}

/** One gap with other words: variants, or, the right one first, a list. */
export function gapWith(texts: readonly string[], chosen: boolean): Gap {
  const clean = texts.map(plain);
  // One alone would be read as typed.
  const list = chosen && clean.length === 1 ? [...clean, ''] : clean;
  return chosen
    ? { options: list, accepted: list.slice(0, 1) }
    : { options: null, accepted: clean };
}
