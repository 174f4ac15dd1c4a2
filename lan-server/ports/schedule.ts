import type { Relation } from '../contract/rights.ts';
import type { ClassPlace, PlannedSettings } from '../contract/schedule.ts';
import type { ClassId, LessonId, SectionId, StudentId, TeacherId } from '../contract/ids.ts';

/** One occurrence of a plan as it is stored. Times are ms since 1970. */
export type PlannedRow = {
  id: string;
  planId: string;
  ownerId: TeacherId;
  classId: ClassId | null;
  sectionId: SectionId | null;
  lesson: PlannedSettings;
  byItself: boolean;
  day: string;
  time: string;
  zone: string;
  minutes: number;
  startsAt: number;
  endsAt: number;
  state: 'planned' | 'started' | 'cancelled' | 'missed';
  /** The teacher is not asked before; null: at once. */
  asksAgainAt: number | null;
  /** Set with `started`, in the transaction that stores the lesson's first event. */
  lessonId: LessonId | null;
  /** The act that changed or cancelled it last, and how it was before. */
  act: string | null;
  before: PlannedBefore | null;
};

/** What an act changes and its undoing brings back. */
export type PlannedBefore = Pick<
  PlannedRow,
  | 'classId'
  | 'sectionId'
  | 'lesson'
  | 'byItself'
  | 'day'
  | 'time'
  | 'minutes'
  | 'startsAt'
  | 'endsAt'
  | 'state'
>;

/** A row with what it is shown with. */
export type PlannedRecord = PlannedRow & {
  quizTitle: string | null;
  class: ClassPlace | null;
  ownerName: string;
  series: boolean;
};

/** Whose lesson it is and who hears of it outside it. */
export type LessonPlace = {
  ownerId: TeacherId;
  ownerName: string;
  class: ClassPlace | null;
  /** Owner and co-teachers, of the lesson and of its class. */
  teachers: TeacherId[];
  planned: { id: string; endsAt: number; byItself: boolean } | null;
};

/** A student's device that is signed in to a class. */
export type ClassDevice = {
  classId: ClassId;
  className: string;
  sectionId: SectionId | null;
  sectionName: string | null;
  studentId: StudentId;
};

export type SchedulePort = {
  insert(rows: PlannedRow[]): Promise<void>;
  get(id: string): Promise<PlannedRecord | null>;
  /** Overlapping `from`–`to`, by start: what this teacher owns or co-teaches, or what concerns a class. */
  list(wanted: {
    teacherId?: TeacherId;
    classId?: ClassId;
    from: number;
    to: number;
    limit: number;
  }): Promise<PlannedRecord[]>;
  /** This one and the later ones of its plan that are still planned, by start. */
  following(id: string): Promise<PlannedRow[]>;
  /** Those that an act changed. */
  changedBy(act: string): Promise<PlannedRow[]>;
  /** Stores these anew, in one transaction; those that have been started meanwhile stay as they are. */
  update(rows: PlannedRow[]): Promise<void>;
  /** All that a look at `now` may have to do something about: planned and begun, or missed and still to come. */
  toLookAt(now: number): Promise<PlannedRow[]>;
  /** The next moment after `now` at which something begins, is over or is asked about again; null: none. */
  nextMoment(now: number): Promise<number | null>;
  /** Lessons that came of this plan, the newest ten. */
  lessonsOf(planId: string): Promise<LessonId[]>;
  /** Longer by so many minutes. False where it is neither planned nor started. */
  extend(id: string, minutes: number): Promise<boolean>;
  /** All that are planned and not yet over at `now`, for working their moments out anew. */
  planned(now: number): Promise<PlannedRow[]>;
  /** What a teacher is to a class; null where there is none, it is archived, or the section is not of it. */
  classRelation(
    teacherId: TeacherId,
    classId: ClassId,
    sectionId: SectionId | null,
  ): Promise<Relation | null>;
  relation(teacherId: TeacherId, row: Pick<PlannedRow, 'ownerId' | 'classId'>): Promise<Relation>;
  placeOf(lessonId: LessonId): Promise<LessonPlace | null>;
  /** `device` is the SHA-256 of its token; the class by its code or its id. Null where it is not signed in, or its student has left. */
  classDevice(
    device: string,
    by: { code: string } | { classId: ClassId },
  ): Promise<ClassDevice | null>;
};
