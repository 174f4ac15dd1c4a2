import { readSheet } from 'read-excel-file/node';
import type { CellValue } from 'read-excel-file/node';

/** What a workbook may unpack to, as it says itself; the thread that unpacks it has a bound of its own. */
const most = { unpacked: 80_000_000, entries: 3000 };

export function looksZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** A workbook of before 2007, or one that a password protects. */
export function looksLikeOldExcel(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

/** The cells of the first sheet as text, formulas by the value that was stored with them. Throws for what is no workbook. */
export async function sheetRows(bytes: Buffer): Promise<{ line: number; cells: string[] }[]> {
  const rows = await readSheet(bytes, { parseNumber: (written: string) => written });
  return rows.map((cells, index) => ({
    line: index + 1,
    cells: cells.map((cell) => textOf(cell)),
  }));
}

function textOf(cell: CellValue | null | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

/** Whether an archive says of itself that it unpacks to more than is read here: by its central directory (APPNOTE.TXT 4.3.12). */
export function unpacksTooLarge(bytes: Buffer): boolean {
  let unpacked = 0;
  let entries = 0;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 46)) {
    if (at + 46 > bytes.length) break;
    unpacked += bytes.readUInt32LE(at + 24);
    entries += 1;
    if (unpacked > most.unpacked || entries > most.entries) return true;
  }
  return false;
}

const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
