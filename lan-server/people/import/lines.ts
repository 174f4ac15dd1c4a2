import { longest, pinSchema, tidyLine } from '../../contract/classes.ts';
import type { Column, PlannedLine, TableRow } from '../../contract/student-import.ts';

/** What a line of a table says about a student. */
export type ReadLine = Pick<PlannedLine, 'line' | 'name' | 'number' | 'section' | 'pin' | 'notes'>;

/** Reads one row by what its columns hold. What does not fit is left out with a note; the name alone must be there. */
export function readLine({ line, cells }: TableRow, columns: readonly Column[]): ReadLine {
  const cell = (column: Column): string => {
    const at = columns.indexOf(column);
    return at === -1 ? '' : tidyLine(cells[at] ?? '');
  };
  const notes: ReadLine['notes'] = [];
  const fitting = (text: string, fits: boolean, note: ReadLine['notes'][number]): string | null => {
    if (text === '') return null;
    if (!fits) notes.push(note);
    return fits ? text : null;
  };
  const parts = tidyLine(`${cell('first')} ${cell('last')}`);
  const name = tidyLine(cell('name')) || parts;
  if (/^[=+@]|^-\S/.test(name)) notes.push('formula');
  const number = cell('number');
  const section = cell('section');
  const pin = cell('pin');
  return {
    line,
    name,
    number: fitting(number, number.length <= longest.number, 'numberLeftOut'),
    section: fitting(section, section.length <= longest.sectionName, 'sectionLeftOut'),
    pin: fitting(pin, pinSchema.safeParse(pin).success, 'pinLeftOut'),
    notes,
  };
}
