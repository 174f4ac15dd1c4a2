import layoutCloud from 'd3-cloud';
import { sizeWords } from './word-sizes.ts';
import type { CountedWord, SizedWord } from './word-sizes.ts';

/** x and y from the middle of the area to the middle of the word's baseline, in px. */
export type PlacedWord = SizedWord & { x: number; y: number };
export type Cloud = { words: PlacedWord[]; scale: number };

type Area = {
  width: number;
  height: number;
  /** The font stack, as CSS writes it. */
  font: string;
};

type Tag = layoutCloud.Word & {
  word: SizedWord;
  tried?: boolean;
  placed?: boolean;
  /** Set by the layout: false where a word leaves no ink (spaces of odd kinds). */
  hasText?: boolean;
};

/** Each smaller try takes about an eighth off. */
const scales = [2.6, 2.3, 2, 1.75, 1.5, 1.3, 1.15, 1, 0.85, 0.7, 0.55, 0.44];
/** The first words do not fill the wall. */
const few = { words: 3, scale: 1.5 };

/**
 * Lays the words out with d3-cloud so that none overlaps or is cut. Every word begins its search where it stood in
 * `before` and, when it is new, in the middle; the large ones search first. So a word that still fits stays where it is, and
 * only what it pushes aside moves. A cloud that had to shrink does not grow again: it would breathe with every answer.
 * Words that do not fit at 32 px are left out, the rarest first.
 */
export function placeWords(words: readonly CountedWord[], area: Area, before: Cloud | null): Cloud {
  const stood = new Map(before?.words.map((word) => [word.text, word]));
  const from = before && before.words.length > 0 ? scales.indexOf(before.scale) : 0;
  let cloud: Cloud = { words: [], scale: 1 };
  for (const scale of scales.slice(Math.max(0, from))) {
    const last = scale === scales.at(-1);
    const sized = sizeWords(words, words.length > few.words ? scale : Math.min(scale, few.scale));
    cloud = { words: layOut(sized, area, stood, !last), scale };
    if (cloud.words.length === words.length) break;
  }
  return cloud;
}

/** `whole`: gives up at the first word that finds no place. */
function layOut(
  words: readonly SizedWord[],
  { width, height, font }: Area,
  stood: ReadonlyMap<string, PlacedWord>,
  whole: boolean,
): PlacedWord[] {
  // Among words of one size those that have a place keep it, and new ones look for what is left.
  const tags: Tag[] = words
    .map((word) => ({ text: word.text, word }))
    .sort(
      (a, b) => b.word.size - a.word.size || Number(stood.has(b.text)) - Number(stood.has(a.text)),
    );
  let placed: PlacedWord[] = [];
  const spiral = (size: [number, number]) => {
    // The layout asks for one spiral a word, in the order of the words, passing over those without any ink.
    const tag = tags.find((one) => one.tried !== true && one.hasText !== false);
    const lost = whole && tags.some((one) => one.tried === true && one.placed !== true);
    if (tag) tag.tried = true;
    const start = tag && stood.get(tag.word.text);
    const flat = size[0] / Math.max(1, size[1]);
    return (turn: number): [number, number] => {
      const angle = Math.abs(turn) * 0.1;
      // Nothing ends a search but a spiral that has no next place: past the far edge there is none.
      if (lost || angle > size[1]) return undefined as unknown as [number, number];
      return [
        (start?.x ?? 0) + flat * angle * Math.cos(angle),
        (start?.y ?? 0) + angle * Math.sin(angle),
      ];
    };
  };
  layoutCloud<Tag>()
    // The board of bits behind the layout counts in 32s.
    .size([Math.floor(width / 32) * 32, Math.floor(height)])
    .words(tags)
    .text((tag) => tag.word.text)
    .font(font)
    .fontWeight((tag) => tag.word.weight)
    .fontSize((tag) => tag.word.size)
    .rotate(0)
    .padding(7)
    // Half-way is the middle of the area: the spiral alone decides where the search begins.
    .random(() => 0.5)
    .spiral(spiral)
    .on('word', (tag) => {
      tag.placed = true;
    })
    .on('end', (found) => {
      placed = found.map((tag) => ({ ...tag.word, x: tag.x ?? 0, y: tag.y ?? 0 }));
    })
    .start();
  return placed;
}
