import { describe, expect, test } from 'vitest';
import {
  classListSchema,
  classStudentListSchema,
  movedSchema,
  studentsMadeSchema,
  schoolClassSchema,
  studentDetailSchema,
  doublesSchema,
} from '../../lan-server/contract/classes.ts';
import {
  importedSchema,
  previewSchema,
  tableSchema,
} from '../../lan-server/contract/student-import.ts';
import { codeOf, startRest } from './rest-server.ts';

describe('classes over HTTP', () => {
  test('a class is made, filled, looked at, changed, archived', async () => {
    const { asTeacher } = await startRest();
    const created = await asTeacher('POST', '/classes', { body: { name: '  9B\u0000 \n x ' } });
    expect(created.status).toBe(201);
    const made = schoolClassSchema.parse(created.json());
    expect(made).toMatchObject({ name: '9B x', subject: '', students: 0, sections: [] });
    const at = `/classes/${made.id}`;

    const added = await asTeacher('POST', `${at}/students`, {
      body: {
        students: [
          { name: 'Zoë  Martin', number: '' },
          { name: 'Ada', pin: '0042' },
        ],
      },
    });
    expect(added.status).toBe(201);
    const { students } = studentsMadeSchema.parse(added.json());
    expect(students.map(({ name, number, pin }) => [name, number, pin])).toEqual([
      ['Ada', null, '0042'],
      ['Zoë Martin', null, null],
    ]);
    const ada = students[0]?.id ?? '';
    const patched = await asTeacher('PATCH', `/students/${ada}`, { body: { number: '17' } });
    expect(studentDetailSchema.parse(patched.json())).toMatchObject({ name: 'Ada', number: '17' });

    const section = await asTeacher('POST', `${at}/sections`, { body: { name: 'North' } });
    const north = schoolClassSchema.parse(section.json()).sections[0]?.id ?? '';
    const move = { studentIds: [ada], classId: made.id, sectionId: north };
    const moved = movedSchema.parse(
      (await asTeacher('POST', `${at}/students/move`, { body: move })).json(),
    );
    const undone = { body: { undo: moved.undo } };
    expect((await asTeacher('POST', `${at}/students/move/undo`, undone)).status).toBe(204);
    expect(codeOf(await asTeacher('POST', `${at}/students/move/undo`, undone))).toBe('not_found');
    await asTeacher('POST', `${at}/students/move`, { body: move });
    const full = await asTeacher('DELETE', `${at}/sections/${north}`);
    expect([full.status, codeOf(full)]).toEqual([409, 'section_not_empty']);
    expect((await asTeacher('DELETE', `${at}/sections/${north}?to=none`)).status).toBe(200);

    const who = { studentIds: [ada] };
    expect((await asTeacher('POST', `${at}/students/leave`, { body: who })).status).toBe(204);
    expect(codeOf(await asTeacher('POST', `${at}/students/leave`, { body: who }))).toBe(
      'not_found',
    );
    expect((await asTeacher('POST', `${at}/students/return`, { body: who })).status).toBe(204);
    const pins = await asTeacher('POST', `${at}/pins`, { body: who });
    expect(studentsMadeSchema.parse(pins.json()).students[0]?.pin).toMatch(/^[0-9]{4}$/);
    const archive = { ...who, archived: true };
    expect((await asTeacher('PUT', `${at}/students/archived`, { body: archive })).status).toBe(204);
    const there = await asTeacher('GET', `${at}/students?archived=true`);
    expect(classStudentListSchema.parse(there.json()).students).toMatchObject([{ id: ada }]);

    const renamed = await asTeacher('PATCH', at, { body: { subject: 'Biology' } });
    expect(renamed.json()).toMatchObject({ name: '9B x', subject: 'Biology' });
    const code = await asTeacher('POST', `${at}/code`);
    expect(schoolClassSchema.parse(code.json()).code).not.toBe(made.code);
    await asTeacher('PUT', `${at}/archived`, { body: { archived: true } });
    const { classes } = classListSchema.parse((await asTeacher('GET', '/classes')).json());
    expect(classes).toMatchObject([{ id: made.id, students: 1, archivedAt: expect.any(Number) }]);
  });

  test('a file becomes a table, a preview, students, and is taken back; two become one', async () => {
    const { asTeacher } = await startRest();
    const { id } = schoolClassSchema.parse(
      (await asTeacher('POST', '/classes', { body: { name: '9B' } })).json(),
    );
    const at = `/classes/${id}`;
    const bytes = { 'content-type': 'application/octet-stream' };
    const send = (file: string | Buffer, query = '') =>
      asTeacher('POST', `${at}/import/read${query}`, { headers: bytes, raw: file });
    const latin = await send(Buffer.from('Nombre;Grupo\nJosé Núñez;Norte\nJose Nunez;', 'latin1'));
    const table = tableSchema.parse(latin.json());
    expect(table).toMatchObject({ encoding: 'windows-1252', separator: 'semicolon' });
    const { rows } = table;
    const previewed = await asTeacher('POST', `${at}/import/preview`, { body: { rows } });
    const preview = previewSchema.parse(previewed.json());
    expect(preview.lines.map(({ fate }) => fate)).toEqual(['header', 'new', 'double']);
    const choices = [{ line: 3, as: 'new' }];
    const wrong = { rows, choices, fingerprint: preview.fingerprint };
    const refused = await asTeacher('POST', `${at}/import`, { body: wrong });
    expect([refused.status, codeOf(refused)]).toEqual([409, 'changed_elsewhere']);
    const { details } = refused.json()['error'] as {
      details: { preview: { fingerprint: string } };
    };
    const wanted = { rows, choices, fingerprint: details.preview.fingerprint };
    const done = importedSchema.parse(
      (await asTeacher('POST', `${at}/import`, { body: wanted })).json(),
    );
    expect(done).toMatchObject({ made: 2, sections: 1 });

    const doubles = doublesSchema.parse((await asTeacher('GET', `${at}/doubles`)).json()).doubles;
    expect(doubles).toHaveLength(1);
    const merge = { keepId: doubles[0]?.one, goneId: doubles[0]?.other, name: 'José Núñez' };
    const merged = await asTeacher('POST', `${at}/students/merge`, { body: merge });
    expect(merged.json()).toEqual({ sharedLessons: 0 });
    const undo = { undo: done.undo };
    expect((await asTeacher('POST', `${at}/import/undo`, { body: undo })).status).toBe(204);
    const left = classStudentListSchema.parse((await asTeacher('GET', `${at}/students`)).json());
    expect(left.students).toEqual([]);

    const old = await send(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect([old.status, codeOf(old)]).toEqual([422, 'table_unreadable']);
    expect(old.json()).toMatchObject({ error: { details: { why: 'oldExcel' } } });
    expect((await send(Buffer.alloc(5_000_001, 0x61))).status).toBe(413);
    expect(codeOf(await send('a', '?encoding=utf-7'))).toBe('bad_request');
  });

  test('what cannot be is refused in the form of every route', async () => {
    const { asTeacher } = await startRest();
    const none = '/classes/never-was';
    expect(codeOf(await asTeacher('GET', none))).toBe('not_found');
    expect(
      codeOf(await asTeacher('POST', `${none}/students`, { body: { students: [{ name: 'A' }] } })),
    ).toBe('not_found');
    for (const body of [{ name: '' }, { name: ' \u200b ' }, { name: 'x'.repeat(81) }, { name: 5 }])
      expect(codeOf(await asTeacher('POST', '/classes', { body }))).toBe('bad_request');
    const many = { students: Array.from({ length: 501 }, () => ({ name: 'A' })) };
    expect(codeOf(await asTeacher('POST', `${none}/students`, { body: many }))).toBe('bad_request');
  });
});
