import type { Moved } from '../contract/classes.ts';
import type { ClassId, SectionId, StudentId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { ClassesPort, PeopleChange, StudentsPort } from '../ports.ts';
import type { Asker } from './asker.ts';
import type { ClassChecks } from './class-checks.ts';

/** So many moves can be taken back, the newest. */
const kept = 30;

export type Move = {
  studentIds: readonly StudentId[];
  classId: ClassId;
  sectionId: SectionId | null;
  stay: boolean;
};

/** Where one was before: the section in the class that they came from, and in the other one; undefined: they were not in it. */
type Before = { studentId: StudentId; here: SectionId | null; there: SectionId | null | undefined };

export type Moves = {
  /** To another section or class; all of them must be in this one. */
  move(asker: Asker, from: ClassId, move: Move): Promise<Moved | Rejection>;
  /** Takes a move back, of all or of nobody: `changed_elsewhere` where one of them has gone on since. */
  undoMove(asker: Asker, from: ClassId, undo: string): Promise<Rejection | undefined>;
};

/** Students who go from one class or section to another, and back. Times in classes are ended and begun, never changed. */
export function createMoves({
  checks: { refusedClass, wrongSection, missing, everybody },
  classes,
  students,
  now,
  newId,
}: {
  checks: ClassChecks;
  classes: Pick<ClassesPort, 'sections'>;
  students: Pick<StudentsPort, 'apply'>;
  now: () => number;
  newId: () => string;
}): Moves {
  const made = new Map<string, Move & { from: ClassId; before: Before[] }>();

  const sectionsOf = async (classId: ClassId) =>
    new Map((await everybody(classId)).map((student) => [student.id, student.sectionId]));
  const refusedMove = async (asker: Asker, from: ClassId, to: ClassId) =>
    (await refusedClass(asker, from, 'class.change')) ??
    (await refusedClass(asker, to, 'class.change'));

  return {
    async move(asker, from, wanted) {
      const { studentIds, classId, sectionId, stay } = wanted;
      const refused =
        (await refusedMove(asker, from, classId)) ??
        (await wrongSection(classId, [sectionId])) ??
        (await missing(from, studentIds));
      if (refused) return refused;
      const here = await sectionsOf(from);
      const there = await sectionsOf(classId);
      const before = studentIds.map((studentId) => ({
        studentId,
        here: here.get(studentId) ?? null,
        there: there.get(studentId),
      }));
      const steps = studentIds.flatMap((studentId): PeopleChange[] => [
        { do: 'enrol', studentId, classId, sectionId },
        ...(stay || from === classId ? [] : [{ do: 'leave' as const, studentId, classId: from }]),
      ]);
      await students.apply(steps, now());
      const undo = newId();
      made.set(undo, { ...wanted, from, before });
      for (const oldest of [...made.keys()].slice(0, -kept)) made.delete(oldest);
      return { undo };
    },
    async undoMove(asker, from, undo) {
      const known = made.get(undo);
      if (known?.from !== from)
        return (await refusedClass(asker, from, 'class.change')) ?? reject('not_found');
      const { classId, sectionId, stay, before } = known;
      const refused = await refusedMove(asker, from, classId);
      if (refused) return refused;
      const within = classId === from;
      const there = await sectionsOf(classId);
      const here = within ? there : await sectionsOf(from);
      const asItLeftThem = before.every(
        ({ studentId }) =>
          there.get(studentId) === sectionId && (within || here.has(studentId) === stay),
      );
      if (!asItLeftThem) return reject('changed_elsewhere');
      // Of a section that was removed since, there is nothing to go back to but the class.
      const open = new Set(
        [...(await classes.sections(from)), ...(await classes.sections(classId))].map(
          ({ id }) => id,
        ),
      );
      const back = (section: SectionId | null) =>
        section !== null && open.has(section) ? section : null;
      const steps = before.flatMap((one): PeopleChange[] => {
        const { studentId } = one;
        const home = { do: 'enrol' as const, studentId, classId: from, sectionId: back(one.here) };
        if (within) return [home];
        const away =
          one.there === undefined
            ? { do: 'leave' as const, studentId, classId }
            : { do: 'enrol' as const, studentId, classId, sectionId: back(one.there) };
        return stay ? [away] : [home, away];
      });
      await students.apply(steps, now());
      made.delete(undo);
      return undefined;
    },
  };
}
