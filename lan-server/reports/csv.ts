import { stringify } from 'csv-stringify/sync';
import type { Language } from '../contract/languages.ts';
import type { LessonRecord } from '../ports.ts';
import { labelsIn } from './labels.ts';
import type { Cell } from './tables.ts';
import { studentTable } from './tables.ts';

/** Signs that make a spreadsheet read a cell as a formula, plain and full-width, also behind spaces and controls. */
const formula = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－﹣﹢﹦﹫＠−]/u;
/** Tab and line ends in front are trimmed by some programs, and what follows becomes the start. */
const control = /^[\t\r\n]/;

/** A text that a spreadsheet shows instead of running it: an apostrophe goes before what would be a formula. */
export function harmless(text: string): string {
  return formula.test(text) || control.test(text) ? `'${text}` : text;
}

/** The students' table as CSV: UTF-8 with a byte order mark (Excel needs it for accents), commas, CRLF. */
export function csvOf(record: LessonRecord, language: Language): string {
  return stringify(
    studentTable(record, labelsIn[language]).map((row) => row.map(plain)),
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}

function plain(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'string') return harmless(cell);
  return typeof cell === 'number' ? cell : Math.round(cell.share * 100);
}
