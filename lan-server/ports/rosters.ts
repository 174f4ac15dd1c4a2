import type {
  ClassId,
  LessonId,
  QuestionId,
  SeatId,
  SectionId,
  StudentId,
} from '../contract/ids.ts';
import type { Answer } from '../questions/index.ts';
import type { AttendanceMark } from '../contract/attendance.ts';

/** A student of a list of names. */
export type ListedStudent = {
  studentId: StudentId;
  name: string;
  number: string | null;
  avatar: string;
  pin: string | null;
};

/** Whose lesson it is: the class and section that it was given to. */
export type GivenTo = { classId: ClassId; sectionId: SectionId | null };

/** A seat of a list and its student; in the same commit as the events that make it. */
export type SeatStudent = { seatId: SeatId; studentId: StudentId };

/** What the teacher has said of a student's attendance, with who and when (ms since 1970). */
export type AttendanceCorrection = {
  seatId: SeatId;
  mark: AttendanceMark | null;
  minutes: number | null;
  by: string | null;
  at: number;
};

/** One student of a lesson's list. `arrivedAt` in ms since 1970; null: never came. */
export type AttendanceRow = {
  seatId: SeatId;
  name: string | null;
  arrivedAt: number | null;
  status: AttendanceMark;
  minutes: number | null;
  marked: boolean;
};

/** What one device of a student with several said, counted from 0. */
export type DeviceAnswer = {
  questionId: QuestionId;
  round: number;
  seatId: SeatId;
  device: number;
  answer: Answer;
  at: number;
};

/** Who is on which list, and which device is whose. Who may ask is asked by whoever calls. */
export type RostersPort = {
  /** Enrolled now in the class (and section), not archived, by name. */
  enrolled(given: GivenTo): ListedStudent[];
  /** null also for a class that is archived. */
  classByCode(code: string): { classId: ClassId; name: string; subject: string } | null;
  /** The list of a lesson, by name. */
  ofLesson(lessonId: LessonId): ListedStudent[];
  /** Who a device has said to be in a class; null where nobody, or somebody who has left it. */
  deviceStudent(device: string, classId: ClassId): ListedStudent | null;
  /** Whether any device but this one is the student's in this class. */
  hasOtherDevice(studentId: StudentId, classId: ClassId, device: string): boolean;
  remember(device: string, classId: ClassId, studentId: StudentId, at: number): void;
  forget(device: string, classId: ClassId): void;
  /** The student's devices in a class become this one; nothing where they had none. */
  handOver(studentId: StudentId, classId: ClassId, device: string, at: number): void;
  /** A student who was not on the list, into the class of the lesson. */
  enrol(
    student: { studentId: StudentId; name: string; avatar: string },
    given: GivenTo,
    at: number,
  ): void;
  /** By name; with every correction, oldest first. */
  attendance(lessonId: LessonId): {
    students: AttendanceRow[];
    corrections: AttendanceCorrection[];
  };
};
