import type { AttendanceMark } from '../contract/attendance.ts';
import type { ClassId, LessonId, SeatId, StudentId, TeacherId } from '../contract/ids.ts';
import type { LessonRecord } from '../ports.ts';

/** A student as the tables of people hold them. Times in ms since 1970. */
export type KeptStudent = {
  id: StudentId;
  name: string;
  number: string | null;
  avatar: string;
  hasPin: boolean;
  createdAt: number;
  archivedAt: number | null;
  /** Oldest first. */
  enrolments: { className: string; sectionName: string | null; from: number; to: number | null }[];
  devices: { className: string; since: number; lastSeenAt: number }[];
};

/** One lesson in which a student had a seat; of its answers the student's alone. */
export type SeatRecord = {
  lessonId: LessonId;
  seatId: SeatId;
  className: string | null;
  record: Omit<LessonRecord, 'seats' | 'earlier'>;
  /** Answers of all rounds before the last. */
  earlier: LessonRecord['answers'];
  /** What the student asked the teacher; empty where it was not asked for. */
  posts: { text: string; at: number }[];
  /** What the list of the lesson says; minutes after the start, null: not late. */
  came: { status: AttendanceMark; minutes: number | null };
};

/** Who was there, of a lesson with a list of names. */
export type AttendanceOf = (
  lessonId: LessonId,
) => { seatId: SeatId; status: AttendanceMark; minutes: number | null }[];

export type HistoryPort = {
  student(id: StudentId): Promise<KeptStudent | null>;
  /** Oldest first; of `teacherId` those that they may read, null: all. `released`: only those whose results are. */
  lessonsOf(
    id: StudentId,
    which: {
      teacherId: TeacherId | null;
      classId?: ClassId;
      released?: boolean;
      newest?: number;
      posts?: boolean;
    },
  ): Promise<SeatRecord[]>;
  /** Whether this device (the hash of its token) ever held this seat. */
  satOn(lessonId: LessonId, seatId: SeatId, device: string): boolean;
  /** Whether its results are released, and whether any of its seats is a student's of a list. */
  released(lessonId: LessonId): Promise<{ released: boolean; list: boolean }>;
  /** `at` null takes it back. */
  release(lessonId: LessonId, at: number | null): Promise<void>;
};
