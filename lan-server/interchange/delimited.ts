import { parse } from 'csv-parse/sync';
import type { Separator } from '../contract/student-import.ts';

const signs: Record<Exclude<Separator, 'none'>, string> = {
  tab: '\t',
  semicolon: ';',
  comma: ',',
  bar: '|',
};

export type Delimited = {
  rows: { line: number; cells: string[] }[];
  separator: Separator;
  looseQuotes: boolean;
};

/** Reads CSV as it is found in the wild: any of four separators, quotes or none, lines of any length. `most`: rows that are read at all. */
export function delimited(text: string, most: number, wanted?: Separator): Delimited {
  const separator = wanted ?? separatorOf(text);
  const rows = read(text, separator, most, true);
  if (rows) return { rows, separator, looseQuotes: false };
  // A mark that is never closed would swallow all that follows: then marks are signs like others.
  return { rows: read(text, separator, most, false) ?? [], separator, looseQuotes: true };
}

/** The sign that most lines have, and have equally often. A tab wins: it is what spreadsheets put on the clipboard. */
function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
  if (lines.some((line) => line.includes('\t'))) return 'tab';
  let best: { separator: Separator; share: number } = { separator: 'none', share: 0.5 };
  for (const separator of ['semicolon', 'comma', 'bar'] as const) {
    const counts = lines.map((line) => unquoted(line).split(signs[separator]).length - 1);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    const share = counts.filter((count) => count === usual && count > 0).length / lines.length;
    if (share > best.share) best = { separator, share };
  }
  return best.separator;
}

/** Without what stands in quotes, where a separator is none. */
function unquoted(line: string): string {
  return line.replaceAll(/"[^"]*"/g, '');
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

/** null where a quotation mark is not closed. */
function read(
  text: string,
  separator: Separator,
  most: number,
  quotes: boolean,
): Delimited['rows'] | null {
  try {
    const records = parse(text, {
      // No text holds it: every line is one cell.
      delimiter: separator === 'none' ? '\u0000' : signs[separator],
      quote: quotes ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      info: true,
      to: most,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    let line = 1;
    return records.map(({ record, info }) => {
      const row = { line, cells: record };
      line = info.lines + 1;
      return row;
    });
  } catch {
    return null;
  }
}
