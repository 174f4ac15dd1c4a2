import { inflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import type { CellValue } from 'read-excel-file/node';

/** What a workbook may unpack to, bytes. */
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

/**
 * Whether an archive unpacks to more than is read here. It is really unpacked, up to the bound: what it says of itself can be a lie, and so can
 * its directory, so every local header counts (APPNOTE.TXT 4.3.7).
 */
export function unpacksTooLarge(bytes: Buffer): boolean {
  let left = most.unpacked;
  let entries = 0;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 4)) {
    if (at + 30 > bytes.length) break;
    entries += 1;
    if (entries > most.entries) return true;
    if (bytes.readUInt16LE(at + 8) !== deflated) continue;
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      left -= inflateRawSync(bytes.subarray(from), { maxOutputLength: Math.max(1, left) }).length;
    } catch (error) {
      // Anything else is damage, which the reader of workbooks finds, or no header at all.
      if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return true;
    }
  }
  return false;
}

const mark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const deflated = 8;
