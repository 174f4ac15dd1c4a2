import { classCodeLength, classCodeSigns } from '../contract/class-code.ts';
import type { ClassSummary, SchoolClass } from '../contract/classes.ts';
import type { ClassId, SectionId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Right } from '../contract/rights.ts';
import type { ClassesPort, ClassRow } from '../ports.ts';
import type { Asker } from './asker.ts';
import { refusal } from './asker.ts';

/** So many classes of a teacher, and sections of a class, are enough for anybody. */
export const most = { classes: 500, sections: 60 };

type Words = { name?: string | undefined; subject?: string | undefined };

export type Classes = {
  /** Those that the asker may read, by name; archived ones too. */
  list(asker: Asker): Promise<ClassSummary[]>;
  get(asker: Asker, classId: ClassId): Promise<SchoolClass | Rejection>;
  create(asker: Asker, words: { name: string; subject: string }): Promise<SchoolClass | Rejection>;
  change(asker: Asker, classId: ClassId, words: Words): Promise<SchoolClass | Rejection>;
  setArchived(asker: Asker, classId: ClassId, archived: boolean): Promise<SchoolClass | Rejection>;
  /** Another code; the one before leads nowhere any more. */
  newCode(asker: Asker, classId: ClassId): Promise<SchoolClass | Rejection>;

  addSection(asker: Asker, classId: ClassId, name: string): Promise<SchoolClass | Rejection>;
  /** Another name, another place (from 0) among the sections, or both. */
  changeSection(
    asker: Asker,
    classId: ClassId,
    sectionId: SectionId,
    change: { name?: string | undefined; position?: number | undefined },
  ): Promise<SchoolClass | Rejection>;
  /** `to`: the section that its students go to, or `none`; `section_not_empty` where it has any and nothing is said. */
  removeSection(
    asker: Asker,
    classId: ClassId,
    sectionId: SectionId,
    to: string | undefined,
  ): Promise<SchoolClass | Rejection>;
};

/** The rules of classes and their sections. */
export function createClasses({
  classes,
  now,
  newId,
  random,
}: {
  classes: ClassesPort;
  now: () => number;
  newId: () => string;
  /** A whole number from 0, below `below`. */
  random: (below: number) => number;
}): Classes {
  const summaryOf = ({ ownerId, ownerName, ...row }: ClassRow): ClassSummary => ({
    ...row,
    owner: { id: ownerId, name: ownerName },
  });
  const whole = async (asker: Asker, classId: ClassId): Promise<SchoolClass | Rejection> => {
    const row = await classes.get(classId, asker.id);
    const refused = refusal(asker, 'class.read', row);
    if (refused || !row) return refused ?? reject('not_found');
    return { ...summaryOf(row), sections: await classes.sections(classId) };
  };
  /** Does it where the asker has the right, then gives the class as it is now. */
  const doing = async (
    asker: Asker,
    classId: ClassId,
    right: Right,
    deed: () => Promise<Rejection | void>,
  ): Promise<SchoolClass | Rejection> => {
    const refused = refusal(asker, right, await classes.get(classId, asker.id));
    if (refused) return refused;
    const failed = await deed();
    return isRejection(failed) ? failed : whole(asker, classId);
  };
  const sectionsOf = (classId: ClassId, sectionId: SectionId) =>
    classes
      .sections(classId)
      .then((all) => (all.some(({ id }) => id === sectionId) ? all : reject('not_found')));
  const newCode = () =>
    Array.from({ length: classCodeLength }, () =>
      classCodeSigns.charAt(random(classCodeSigns.length)),
    ).join('');
  /** Of 244 million codes one that is free is found at once. */
  const withCode = async (write: (code: string) => Promise<boolean>): Promise<void> => {
    if (!(await write(newCode()))) await withCode(write);
  };

  return {
    async list(asker) {
      return (await classes.list(asker.id, asker.role === 'admin')).map(summaryOf);
    },
    get: whole,
    async create(asker, { name, subject }) {
      const own = (await classes.list(asker.id, false)).length;
      if (own >= most.classes) return reject('too_large');
      const row = { id: newId(), ownerId: asker.id, name, subject, createdAt: now() };
      await withCode((code) => classes.insert({ ...row, code }));
      return whole(asker, row.id);
    },
    change: (asker, classId, { name, subject }) =>
      doing(asker, classId, 'class.change', () =>
        classes.change(classId, {
          ...(name === undefined ? {} : { name }),
          ...(subject === undefined ? {} : { subject }),
        }),
      ),
    setArchived: (asker, classId, archived) =>
      doing(asker, classId, 'class.manage', () =>
        classes.setArchived(classId, archived ? now() : null),
      ),
    newCode: (asker, classId) =>
      doing(asker, classId, 'class.manage', () =>
        withCode((code) => classes.setCode(classId, code)),
      ),

    addSection: (asker, classId, name) =>
      doing(asker, classId, 'class.change', async () => {
        const sections = await classes.sections(classId);
        if (sections.length >= most.sections) return reject('too_large');
        if (hasName(sections, name)) return reject('section_exists');
        return classes.insertSection({ id: newId(), classId, name });
      }),
    changeSection: (asker, classId, sectionId, { name, position }) =>
      doing(asker, classId, 'class.change', async () => {
        const sections = await sectionsOf(classId, sectionId);
        if (isRejection(sections)) return sections;
        const others = sections.filter(({ id }) => id !== sectionId);
        if (name !== undefined && hasName(others, name)) return reject('section_exists');
        if (name !== undefined) await classes.renameSection(sectionId, name);
        if (position === undefined) return undefined;
        const order = others.map(({ id }) => id);
        return classes.orderSections(order.toSpliced(position, 0, sectionId));
      }),
    removeSection: (asker, classId, sectionId, to) =>
      doing(asker, classId, 'class.change', async () => {
        const sections = await sectionsOf(classId, sectionId);
        if (isRejection(sections)) return sections;
        const students = sections.find(({ id }) => id === sectionId)?.students ?? 0;
        if (to === undefined && students > 0) return reject('section_not_empty', { students });
        const target = to === undefined || to === 'none' ? null : to;
        if (target !== null && (target === sectionId || !sections.some(({ id }) => id === target)))
          return reject('not_found');
        return classes.removeSection(sectionId, target, now());
      }),
  };
}

/** Two sections of one name could not be told apart in a file. */
function hasName(sections: readonly { name: string }[], name: string): boolean {
  const wanted = name.toLocaleLowerCase('und');
  return sections.some((section) => section.name.toLocaleLowerCase('und') === wanted);
}
