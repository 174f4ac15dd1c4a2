import { kindNamed } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { randomId } from '../../live/random-id.ts';

/** The kinds that are asked while the lesson runs: those that need no more than a text, and one with options. */
export const composedKinds = ['choice', 'truefalse', 'shorttext', 'wordcloud', 'rating'] as const;
export type ComposedKind = (typeof composedKinds)[number];

export type Draft = {
  kind: ComposedKind;
  /** Empty: asked aloud. */
  text: string;
  /** One option a line, the right one with a star before it. Empty: the letters alone. */
  options: string;
};

/** Why a draft cannot be asked; `console.json` has a sentence for each. */
export type Flaw = 'oneOption' | 'tooManyOptions' | 'severalRight';

/** Options by their lines, and which one is right. */
function optionsOf(lines: string): { options: string[]; starred: number[] } {
  const options = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '*');
  return {
    options: options.map((line) => line.replace(/^\*\s*/, '')),
    starred: options.flatMap((line, place) => (line.startsWith('*') ? [place] : [])),
  };
}

/** What keeps a draft from being asked; null: nothing does. */
export function flawOf({ kind, options: lines }: Draft): Flaw | null {
  if (kind !== 'choice') return null;
  const { options, starred } = optionsOf(lines);
  if (options.length === 1) return 'oneOption';
  if (options.length > 8) return 'tooManyOptions';
  return starred.length > 1 ? 'severalRight' : null;
}

/** The question that a draft without a flaw makes. */
export function composed({ kind, text, options: lines }: Draft): Question {
  const blank: Question = { ...kindNamed(kind).blank(randomId(12)), text: text.trim() };
  if (blank.kind !== 'choice') return blank;
  const { options, starred } = optionsOf(lines);
  return options.length === 0 ? blank : { ...blank, options, right: starred[0] ?? null };
}
