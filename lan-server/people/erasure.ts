import type { LessonId, SeatId, StudentId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { Log } from '../log.ts';
import type { ErasePort, Rewrite } from '../ports/privacy.ts';

export type Erasure = {
  /**
   * Erases a student everywhere on this laptop but in backups that are there already. `lesson_runs` while any lesson runs: its room
   * holds what it shows in memory, and a class would wait for the disk. What was erased before a refusal stays erased, and asking again
   * goes on from there.
   */
  student(studentId: StudentId): Promise<Rejection | undefined>;
  /** Makes a lesson that has ended anonymous as a whole. */
  lesson(lessonId: LessonId): Promise<Rejection | undefined>;
  /** Writes the file anew where something was erased; does nothing while a lesson runs. */
  tidy(): void;
};

/** Takes people out of what is kept, so that numbers stay and nobody can be found in them. */
export function createErasure({
  erase,
  rewrite,
  lessonsRun,
  forget,
  now,
  log,
}: {
  erase: ErasePort;
  rewrite: Rewrite;
  lessonsRun: () => boolean;
  /** A lesson that is over but still in memory is read anew, without these names. */
  forget: (lessonId: LessonId, seats: SeatId[] | null) => void;
  now: () => number;
  log: Log;
}): Erasure {
  async function eraseIn(lessonId: LessonId, seats: SeatId[] | null): Promise<void> {
    await erase.eraseSeats(lessonId, seats, now(), rewrite);
    forget(lessonId, seats);
    // Others are answered between two lessons.
    await new Promise((resolve) => setImmediate(resolve));
  }

  function tidy(): void {
    if (lessonsRun() || !erase.needsCleaning()) return;
    try {
      erase.clean();
    } catch (error) {
      // Everything is erased; what is left in unused parts goes with the next try.
      log.error({ error }, 'The data file could not be written anew after something was erased.');
    }
  }

  return {
    async student(studentId) {
      for (const { lessonId, seatId } of await erase.seatsOf(studentId)) {
        if (lessonsRun()) return reject('lesson_runs');
        await eraseIn(lessonId, [seatId]);
      }
      if (lessonsRun()) return reject('lesson_runs');
      await erase.eraseStudent(studentId);
      tidy();
      log.info({}, 'A student was erased.');
      return undefined;
    },
    async lesson(lessonId) {
      if (lessonsRun()) return reject('lesson_runs');
      await eraseIn(lessonId, null);
      return undefined;
    },
    tidy,
  };
}
