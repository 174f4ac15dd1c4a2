import type { ClassStudent } from '../contract/classes.ts';
import type { ClassId, SectionId, StudentId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Right } from '../contract/rights.ts';
import type { ClassesPort, StudentsPort } from '../ports.ts';
import type { Asker } from './asker.ts';
import { refusal } from './asker.ts';

export type ClassChecks = {
  refusedClass(asker: Asker, classId: ClassId, right: Right): Promise<Rejection | null>;
  /** Archived ones too. */
  everybody(classId: ClassId): Promise<ClassStudent[]>;
  /** `not_found` where one is not, or nothing is, in the class. */
  missing(classId: ClassId, studentIds: readonly StudentId[]): Promise<Rejection | null>;
  /** `not_found` where one is no section of the class; null is none at all. */
  wrongSection(
    classId: ClassId,
    sectionIds: readonly (SectionId | null)[],
  ): Promise<Rejection | null>;
};

/** What is asked before anything is done to the students of a class. */
export function createClassChecks({
  classes,
  students,
}: {
  classes: Pick<ClassesPort, 'get' | 'sections'>;
  students: Pick<StudentsPort, 'ofClass'>;
}): ClassChecks {
  const everybody = async (classId: ClassId): Promise<ClassStudent[]> => [
    ...(await students.ofClass(classId, false)),
    ...(await students.ofClass(classId, true)),
  ];
  return {
    everybody,
    refusedClass: async (asker, classId, right) =>
      refusal(asker, right, await classes.get(classId, asker.id)),
    async missing(classId, studentIds) {
      const here = new Set((await everybody(classId)).map(({ id }) => id));
      return studentIds.every((id) => here.has(id)) ? null : reject('not_found');
    },
    async wrongSection(classId, sectionIds) {
      if (sectionIds.every((id) => id === null)) return null;
      const there = new Set((await classes.sections(classId)).map(({ id }) => id));
      return sectionIds.every((id) => id === null || there.has(id)) ? null : reject('not_found');
    },
  };
}
