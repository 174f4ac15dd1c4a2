import type { ClassStudent, Enrolment, Section, Student } from '../contract/classes.ts';
import type { ClassId, SectionId, StudentId, TeacherId } from '../contract/ids.ts';
import type { Relation } from '../contract/rights.ts';

/** A class as one teacher sees it. */
export type ClassRow = {
  id: ClassId;
  ownerId: TeacherId;
  ownerName: string;
  relation: Relation;
  name: string;
  subject: string;
  code: string;
  /** Enrolled now and not archived. */
  students: number;
  sections: number;
  createdAt: number;
  archivedAt: number | null;
};

/** Classes and their sections. Who may see them is asked by whoever calls. */
export type ClassesPort = {
  /** Those that a teacher owns or was invited to; with `all`, every class. */
  list(teacherId: TeacherId, all: boolean): Promise<ClassRow[]>;
  get(classId: ClassId, teacherId: TeacherId): Promise<ClassRow | null>;
  /** By the code that students type; null also for one that is archived. */
  byCode(code: string): Promise<{ id: ClassId; name: string } | null>;
  /** False: the code is another class's. */
  insert(row: {
    id: ClassId;
    ownerId: TeacherId;
    name: string;
    subject: string;
    code: string;
    createdAt: number;
  }): Promise<boolean>;
  change(classId: ClassId, change: { name?: string; subject?: string }): Promise<void>;
  /** False: the code is another class's. */
  setCode(classId: ClassId, code: string): Promise<boolean>;
  setArchived(classId: ClassId, at: number | null): Promise<void>;

  /** Those that were not removed, in the teacher's order. */
  sections(classId: ClassId): Promise<Section[]>;
  /** Puts it after the others. */
  insertSection(section: { id: SectionId; classId: ClassId; name: string }): Promise<void>;
  renameSection(sectionId: SectionId, name: string): Promise<void>;
  /** All sections of the class, in their new order. */
  orderSections(order: readonly SectionId[]): Promise<void>;
  /** Ends it; its students go to `to` in the same transaction. What was in it stays in histories. */
  removeSection(sectionId: SectionId, to: SectionId | null, at: number): Promise<void>;
};

/** One of a class, as a lesson with a list of names needs them. */
export type RosterStudent = {
  studentId: StudentId;
  name: string;
  number: string | null;
  avatar: string;
  pin: string | null;
};

/** One step of what is done to students and sections; all of a call are one transaction. */
export type PeopleChange =
  | { do: 'makeStudent'; student: Omit<Student, 'archivedAt'> }
  | {
      do: 'changeStudent';
      studentId: StudentId;
      change: Partial<Pick<Student, 'name' | 'number' | 'pin' | 'avatar'>>;
    }
  | { do: 'makeSection'; section: { id: SectionId; classId: ClassId; name: string } }
  /** Into a class and section from now on; where they are in the class, their time in the other section ends. */
  | { do: 'enrol'; studentId: StudentId; classId: ClassId; sectionId: SectionId | null }
  | { do: 'leave'; studentId: StudentId; classId: ClassId }
  | { do: 'archive'; studentId: StudentId; archived: boolean }
  /** Takes back what an import has made: gone without a trace where nothing else knows them, else out of the class. */
  | { do: 'unmakeStudent'; studentId: StudentId; classId: ClassId }
  /** Likewise a section; one that is in use stays. */
  | { do: 'unmakeSection'; sectionId: SectionId };

/** A class that a student is or was in, as one teacher sees it. */
export type StudentClass = { classId: ClassId; relation: Relation; now: boolean };

/** Students and when they were in which class. Who may see them is asked by whoever calls. */
export type StudentsPort = {
  /** Enrolled now, by name; archived ones only where asked for, and then no others. */
  ofClass(classId: ClassId, archived: boolean): Promise<ClassStudent[]>;
  /** Who was in a class and is not any more, with the section that they left. */
  formerOf(
    classId: ClassId,
    studentIds: readonly StudentId[],
  ): Promise<{ studentId: StudentId; sectionId: SectionId | null }[]>;
  /** For a lesson: enrolled now in the section (`null`: in any or none) and not archived, by name; always in the same order. */
  rosterOf(classId: ClassId, sectionId: SectionId | null): Promise<RosterStudent[]>;
  /**
   * Students who are not in the class now, but are or were in one that the teacher may read (with `all`, any), and are not archived; `where`:
   * the class that they were in last.
   */
  elsewhere(
    classId: ClassId,
    teacherId: TeacherId,
    all: boolean,
  ): Promise<{ studentId: StudentId; name: string; number: string | null; where: string }[]>;
  get(studentId: StudentId): Promise<Student | null>;
  /** All classes that a student is or was in. */
  classesOf(studentId: StudentId, teacherId: TeacherId): Promise<StudentClass[]>;
  /** Newest first. */
  enrolments(studentId: StudentId): Promise<Enrolment[]>;
  /** Makes two one, all or nothing; null while one of them sits in a lesson that runs. */
  merge(
    keepId: StudentId,
    goneId: StudentId,
    name: string,
    at: number,
  ): Promise<{ sharedLessons: number } | null>;
  /** Does all or nothing. */
  apply(changes: readonly PeopleChange[], at: number): Promise<void>;
};
