import type { Attention, Outcome } from '../contract/dashboard.ts';
import type { ClassId, LessonId, SeatId, StudentId, TeacherId } from '../contract/ids.ts';

type Weak = Omit<Extract<Attention, { is: 'weak' }>, 'is'>;

/** What home shows of the lessons that are over: of those that a teacher may read. Times in ms since 1970. */
export type OverviewPort = {
  /** Of the newest `most` that are over. */
  outcomes(teacherId: TeacherId, most: number): Promise<Outcome[]>;
  /** Questions of lessons that ended since `since` with less than `below` right of at least `least` answers, not asked again; the lowest first. */
  weak(
    teacherId: TeacherId,
    of: { since: number; below: number; least: number; most: number },
  ): Promise<Weak[]>;
  /** Of each class that the teacher teaches the newest lessons with a list of names that are over and began since `since`, newest first. */
  listLessons(
    teacherId: TeacherId,
    since: number,
  ): Promise<{ classId: ClassId; className: string; lessonIds: LessonId[] }[]>;
  /** Whose seats they are, of those who are still here. */
  studentsIn(lessonId: LessonId): Promise<{ seatId: SeatId; studentId: StudentId; name: string }[]>;
};
