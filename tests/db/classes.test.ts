import { randomInt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { avatarOf } from '../../lan-server/contract/avatar.ts';
import { readClassCode } from '../../lan-server/contract/class-code.ts';
import type { SchoolClass } from '../../lan-server/contract/classes.ts';
import { isRejection } from '../../lan-server/contract/rejections.ts';
import type { Rejection } from '../../lan-server/contract/rejections.ts';
import type { Asker } from '../../lan-server/people/asker.ts';
import { createClasses } from '../../lan-server/people/classes.ts';
import { createStudents } from '../../lan-server/people/students.ts';
import { openedStore, teacher } from './lesson-events.ts';

const owner: Asker = { id: 'teacher-owner', role: 'teacher' };
const other: Asker = { id: 'teacher-other', role: 'teacher' };
const admin: Asker = { id: 'teacher-admin', role: 'admin' };

/** The rules of classes and students on a real database with three teachers. */
async function school() {
  const store = openedStore();
  for (const asker of [owner, other, admin])
    await store.people.createTeacher({ ...teacher, ...asker, createdAt: 1 });
  const time = { now: 1000 };
  let ids = 0;
  const parts = {
    ...store,
    now: () => time.now,
    newId: () => `made-${String((ids += 1)).padStart(4, '0')}`,
    random: (below: number) => randomInt(below),
  };
  return { store, time, classes: createClasses(parts), students: createStudents(parts) };
}

/** What was asked for, or the test fails with the refusal. */
function given<T>(result: T | Rejection): T {
  if (isRejection(result)) throw new Error(JSON.stringify(result));
  return result;
}

const words = (name: string, sectionId: string | null = null) => ({
  name,
  number: null,
  pin: null,
  sectionId,
});

/** A class of `owner` with these students. */
async function classOf({ classes, students }: Awaited<ReturnType<typeof school>>, names: string[]) {
  const made = given(await classes.create(owner, { name: '9B', subject: 'Biology' }));
  const added = given(
    await students.add(
      owner,
      made.id,
      names.map((name) => words(name)),
    ),
  );
  return { made, ids: Object.fromEntries(added.map(({ name, id }) => [name, id])) };
}

describe('classes and sections', () => {
  test('a class gets a code that can be read aloud, and another one at will', async () => {
    const { classes, store } = await school();
    const made = given(await classes.create(owner, { name: '9B', subject: '' }));
    expect(readClassCode(` ${made.code.toLowerCase()} `)).toBe(made.code);
    expect(await store.classes.byCode(made.code)).toEqual({ id: made.id, name: '9B' });
    const renewed = given(await classes.newCode(owner, made.id));
    expect(renewed.code).not.toBe(made.code);
    expect(await store.classes.byCode(made.code)).toBeNull();
  });

  test('a code that is taken is not given twice', async () => {
    const parts = await school();
    let signs = 0;
    let ids = 0;
    const classes = createClasses({
      classes: parts.store.classes,
      now: () => 1,
      newId: () => `class-${(ids += 1)}`,
      // Both classes begin with the same six signs.
      random: () => ((signs += 1) > 12 ? 3 : 0),
    });
    const first = given(await classes.create(owner, { name: 'first', subject: '' }));
    const second = given(await classes.create(owner, { name: 'second', subject: '' }));
    expect([first.code, second.code]).toEqual(['222222', '555555']);
  });

  test('sections are named once, ordered, and removed only when it is said where their students go', async () => {
    const all = await school();
    const { classes, students, time } = all;
    const made = given(await classes.create(owner, { name: '9B', subject: '' }));
    given(await classes.addSection(owner, made.id, 'North'));
    expect(await classes.addSection(owner, made.id, 'north')).toEqual({
      rejected: 'section_exists',
    });
    const two = given(await classes.addSection(owner, made.id, 'South'));
    const [north, south] = two.sections.map(({ id }) => id);
    const turned = given(
      await classes.changeSection(owner, made.id, south ?? '', { name: 'Up', position: 0 }),
    );
    expect(turned.sections.map(({ name }) => name)).toEqual(['Up', 'North']);

    const [ada] = given(await students.add(owner, made.id, [words('Ada', north)]));
    expect(await classes.removeSection(owner, made.id, north ?? '', undefined)).toEqual({
      rejected: 'section_not_empty',
      details: { students: 1 },
    });
    time.now += 50;
    const left = given(await classes.removeSection(owner, made.id, north ?? '', south));
    expect(left.sections).toEqual([{ id: south, name: 'Up', students: 1 }]);
    const detail = given(await students.get(owner, ada?.id ?? ''));
    expect(detail.enrolments).toMatchObject([
      { sectionName: 'Up', from: 1050, to: null },
      { sectionName: 'North', from: 1000, to: 1050 },
    ]);
  });

  test('each sees what is theirs; who may read but not manage is told so', async () => {
    const all = await school();
    const { classes, students } = all;
    const { made, ids } = await classOf(all, ['Ada']);
    const hers = await classes.list(owner);
    expect(hers).toMatchObject([{ id: made.id, students: 1, relation: 'owner' }]);
    expect(await classes.list(other)).toEqual([]);
    expect(await classes.list(admin)).toMatchObject([{ id: made.id, relation: 'none' }]);
    const refused = { rejected: 'not_found' };
    expect(await classes.get(other, made.id)).toEqual(refused);
    expect(await classes.change(other, made.id, { name: 'mine' })).toEqual(refused);
    expect(await classes.setArchived(other, made.id, true)).toEqual(refused);
    expect(await classes.addSection(other, made.id, 'x')).toEqual(refused);
    expect(await students.ofClass(other, made.id, false)).toEqual(refused);
    expect(await students.add(other, made.id, [words('Bob')])).toEqual(refused);
    expect(await students.get(other, ids['Ada'] ?? '')).toEqual(refused);
    expect(await students.change(other, ids['Ada'] ?? '', { name: 'Eve' })).toEqual(refused);
    expect(await students.setArchived(other, made.id, [ids['Ada'] ?? ''], true)).toEqual(refused);
    expect(await students.newPins(other, made.id, [ids['Ada'] ?? ''])).toEqual(refused);
    given(await classes.change(admin, made.id, { name: '9C' }));
    expect(given<SchoolClass>(await classes.get(owner, made.id)).name).toBe('9C');
  });
});

describe('students', () => {
  test('forty are added at once, each with a picture of their own, in the order of their names', async () => {
    const all = await school();
    const names = Array.from({ length: 40 }, (_, index) => `Student ${40 - index}`);
    const { made } = await classOf(all, names);
    const listed = given(await all.students.ofClass(owner, made.id, false));
    expect(listed.map(({ name }) => name)).toEqual(names.toReversed());
    expect(new Set(listed.map(({ avatar }) => JSON.stringify(avatarOf(avatar)))).size).toBe(40);
    expect(await all.store.students.rosterOf(made.id, null)).toMatchObject(
      listed.map(({ id, name }) => ({ studentId: id, name })),
    );
  });

  test('times in classes are ended and begun, never changed, through moves, leaving and coming back', async () => {
    const all = await school();
    const { classes, students, time, store } = all;
    const { made, ids } = await classOf(all, ['Ada', 'Bob']);
    const ada = ids['Ada'] ?? '';
    const next = given(await classes.create(owner, { name: '10B', subject: '' }));
    const north = given(await classes.addSection(owner, made.id, 'North')).sections[0]?.id ?? null;
    const at = (now: number) => {
      time.now = now;
    };
    at(2000);
    const move = { studentIds: [ada], classId: made.id, sectionId: north, stay: false };
    given(await students.move(owner, made.id, move));
    at(3000);
    expect(await students.leave(owner, made.id, [ada])).toBeUndefined();
    expect(await store.students.rosterOf(made.id, null)).toMatchObject([{ name: 'Bob' }]);
    at(4000);
    expect(await students.comeBack(owner, made.id, [ada])).toBeUndefined();
    expect(await store.students.rosterOf(made.id, north)).toMatchObject([{ name: 'Ada' }]);
    at(5000);
    const on = { studentIds: [ada], classId: next.id, sectionId: null, stay: false };
    given(await students.move(owner, made.id, on));
    const { enrolments } = given(await students.get(owner, ada));
    expect(
      enrolments.map(({ className, sectionName, from, to }) => [className, sectionName, from, to]),
    ).toEqual([
      ['10B', null, 5000, null],
      ['9B', 'North', 4000, 5000],
      ['9B', 'North', 2000, 3000],
      ['9B', null, 1000, 2000],
    ]);
    // In two classes at once, and only where the asker may change both.
    at(6000);
    const back = { studentIds: [ada], classId: made.id, sectionId: null, stay: true };
    given(await students.move(owner, next.id, back));
    expect(await store.students.rosterOf(made.id, null)).toHaveLength(2);
    expect(await store.students.rosterOf(next.id, null)).toHaveLength(1);
    const theirs = given(await classes.create(other, { name: 'X', subject: '' }));
    const away = { ...back, classId: theirs.id };
    expect(await students.move(owner, next.id, away)).toEqual({ rejected: 'not_found' });
  });

  test('a move is taken back whole: to the sections they came from, out of the class they came to, or not at all', async () => {
    const all = await school();
    const { classes, students, time } = all;
    const { made, ids } = await classOf(all, ['Ada', 'Bob', 'Cleo']);
    const [ada = '', bob = '', cleo = ''] = ['Ada', 'Bob', 'Cleo'].map((name) => ids[name]);
    const { sections } = given(await classes.addSection(owner, made.id, 'North'));
    const north = sections[0]?.id ?? '';
    const next = given(await classes.create(owner, { name: '10B', subject: '' }));
    const move = async (
      studentIds: string[],
      classId: string,
      sectionId: string | null,
      stay = false,
    ) => {
      time.now += 1000;
      return given(await students.move(owner, made.id, { studentIds, classId, sectionId, stay }))
        .undo;
    };
    const undo = (act: string, asker = owner) => students.undoMove(asker, made.id, act);
    const where = async (classId: string) =>
      given(await students.ofClass(owner, classId, false)).map(({ name, sectionId }) => [
        name,
        sectionId === north ? 'North' : sectionId,
      ]);

    // Within the class: each to the section of before.
    await move([ada], made.id, north);
    const mixed = await move([ada, bob], made.id, null);
    expect(await undo(mixed)).toBeUndefined();
    expect(await where(made.id)).toEqual([
      ['Ada', 'North'],
      ['Bob', null],
      ['Cleo', null],
    ]);
    expect(await undo(mixed)).toEqual({ rejected: 'not_found' });

    // To another class, where Bob was already.
    await move([bob], next.id, null, true);
    const away = await move([ada, bob], next.id, null);
    expect(await where(made.id)).toEqual([['Cleo', null]]);
    expect(await undo(away, other)).toEqual({ rejected: 'not_found' });
    expect(await undo(away)).toBeUndefined();
    expect(await where(made.id)).toHaveLength(3);
    expect(await where(next.id)).toEqual([['Bob', null]]);
    const copied = await move([cleo], next.id, null, true);
    expect(await undo(copied)).toBeUndefined();
    expect(await where(next.id)).toEqual([['Bob', null]]);

    // Nobody is dragged back who has gone on since; a section that was removed is none.
    const first = await move([ada, cleo], next.id, null);
    expect(await students.leave(owner, next.id, [cleo])).toBeUndefined();
    expect(await undo(first)).toEqual({ rejected: 'changed_elsewhere' });
    expect(await where(next.id)).toEqual([
      ['Ada', null],
      ['Bob', null],
    ]);
    await move([bob], made.id, north);
    const out = await move([bob], made.id, null);
    given(await classes.removeSection(owner, made.id, north, 'none'));
    expect(await undo(out)).toBeUndefined();
    expect(await where(made.id)).toEqual([['Bob', null]]);
    const { enrolments } = given(await students.get(owner, bob));
    expect(enrolments.filter(({ to }) => to === null)).toHaveLength(2);
  });

  test('who is archived is in no list and no roster, and comes back as they were', async () => {
    const all = await school();
    const { students, store, classes } = all;
    const { made, ids } = await classOf(all, ['Ada', 'Bob']);
    const ada = ids['Ada'] ?? '';
    expect(await students.setArchived(owner, made.id, [ada], true)).toBeUndefined();
    expect(await store.students.rosterOf(made.id, null)).toMatchObject([{ name: 'Bob' }]);
    expect(given(await classes.get(owner, made.id)).students).toBe(1);
    expect(given(await students.ofClass(owner, made.id, true))).toMatchObject([{ name: 'Ada' }]);
    expect(await students.setArchived(owner, made.id, [ada], false)).toBeUndefined();
    expect(given(await students.ofClass(owner, made.id, false))).toHaveLength(2);
  });

  test('who is in another teacher’s class as well is not archived by one alone', async () => {
    const all = await school();
    const { students, classes } = all;
    const { made, ids } = await classOf(all, ['Ada']);
    const ada = ids['Ada'] ?? '';
    const theirs = given(await classes.create(other, { name: 'X', subject: '' }));
    const move = { studentIds: [ada], classId: theirs.id, sectionId: null, stay: true };
    given(await students.move(admin, made.id, move));
    expect(await students.setArchived(owner, made.id, [ada], true)).toEqual({
      rejected: 'forbidden',
    });
    // Nor does either see the other's class in the student's history.
    expect(given(await students.get(owner, ada)).enrolments).toHaveLength(1);
    expect(given(await students.get(admin, ada)).enrolments).toHaveLength(2);
    expect(await students.setArchived(admin, made.id, [ada], true)).toBeUndefined();
  });

  test('those who may be the same are suggested, two numbers tell them apart', async () => {
    const all = await school();
    const { made } = await classOf(all, ['José Núñez', 'Jose Nunez', 'Ann Marsh', 'Zoë Martin']);
    const { id } = made;
    const numbered = ['1', '2'].map((number) => ({ ...words('Li Na'), number }));
    given(await all.students.add(owner, id, numbered));
    const doubles = given(await all.students.doubles(owner, id));
    const names = new Map(
      given(await all.students.ofClass(owner, id, false)).map((one) => [one.id, one.name]),
    );
    expect(doubles.map(({ one, other }) => new Set([names.get(one), names.get(other)]))).toEqual([
      new Set(['Jose Nunez', 'José Núñez']),
    ]);
    const [pair] = doubles;
    const merge = { keepId: pair?.one ?? '', goneId: pair?.other ?? '', name: 'José Núñez' };
    expect(await all.students.merge(other, id, merge)).toEqual({ rejected: 'not_found' });
    expect(await all.students.merge(owner, id, merge)).toEqual({ sharedLessons: 0 });
    expect(given(await all.students.doubles(owner, id))).toEqual([]);
  });

  test('PINs are four digits that nobody else in the class has', async () => {
    const all = await school();
    const names = Array.from({ length: 60 }, (_, index) => `S${index}`);
    const { made, ids } = await classOf(all, names);
    const got = given(await all.students.newPins(owner, made.id, Object.values(ids)));
    const pins = got.map(({ pin }) => pin ?? '');
    expect(new Set(pins).size).toBe(60);
    expect(pins.every((pin) => /^[0-9]{4}$/.test(pin))).toBe(true);
  });

  test('what fails in the middle leaves nothing', async () => {
    const all = await school();
    const { made } = await classOf(all, ['Ada']);
    const student = { id: 'student-new', name: 'Eve', number: null, avatar: 'x', pin: null };
    const changes = [
      { do: 'makeStudent', student } as const,
      { do: 'enrol', studentId: 'student-new', classId: 'no-such-class', sectionId: null } as const,
    ];
    await expect(all.store.students.apply(changes, 1)).rejects.toThrow(/FOREIGN KEY/);
    expect(await all.store.students.get('student-new')).toBeNull();
    expect(await all.store.students.rosterOf(made.id, null)).toHaveLength(1);
  });
});
