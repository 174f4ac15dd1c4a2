import type { Question } from '../../../lan-server/questions/index.ts';
import { settled } from '../../../lan-server/questions/settle.ts';
import type { Typeset } from '../../../lan-server/questions/settle.ts';
import type { Rich, Second } from '../../../lan-server/questions/words.ts';
import type { TextValue } from '../rich/editor-text.ts';

/** The two texts that may be formatted. */
type Part = 'text' | 'explanation';
type Words = { text: string; explanation?: string | undefined; rich?: Rich | undefined };

/** A text of a question, or of its second language, as a field edits it. */
export function valueOfPart({ rich, ...words }: Words, part: Part): TextValue {
  return { text: words[part] ?? '', rich: rich?.[part] };
}

/** The words with another text. */
export function withPart<W extends Words>(words: W, part: Part, { text, rich }: TextValue): W {
  const { [part]: _before, ...others } = words.rich ?? {};
  const next: Rich = rich === undefined ? others : { ...others, [part]: rich };
  return { ...words, [part]: text, rich: Object.keys(next).length > 0 ? next : undefined };
}

/** The options of a question whose kind has them. */
export function optionsOf(question: Question): readonly string[] | null {
  return 'options' in question && Array.isArray(question.options) ? question.options : null;
}

/**
 * Translations follow their options when those are moved, put in or taken out; when only words change they stay where they are.
 */
export function realigned(
  before: readonly string[],
  after: readonly string[],
  translations: readonly string[],
): string[] {
  const changed = after.filter((option, place) => option !== before[place]).length;
  if (before.length === after.length && changed <= 1) return [...translations];
  const free = new Set(before.keys());
  return after.map((option, place) => {
    const same = before[place] === option && free.has(place);
    const from = same ? place : [...free].find((one) => before[one] === option);
    if (from === undefined) return '';
    free.delete(from);
    return translations[from] ?? '';
  });
}

/** The question after a change, as it will be stored: its second language in step, plain text and formulas made anew. */
export function keptInStep(before: Question, after: Question, typeset: Typeset | null): Question {
  const { second } = after;
  const was = optionsOf(before);
  const is = optionsOf(after);
  const moves = second?.options && was && is && was !== is;
  const aligned: Second | undefined = moves
    ? { ...second, options: realigned(was, is, second.options ?? []) }
    : second;
  const question = aligned === second ? after : { ...after, second: aligned };
  return typeset ? settled<Question>(question, typeset) : question;
}
