import { describe, expect, test } from 'vitest';
import {
  classListSchema,
  classStudentListSchema,
  studentsMadeSchema,
  schoolClassSchema,
  studentDetailSchema,
} from '../../lan-server/contract/classes.ts';
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
    expect((await asTeacher('POST', `${at}/students/move`, { body: move })).status).toBe(204);
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
