import { randomInt } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { ClassStudent } from '../../lan-server/contract/classes.ts';
import { isRejection } from '../../lan-server/contract/rejections.ts';
import type { Rejection } from '../../lan-server/contract/rejections.ts';
import { previewImportSchema } from '../../lan-server/contract/student-import.ts';
import type { Preview, Table } from '../../lan-server/contract/student-import.ts';
import { createTables } from '../../lan-server/interchange/tables.ts';
import type { Asker } from '../../lan-server/people/asker.ts';
import { createClasses } from '../../lan-server/people/classes.ts';
import { createStudentImport } from '../../lan-server/people/import/student-import.ts';
import { createStudents } from '../../lan-server/people/students.ts';
import { openedStore, teacher } from './lesson-events.ts';

const owner: Asker = { id: teacher.id, role: 'teacher' };
const tables = createTables();

function given<T>(result: T | Rejection): T {
  if (isRejection(result)) throw new Error(JSON.stringify(result));
  return result;
}

/** A file, as text in an encoding or as bytes, read as a table. */
async function read(file: string | Uint8Array, how = {}): Promise<Table> {
  return given(await tables.read(Buffer.from(file), how));
}
const cellsOf = ({ rows }: Table) => rows.map(({ cells }) => cells);

/** A class of `owner` on a real database, and what an import needs. */
async function school() {
  const store = openedStore();
  await store.people.createTeacher({ ...teacher, createdAt: 1 });
  const time = { now: 1000 };
  let ids = 0;
  const parts = {
    ...store,
    now: () => (time.now += 1),
    newId: () => `made-${String((ids += 1)).padStart(5, '0')}`,
    random: (below: number) => randomInt(below),
    pause: async () => {},
  };
  const classes = createClasses(parts);
  const students = createStudents(parts);
  const imports = createStudentImport(parts);
  const klass = given(await classes.create(owner, { name: '9B', subject: '' }));
  const preview = async (table: Pick<Table, 'rows'>, more = {}, classId = klass.id) =>
    given(
      await imports.preview(
        owner,
        classId,
        previewImportSchema.parse({ rows: table.rows, ...more }),
      ),
    );
  const run = async (table: Pick<Table, 'rows'>, more = {}, classId = klass.id) => {
    const { fingerprint } = await preview(table, more, classId);
    const wanted = previewImportSchema.parse({ rows: table.rows, ...more });
    return given(await imports.run(owner, classId, { ...wanted, fingerprint }));
  };
  const list = async (classId = klass.id): Promise<ClassStudent[]> =>
    given(await students.ofClass(owner, classId, false));
  return { store, classes, students, imports, klass, preview, run, list };
}

/** Without since when they are in their section, which taking back does not undo. */
const people = (all: ClassStudent[]) => all.map((student) => ({ ...student, since: 0 }));
const fates = ({ lines }: Preview) => lines.map(({ fate }) => fate);

describe('files as schools have them', () => {
  test('any of four encodings is found out, and said', async () => {
    const text = 'Name;Number\nZoë Martín;1\nJosé Núñez;2\n';
    const utf16 = Buffer.from(text, 'utf16le');
    const files = {
      'utf-8': [Buffer.from(text), Buffer.from(`\uFEFF${text}`)],
      'utf-16le': [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), utf16],
      'utf-16be': [
        Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]).swap16(),
        Buffer.from(utf16).swap16(),
      ],
      'windows-1252': [Buffer.from(text, 'latin1')],
    };
    for (const [encoding, bytes] of Object.entries(files))
      for (const file of bytes) {
        const table = await read(file);
        expect([table.encoding, table.separator]).toEqual([encoding, 'semicolon']);
        expect(cellsOf(table)[1]).toEqual(['Zoë Martín', '1']);
      }
    // What was assumed can be changed.
    const wrong = await read(Buffer.from(text), { encoding: 'windows-1252', separator: 'none' });
    expect(cellsOf(wrong)[1]).toEqual(['ZoÃ« MartÃ­n;1']);
  });

  test('separators, quotes, line ends and empty lines', async () => {
    const comma = await read('"García, Ana",7\r\n\r\n"said ""Bo""",8\r\n"two\nlines",9\r\n');
    expect(comma.separator).toBe('comma');
    expect(comma.rows).toEqual([
      { line: 1, cells: ['García, Ana', '7'] },
      { line: 2, cells: [] },
      { line: 3, cells: ['said "Bo"', '8'] },
      { line: 4, cells: ['two\nlines', '9'] },
    ]);
    expect((await read('a\tb, c\nd\te; f')).separator).toBe('tab');
    expect((await read('Ada\nBob')).separator).toBe('none');
    expect(cellsOf(await read('Ada|1\rBob|2'))).toEqual([
      ['Ada', '1'],
      ['Bob', '2'],
    ]);
    // A mark that is never closed costs nobody their line.
    const torn = await read('Name,Number\n"Ada,1\nBob,2\nCyd,3');
    expect([torn.looseQuotes, torn.rows.length]).toEqual([true, 4]);
    expect(cellsOf(torn)[1]).toEqual(['"Ada', '1']);
  });

  test('what is no table is said to be none, and why', async () => {
    const why = async (file: Uint8Array | string) => {
      const result = await tables.read(Buffer.from(file), {});
      return isRejection(result) ? (result.details as { why: string }).why : 'read';
    };
    expect(await why('')).toBe('empty');
    expect(await why(' \n\n ; ;\n')).toBe('empty');
    expect(await why(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('oldExcel');
    expect(await why('%PDF-1.7 …')).toBe('noTable');
    expect(await why(Buffer.from([1, 2, 0, 0, 0, 9, 200, 0]))).toBe('noTable');
    expect(await why(Buffer.from('PK\u0003\u0004 and then nothing'))).toBe('damaged');
    expect(await why('a\n'.repeat(6001))).toBe('tooManyRows');
    expect(await why(`a${';'.repeat(60)}`)).toBe('read');
    expect(await why('a;b;'.repeat(40))).toBe('tooManyColumns');
    // Ninety megabytes in ninety kilobytes, which say of themselves that they are ten bytes.
    const bomb = deflateRawSync(Buffer.alloc(90_000_000, 0x20));
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(bomb.length, 18);
    header.writeUInt32LE(10, 22);
    header.writeUInt16LE(name.length, 26);
    expect(await why(Buffer.concat([header, name, bomb]))).toBe('unpacksTooLarge');
  });

  test('a workbook is read like a text file; its formulas are text', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Student' }, { value: 'Section' }, { value: 'PIN' }],
      [{ value: '=HYPERLINK("x")' }, { value: 'North' }, { value: 1234 }],
      [{ value: 'Zoë Martin' }, null, { value: '0042' }],
    ]).toBuffer();
    const table = await read(bytes);
    expect(table).toMatchObject({ format: 'xlsx', encoding: null });
    expect(cellsOf(table)).toEqual([
      ['Student', 'Section', 'PIN'],
      ['=HYPERLINK("x")', 'North', '1234'],
      ['Zoë Martin', '', '0042'],
    ]);
  });
});

describe('what the columns hold', () => {
  test.for([
    ['Name,Number\nAda,1', ['name', 'number'], true],
    [
      'Apellidos;Nombre;Matrícula;Grupo\nLovelace;Ada;1;B',
      ['last', 'first', 'number', 'section'],
      true,
    ],
    [
      'First name\tSurname\tPIN\tShoe size\nAda\tL\t1234\t38',
      ['first', 'last', 'pin', 'skip'],
      true,
    ],
    ['N.º;Alumno/a\n1;Ada L', ['number', 'name'], true],
    ['1;Ada Lovelace\n2;Bob Dean', ['number', 'name'], false],
    ['Lovelace, Ada\nDean, Bob', ['last', 'first'], false],
    ['Ada Lovelace\nBob Dean', ['name'], false],
  ] as const)('%s', async ([text, columns, header]) => {
    const { preview } = await school();
    const seen = await preview(await read(text));
    expect([seen.columns, seen.header]).toEqual([columns, header]);
    expect(seen.counts.new).toBeGreaterThan(0);
  });
});

describe('line by line', () => {
  test('every fate that a line can have', async () => {
    const { classes, students, klass, preview, run, list } = await school();
    const other = given(await classes.create(owner, { name: '9A', subject: '' }));
    const student = (name: string, number: string | null = null) => ({
      name,
      number,
      pin: null,
      sectionId: null,
    });
    given(await students.add(owner, other.id, [student('Eve Stone', '50')]));
    given(await classes.addSection(owner, klass.id, 'North'));
    given(
      await students.add(owner, klass.id, [
        student('Ada Lovelace'),
        student('José Núñez', '7'),
        student('Bo Li', '8'),
      ]),
    );
    const table = await read(
      [
        'Name;Number;Section;PIN',
        'Zoë Martin;;South;',
        'ada lovelace;;;',
        'Bo Li;8;north;12345',
        'Eve Stone;50;;',
        'Jose Nunez;;;',
        'Zoe  Martín;;;',
        ';9;;',
        `${'x'.repeat(81)};;;`,
        '=1+1;;;abc',
      ].join('\n'),
    );
    const seen = await preview(table);
    expect(fates(seen)).toEqual([
      'header',
      'new',
      'here',
      'changes',
      'joins',
      'alike',
      'double',
      'empty',
      'nameTooLong',
      'new',
    ]);
    expect(seen.newSections).toEqual(['South']);
    expect(seen.lines[3]?.changes).toEqual(['section', 'pin']);
    expect(seen.lines[5]?.candidates).toMatchObject([{ name: 'José Núñez', number: '7' }]);
    expect(seen.lines[6]?.first).toBe(2);
    expect(seen.lines[9]?.notes).toEqual(['formula', 'pinLeftOut']);

    const sure = { line: 6, as: 'same', studentId: seen.lines[5]?.candidates[0]?.studentId };
    const twin = { line: 7, as: 'new' };
    const out = { line: 10, as: 'skip' };
    const choices = [sure, twin, out];
    expect(fates(await preview(table, { choices }))).toEqual([
      'header',
      'new',
      'here',
      'changes',
      'joins',
      'here',
      'new',
      'empty',
      'nameTooLong',
      'skipped',
    ]);
    const done = await run(table, { choices });
    expect(done).toMatchObject({ made: 2, joined: 1, changed: 1, sections: 1 });
    const names = (await list()).map(({ name, number, pin }) => [name, number, pin]);
    expect(names).toEqual([
      ['Ada Lovelace', null, null],
      ['Bo Li', '8', '12345'],
      ['Eve Stone', '50', null],
      ['José Núñez', '7', null],
      ['Zoë Martin', null, null],
      ['Zoe Martín', null, null],
    ]);
  });

  test('an import is taken back whole; who has been in a lesson meanwhile stays known', async () => {
    const { klass, imports, run, list, store, classes, students } = await school();
    given(
      await students.add(owner, klass.id, [
        { name: 'Ada', number: null, pin: '1111', sectionId: null },
      ]),
    );
    const before = await list();
    const done = await run(await read('Name;Section;PIN\nAda;North;2222\nBob;North;\nCyd;South;'));
    expect(await list()).toHaveLength(3);
    expect(await imports.undo(owner, klass.id, done.undo)).toBeUndefined();
    expect(people(await list())).toEqual(people(before));
    // North has been somebody's section: its name stays in histories. South never was.
    expect(given(await classes.get(owner, klass.id)).sections.map(({ name }) => name)).toEqual([
      'North',
    ]);
    expect(await store.students.elsewhere(klass.id, owner.id, false)).toEqual([]);
    expect(await imports.undo(owner, klass.id, done.undo)).toEqual({ rejected: 'not_found' });
  });

  test('what has changed since the preview is shown anew instead of done', async () => {
    const { klass, imports, students, preview, list } = await school();
    const { rows } = await read('Ada\nBob');
    const { fingerprint } = await preview({ rows });
    given(
      await students.add(owner, klass.id, [
        { name: 'Ada', number: null, pin: null, sectionId: null },
      ]),
    );
    const wanted = previewImportSchema.parse({ rows });
    const late = await imports.run(owner, klass.id, { ...wanted, fingerprint });
    expect(late).toMatchObject({
      rejected: 'changed_elsewhere',
      details: { preview: { counts: { here: 1, new: 1 } } },
    });
    expect(await list()).toHaveLength(1);
  });

  test('five thousand lines are planned in other work’s pauses and go in as one', async () => {
    const { run, list, preview } = await school();
    const first = ['Ana', 'María José', 'Zoë', 'Mohammed', 'Li', 'Søren', 'Xóchitl', 'Ngũgĩ'];
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `${first[at % 8]} Family${at} García;${at};Group ${at % 9}`,
    );
    const table = await read(`Name;Number;Section\n${lines.join('\n')}`);
    expect(table.rows).toHaveLength(5001);
    expect(await run(table)).toMatchObject({ made: 5000, sections: 9 });
    expect(await list()).toHaveLength(5000);
    // A second time nothing is new.
    expect((await preview(table)).counts).toMatchObject({ here: 5000, new: 0, header: 1 });
  });

  test('whatever a table holds: no line is lost or doubled, and what was foretold happens', async () => {
    const word = fc.constantFrom(
      'Ana',
      'ana',
      'García',
      'Garcia',
      'Li',
      'Lopez',
      'López',
      '=2',
      ' ',
      '',
      'x'.repeat(90),
    );
    const name = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
    const cells = fc.tuple(
      name,
      fc.constantFrom('', '1', '2', '3'),
      fc.constantFrom('', 'N', 'n', 'S'),
    );
    const rows = fc
      .array(cells, { minLength: 1, maxLength: 12 })
      .map((all) => all.map((row, at) => ({ line: at * 2 + 1, cells: [...row] })));
    const kinds = fc.array(fc.constantFrom('new', 'same', 'skip', null), {
      minLength: 12,
      maxLength: 12,
    });
    const columns = ['name', 'number', 'section'];
    await fc.assert(
      fc.asyncProperty(rows, rows, kinds, async (first, second, wishes) => {
        const { preview, run, list, imports, klass, store } = await school();
        try {
          await run({ rows: first }, { columns, header: false });
          const before = await list();
          const open = await preview({ rows: second }, { columns, header: false });
          const choices = open.lines.flatMap(({ line, candidates }, at) => {
            const as = wishes[at];
            const studentId = candidates[0]?.studentId ?? null;
            return as && (as !== 'same' || studentId) ? [{ line, as, studentId }] : [];
          });
          const seen = await preview({ rows: second }, { columns, header: false, choices });
          expect(seen.lines.map(({ line }) => line)).toEqual(second.map(({ line }) => line));
          const counted = Object.values(seen.counts).reduce((sum, count) => sum + count, 0);
          expect(counted).toBe(second.length);
          const done = await run({ rows: second }, { columns, header: false, choices });
          const after = await list();
          expect(done.made).toBe(seen.counts.new);
          expect(after.length - before.length).toBe(seen.counts.new + seen.counts.joins);
          const known = new Set(before.map(({ id }) => id));
          const fresh = after.filter(({ id }) => !known.has(id)).map(({ name }) => name);
          const foretold = seen.lines.filter(({ fate }) => fate === 'new').map((line) => line.name);
          expect(fresh.toSorted()).toEqual(foretold.toSorted());
          await imports.undo(owner, klass.id, done.undo);
          expect(people(await list())).toEqual(people(before));
        } finally {
          store.close();
        }
      }),
      { numRuns: 25 },
    );
  });
});
