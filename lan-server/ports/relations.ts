import type { ClassId, LessonId, TeacherId } from '../contract/ids.ts';
import type { Relation, Subject } from '../contract/rights.ts';

/** What co-teachers can be invited to. */
export type Shared = { class: ClassId } | { lesson: LessonId };

export type CoTeacher = { id: TeacherId; name: string; addedAt: number };

/** Who somebody is to an object; all that the table of rights asks about. */
export type RelationsPort = {
  /**
   * `none` also for what is not there. Whoever teaches a class (its owner, its co-teachers) is a co-teacher of the lessons that
   * were given to it, and of its students, also of those who have left it; a student's `owner` owns one of their classes.
   */
  relationTo(teacherId: TeacherId, subject: Subject, id: string): Relation;
  /** Who owns a class or lesson; null where it is not there. */
  ownerOf(shared: Shared): { id: TeacherId; name: string } | null;
  /** Those who were invited to it, in the order of their names. */
  coTeachers(shared: Shared): CoTeacher[];
  /** Invites; nothing where they were invited before. */
  addCoTeacher(shared: Shared, teacherId: TeacherId, at: number): void;
  /** False where they were not invited. */
  removeCoTeacher(shared: Shared, teacherId: TeacherId): boolean;
};
