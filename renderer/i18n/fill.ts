/** What may stand for a variable of a text. Numbers are written the language's way; codes and years go in as strings. */
export type TextVars = Readonly<Record<string, string | number>>;

const variable = /\{\{\s*(\w+)\s*\}\}/;

/**
 * Cuts a text at its `{{variables}}` and replaces each by what `valueOf` gives for its name.
 * Odd places of the result are values, even places are words, so that a value may be more than a string.
 */
export function fillParts<Value>(
  template: string,
  valueOf: (name: string) => Value,
): (string | Value)[] {
  // A split by a pattern with one group alternates: words, name, words, name, …
  return template.split(variable).map((piece, place) => (place % 2 === 1 ? valueOf(piece) : piece));
}
