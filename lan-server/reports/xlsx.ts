import writeExcelFile from 'write-excel-file/node';
import type { CellObject, SheetData } from 'write-excel-file/node';
import type { Language } from '../contract/languages.ts';
import type { LessonRecord } from '../ports.ts';
import { labelsIn } from './labels.ts';
import type { Cell, Table } from './tables.ts';
import { questionTable, studentTable } from './tables.ts';

/** What XML cannot hold: most control characters, halves of pairs, two non-characters. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Two sheets, students and questions. Text is always a text cell, so nothing that a student wrote can be a formula. */
export async function xlsxOf(record: LessonRecord, language: Language): Promise<Buffer> {
  const labels = labelsIn[language];
  const students = studentTable(record, labels);
  const questions = questionTable(record, labels);
  return writeExcelFile([
    {
      data: sheet(students),
      sheet: labels.students,
      columns: widths(students, [6, 24, 10, 14]),
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
    },
    {
      data: sheet(questions),
      sheet: labels.questions,
      columns: widths(questions, [6, 44, 12, 12, 9, 10, 18, 8, 34, 9, 12, 9]),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

function sheet([head = [], ...rows]: Table): SheetData {
  const heads = head.map((cell) =>
    Object.assign({}, typed(cell), { fontWeight: 'bold' as const, wrap: true }),
  );
  return [heads, ...rows.map((row) => row.map(typed))];
}

function typed(cell: Cell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return { value: cell.replaceAll(unwritable, ''), type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  return { value: cell.share, type: Number, format: '0%' };
}

/** In characters; columns of answers beyond those named are wide enough for an option. */
function widths(table: Table, first: number[]): { width: number }[] {
  return (table[0] ?? []).map((_, index) => ({ width: first[index] ?? 22 }));
}
