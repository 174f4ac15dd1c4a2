import { avatarOf } from '../contract/avatar.ts';
import type { ClassStudent, Doubles, Merged, Student, StudentDetail } from '../contract/classes.ts';
import type { ClassId, SectionId, StudentId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { may } from '../contract/rights.ts';
import type { ClassesPort, PeopleChange, StudentClass, StudentsPort } from '../ports.ts';
import type { Asker } from './asker.ts';
import { createClassChecks } from './class-checks.ts';
import { createAlike } from './import/alike.ts';
import { createMoves } from './moves.ts';
import type { Moves } from './moves.ts';

/** Most students of one class: more than any school year has. */
export const mostStudents = 6000;

type NewStudent = {
  name: string;
  number: string | null;
  pin: string | null;
  sectionId: SectionId | null;
};
type Patch = {
  name?: string | undefined;
  number?: string | null | undefined;
  pin?: string | null | undefined;
  avatar?: 'another' | undefined;
};

export type Students = Moves & {
  ofClass(asker: Asker, classId: ClassId, archived: boolean): Promise<ClassStudent[] | Rejection>;
  add(
    asker: Asker,
    classId: ClassId,
    fresh: readonly NewStudent[],
  ): Promise<ClassStudent[] | Rejection>;
  /** Ends their time in the class. */
  leave(
    asker: Asker,
    classId: ClassId,
    studentIds: readonly StudentId[],
  ): Promise<Rejection | undefined>;
  /** Undoes it: a new time begins, in the section that they left where it is still there. */
  comeBack(
    asker: Asker,
    classId: ClassId,
    studentIds: readonly StudentId[],
  ): Promise<Rejection | undefined>;
  /** Makes two students of the class one; what is known of either is the one's then. */
  merge(
    asker: Asker,
    classId: ClassId,
    pair: { keepId: StudentId; goneId: StudentId; name: string },
  ): Promise<Merged | Rejection>;
  /** Those of the class who may be the same. */
  doubles(asker: Asker, classId: ClassId): Promise<Doubles | Rejection>;
  /** New PINs of four digits, different from all others in the class. */
  newPins(
    asker: Asker,
    classId: ClassId,
    studentIds: readonly StudentId[],
  ): Promise<ClassStudent[] | Rejection>;
  /** With the enrolments in classes that the asker may read. */
  get(asker: Asker, studentId: StudentId): Promise<StudentDetail | Rejection>;
  change(asker: Asker, studentId: StudentId, patch: Patch): Promise<StudentDetail | Rejection>;
  /** Out of all lists and rosters, or back; `forbidden` where one is in a class that the asker may not change. */
  setArchived(
    asker: Asker,
    classId: ClassId,
    studentIds: readonly StudentId[],
    archived: boolean,
  ): Promise<Rejection | undefined>;
};

/** The rules of students and of their time in classes. */
export function createStudents({
  classes,
  students,
  now,
  newId,
  random,
}: {
  classes: ClassesPort;
  students: StudentsPort;
  now: () => number;
  newId: () => string;
  /** A whole number from 0, below `below`. */
  random: (below: number) => number;
}): Students {
  const checks = createClassChecks({ classes, students });
  const { refusedClass, missing, everybody, wrongSection } = checks;
  /** The student and the classes by which the asker knows them. */
  const known = async (
    asker: Asker,
    studentId: StudentId,
  ): Promise<{ student: Student; inClasses: StudentClass[] } | Rejection> => {
    const student = await students.get(studentId);
    const inClasses = await students.classesOf(studentId, asker.id);
    const seen = inClasses.some(({ relation }) => may('student.read', asker.role, relation));
    return student && seen ? { student, inClasses } : reject('not_found');
  };
  /** `forbidden` where one is in a class now that the asker may not change. */
  const elsewhere = async (asker: Asker, studentIds: readonly StudentId[]) => {
    for (const studentId of studentIds) {
      const inClasses = await students.classesOf(studentId, asker.id);
      const current = inClasses.filter((one) => one.now);
      if (!current.every(({ relation }) => may('class.change', asker.role, relation)))
        return reject('forbidden');
    }
    return null;
  };
  const detail = async (asker: Asker, studentId: StudentId): Promise<StudentDetail | Rejection> => {
    const found = await known(asker, studentId);
    if (isRejection(found)) return found;
    const readable = new Set(
      found.inClasses
        .filter(({ relation }) => may('class.read', asker.role, relation))
        .map(({ classId }) => classId),
    );
    const enrolments = await students.enrolments(studentId);
    return {
      ...found.student,
      pin: mayChange(asker, found.inClasses) ? found.student.pin : null,
      enrolments: enrolments.filter(({ classId }) => readable.has(classId)),
    };
  };

  return {
    async ofClass(asker, classId, archived) {
      const refused = await refusedClass(asker, classId, 'class.read');
      return refused ?? students.ofClass(classId, archived);
    },
    async add(asker, classId, fresh) {
      const refused =
        (await refusedClass(asker, classId, 'class.change')) ??
        (await wrongSection(
          classId,
          fresh.map(({ sectionId }) => sectionId),
        ));
      if (refused) return refused;
      const here = await everybody(classId);
      if (here.length + fresh.length > mostStudents) return reject('too_large');
      const seeds = createSeeds(here, newId);
      const made = fresh.map(({ sectionId, ...words }) => ({
        student: { id: newId(), avatar: seeds.next(), ...words },
        sectionId,
      }));
      const steps = made.flatMap(({ student, sectionId }): PeopleChange[] => [
        { do: 'makeStudent', student },
        { do: 'enrol', studentId: student.id, classId, sectionId },
      ]);
      await students.apply(steps, now());
      const ids = new Set(made.map(({ student }) => student.id));
      return (await students.ofClass(classId, false)).filter(({ id }) => ids.has(id));
    },
    ...createMoves({ checks, classes, students, now, newId }),
    async leave(asker, classId, studentIds) {
      const refused =
        (await refusedClass(asker, classId, 'class.change')) ??
        (await missing(classId, studentIds));
      if (refused) return refused;
      const steps = studentIds.map((studentId) => ({ do: 'leave' as const, studentId, classId }));
      await students.apply(steps, now());
      return undefined;
    },
    async comeBack(asker, classId, studentIds) {
      const refused = await refusedClass(asker, classId, 'class.change');
      if (refused) return refused;
      const former = await students.formerOf(classId, studentIds);
      if (former.length < new Set(studentIds).size) return reject('not_found');
      const there = new Set((await classes.sections(classId)).map(({ id }) => id));
      const steps = former.map(({ studentId, sectionId }) => ({
        do: 'enrol' as const,
        studentId,
        classId,
        sectionId: sectionId !== null && there.has(sectionId) ? sectionId : null,
      }));
      await students.apply(steps, now());
      return undefined;
    },
    async merge(asker, classId, { keepId, goneId, name }) {
      const refused =
        (await refusedClass(asker, classId, 'class.change')) ??
        (await missing(classId, [keepId, goneId])) ??
        (await elsewhere(asker, [keepId, goneId]));
      if (refused) return refused;
      if (keepId === goneId) return reject('bad_request');
      return (await students.merge(keepId, goneId, name, now())) ?? reject('lesson_runs');
    },
    async doubles(asker, classId) {
      const refused = await refusedClass(asker, classId, 'class.read');
      return refused ?? doublesAmong(await students.ofClass(classId, false));
    },
    async newPins(asker, classId, studentIds) {
      const refused =
        (await refusedClass(asker, classId, 'class.change')) ??
        (await missing(classId, studentIds));
      if (refused) return refused;
      const taken = new Set((await everybody(classId)).map(({ pin }) => pin));
      const steps = studentIds.map((studentId) => {
        const pin = freePin(taken, random);
        taken.add(pin);
        return { do: 'changeStudent' as const, studentId, change: { pin } };
      });
      await students.apply(steps, now());
      const wanted = new Set(studentIds);
      return (await everybody(classId)).filter(({ id }) => wanted.has(id));
    },
    get: detail,
    async change(asker, studentId, { avatar, name, number, pin }) {
      const found = await known(asker, studentId);
      if (isRejection(found)) return found;
      if (!mayChange(asker, found.inClasses)) return reject('forbidden');
      const change = {
        ...(name === undefined ? {} : { name }),
        ...(number === undefined ? {} : { number }),
        ...(pin === undefined ? {} : { pin }),
        ...(avatar === undefined ? {} : { avatar: createSeeds([found.student], newId).next() }),
      };
      await students.apply([{ do: 'changeStudent', studentId, change }], now());
      return detail(asker, studentId);
    },
    async setArchived(asker, classId, studentIds, archived) {
      const refused =
        (await refusedClass(asker, classId, 'class.change')) ??
        (await missing(classId, studentIds)) ??
        (await elsewhere(asker, studentIds));
      if (refused) return refused;
      const steps = studentIds.map((studentId) => ({
        do: 'archive' as const,
        studentId,
        archived,
      }));
      await students.apply(steps, now());
      return undefined;
    },
  };
}

/** Whoever teaches them now; of one who is in no class any more, whoever did. */
function mayChange(asker: Asker, inClasses: readonly StudentClass[]): boolean {
  const current = inClasses.filter((one) => one.now);
  return (current.length > 0 ? current : inClasses).some(({ relation }) =>
    may('class.change', asker.role, relation),
  );
}

/** Pairs of one name or nearly, unless two numbers tell them apart. */
function doublesAmong(all: readonly ClassStudent[]): Doubles {
  const alike = createAlike(all, ({ name }) => name);
  return all
    .flatMap((one, at) =>
      alike
        .find(one.name)
        .filter((other) => all.indexOf(other) > at)
        .filter(({ number }) => number === null || one.number === null || number === one.number)
        .map((other) => ({ one: one.id, other: other.id })),
    )
    .slice(0, 50);
}

/** Seeds of pictures that nobody of `here` has, as long as there are any. */
export function createSeeds(
  here: readonly { avatar: string }[],
  newId: () => string,
): { next(): string } {
  const looks = (seed: string) => Object.values(avatarOf(seed)).join();
  const taken = new Set(here.map(({ avatar }) => looks(avatar)));
  return {
    next() {
      let seed = newId();
      for (let tries = 0; tries < 40 && taken.has(looks(seed)); tries += 1) seed = newId();
      taken.add(looks(seed));
      return seed;
    },
  };
}

/** A PIN that is not taken; with thousands of students two may have the same. */
function freePin(taken: ReadonlySet<string | null>, random: (below: number) => number): string {
  const pin = () => String(random(10_000)).padStart(4, '0');
  let free = pin();
  for (let tries = 0; tries < 200 && taken.has(free); tries += 1) free = pin();
  return free;
}
