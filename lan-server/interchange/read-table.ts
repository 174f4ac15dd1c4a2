import { tableLimits } from '../contract/student-import.ts';
import type { ReadTableQuery, Table, TableFlaw, TableRow } from '../contract/student-import.ts';
import { decoded } from './decode.ts';
import { delimited } from './delimited.ts';
import { looksLikeOldExcel, looksZipped, sheetRows, unpacksTooLarge } from './spreadsheet.ts';

/** A table out of a file's bytes, or why there is none; what the bytes are decides, not what the file is called. */
export async function readTable(
  bytes: Buffer,
  { encoding, separator }: ReadTableQuery = {},
): Promise<Table | { flaw: TableFlaw }> {
  if (looksLikeOldExcel(bytes)) return { flaw: 'oldExcel' };
  if (looksZipped(bytes)) return workbook(bytes);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { flaw: 'noTable' };
  const text = decoded(bytes, encoding);
  if (!text) return { flaw: 'noTable' };
  // One more than may be tells that there are too many.
  const { rows, ...read } = delimited(text.text, tableLimits.rows + 1, separator);
  return bounded(rows, { format: 'text', encoding: text.encoding, ...read });
}

async function workbook(bytes: Buffer): Promise<Table | { flaw: TableFlaw }> {
  if (unpacksTooLarge(bytes)) return { flaw: 'unpacksTooLarge' };
  try {
    const rows = await sheetRows(bytes);
    const read = { encoding: null, separator: null, looseQuotes: false };
    return bounded(rows, { format: 'xlsx', ...read });
  } catch {
    return { flaw: 'damaged' };
  }
}

function bounded(all: TableRow[], read: Omit<Table, 'rows'>): Table | { flaw: TableFlaw } {
  const rows = withoutEmptyEnd(all);
  if (rows.length === 0) return { flaw: 'empty' };
  if (rows.length > tableLimits.rows) return { flaw: 'tooManyRows' };
  if (rows.some(({ cells }) => cells.length > tableLimits.columns))
    return { flaw: 'tooManyColumns' };
  return {
    ...read,
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cells.map((cell) => cell.slice(0, tableLimits.cell).toWellFormed()),
    })),
  };
}

/** Empty lines at the end of a file are nothing that anybody meant; spreadsheets add empty columns too. */
function withoutEmptyEnd(rows: TableRow[]): TableRow[] {
  const last = rows.findLastIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1).map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1),
  }));
}
