import type { LessonId, SeatId, StudentId } from '../contract/ids.ts';
import type { StoredEvent } from '../lesson/events.ts';

/**
 * Which events of a lesson are written otherwise so that nothing in them leads to these seats (lesson/erase.ts). `mentions` tells of a
 * row that cannot be read whether one of the seats stands in it.
 */
export type Rewrite = (
  events: readonly StoredEvent[],
  seats: ReadonlySet<SeatId>,
  mentions: (seq: number) => boolean,
) => StoredEvent[];

/** A lesson that will be made anonymous, or could be. */
export type LessonDue = {
  lessonId: LessonId;
  ownerId: string;
  title: string;
  /** ms since 1970. */
  endedAt: number;
  /** Students who were there. */
  seats: number;
  /** Since when the teacher can see that it will be made anonymous; null: not yet. */
  announcedAt: number | null;
};

/** Takes people out of what is stored. Each call is one transaction. */
export type ErasePort = {
  /** The seats that lead to a student, lesson by lesson; empty once they are erased. */
  seatsOf(studentId: StudentId): Promise<{ lessonId: LessonId; seatId: SeatId }[]>;
  /**
   * Rewrites the journal of a lesson that has ended, appends `seatsErased`, takes names and bridges away and writes the report tables
   * anew. `seats` null: all of the lesson, which is then known as anonymous.
   */
  eraseSeats(
    lessonId: LessonId,
    seats: SeatId[] | null,
    at: number,
    rewrite: Rewrite,
  ): Promise<void>;
  /** The student's own row and every row that names it. Their seats must have been erased before. */
  eraseStudent(studentId: StudentId): Promise<void>;
  /** Lessons that ended before `before` (ms since 1970) and are not anonymous yet, the oldest first. */
  lessonsDue(before: number, most: number): Promise<LessonDue[]>;
  /** Notes since when these are announced; all others are not any more. */
  announce(lessonIds: LessonId[], at: number): Promise<void>;
  /** Whether something was erased that may still stand in unused parts of the file. */
  needsCleaning(): boolean;
  /**
   * Writes the whole file anew and empties its log, so that nothing erased is left in unused parts. Seconds for a large file, in which
   * nothing else is answered. Throws what the disk said.
   */
  clean(): void;
};
