import type { Column, TableRow } from '../../contract/student-import.ts';
import { folded } from './folded.ts';

/** What stands over a column in files of schools, folded; English and Spanish. */
const heads: Record<Exclude<Column, 'skip'>, ReadonlySet<string>> = {
  name: words(
    'name, full name, student, student name, students, pupil, pupil name, learner',
    'nombre, nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos',
    'apellidos y nombre, apellidos y nombres, apellido y nombre, alumno, alumna, alumno a, alumnos',
    'alumnado, estudiante, estudiantes, nombre del alumno, nombre del estudiante',
  ),
  first: words(
    'first name, firstname, given name, given names, forename, forenames, first',
    'nombres, primer nombre, nombre de pila',
  ),
  last: words(
    'last name, lastname, surname, surnames, family name, last',
    'apellido, apellidos, primer apellido',
  ),
  number: words(
    'number, no, nr, id, student id, student number, student no, id number',
    'roll number, roll no, admission number, admission no',
    'numero, num, n, n o, matricula, numero de matricula, legajo, codigo, expediente',
    'n o de lista, numero de lista, nia, carnet',
  ),
  section: words('section, group, set, division, stream', 'seccion, grupo, paralelo'),
  pin: words('pin, pin code, clave'),
};

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(', ')));
}

/** What a table's columns hold, and whether its first row says so. */
export function columnsOf(rows: readonly TableRow[]): { columns: Column[]; header: boolean } {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const first = rows.find(({ cells }) => cells.length > 0);
  const named = headed((first?.cells ?? []).map(folded));
  const header = named.some((column) => ['name', 'first', 'last'].includes(column));
  const columns = header ? named : guessed(rows, width);
  return { columns: Array.from({ length: width }, (_, at) => columns[at] ?? 'skip'), header };
}

function headed(words: readonly string[]): Column[] {
  const columns = words.map(
    (word): Column =>
      (Object.keys(heads) as (keyof typeof heads)[]).find((key) => heads[key].has(word)) ?? 'skip',
  );
  // “Nombre” and “Name” beside a family name are the first name alone.
  const hasLast = columns.includes('last');
  const told = columns.map((column, at): Column =>
    hasLast && column === 'name' && ['name', 'nombre'].includes(words[at] ?? '') ? 'first' : column,
  );
  // A lone first name is all the name there is. Of two columns with the same name the first one counts.
  const alone = told.map((column): Column =>
    !hasLast && column === 'first' && !told.includes('name') ? 'name' : column,
  );
  return alone.map((column, at) => (alone.indexOf(column) === at ? column : 'skip'));
}

/** Without names over them: what is mostly digits is a number, what is mostly letters a name. */
function guessed(rows: readonly TableRow[], width: number): Column[] {
  const share = (at: number, pattern: RegExp) => {
    const cells = rows
      .map(({ cells: row }) => (row[at] ?? '').trim())
      .filter((cell) => cell !== '');
    return cells.length === 0
      ? 0
      : cells.filter((cell) => pattern.test(cell)).length / cells.length;
  };
  const at = Array.from({ length: width }, (_, index) => index);
  const texts = at.filter((index) => share(index, /\p{L}{2}/u) > 0.6);
  const number = at.find((index) => share(index, /^\d+$/) > 0.8);
  const [one, two] = texts;
  const columns: Column[] = at.map((index) => (index === number ? 'number' : 'skip'));
  if (one === undefined) {
    if (width > 0 && columns[0] === 'skip') columns[0] = 'name';
    return columns;
  }
  // Two columns of single words are the two parts of a name; “García, Ana” has the family name first.
  const parts = two !== undefined && share(one, /\s/) < 0.3 && share(two, /^\S+\s\S+\s/) < 0.3;
  if (!parts || two === undefined) columns[one] = 'name';
  else if (rows.some(({ cells }) => /^\s/.test(cells[two] ?? ''))) {
    columns[one] = 'last';
    columns[two] = 'first';
  } else {
    columns[one] = 'first';
    columns[two] = 'last';
  }
  return columns;
}
