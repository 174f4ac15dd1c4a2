import type { SeatId, StudentId } from '../contract/ids.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { GivenTo, JournalPort, RostersPort, SeatStudent } from '../ports.ts';
import type { LessonRoom } from './lesson-room.ts';
import { createNames } from './names.ts';
import type { Names } from './names.ts';
import { listedName, namesTwice } from './roll.ts';

/** A seat and a name for each student of a class. */
export type Listed = { students: SeatStudent[]; names: { seatId: SeatId; name: string }[] };

/** The list of a class in a lesson: made at its start, and longer when somebody comes to the class or to the lesson. */
export type ClassList = {
  /** All who are enrolled; nobody where it is given to no class. `names`: those that the lesson has already. */
  of(given: GivenTo | null, names?: Names): Listed;
  /** Puts those who have come to the class since onto the list; says how many. */
  addEnrolled(room: LessonRoom): Promise<number | Rejection>;
  /** A guest who was let in, and the class whose lesson it is. */
  guest(room: LessonRoom, seatId: SeatId): { name: string; given: GivenTo } | Rejection;
  /** A guest turns out to be this student of its class. */
  addGuest(room: LessonRoom, seatId: SeatId, studentId: StudentId): Promise<Rejection | undefined>;
};

export function createClassList({
  journal,
  rosters,
  newId,
}: {
  journal: Pick<JournalPort, 'names'>;
  rosters: Pick<RostersPort, 'enrolled'>;
  newId: () => string;
}): ClassList {
  /** Seats in random order, so that neither tells who is whose. */
  function of(given: GivenTo | null, names = createNames([])): Listed {
    const enrolled = given ? rosters.enrolled(given) : [];
    const alike = namesTwice(enrolled);
    const students: SeatStudent[] = [];
    const called: { seatId: SeatId; name: string }[] = [];
    for (const student of enrolled) {
      const seatId = newId();
      const name = listedName(student, alike, names.free);
      names.set(seatId, name);
      students.push({ seatId, studentId: student.studentId });
      called.push({ seatId, name });
    }
    return { students, names: called };
  }

  return {
    of,
    async addEnrolled(room) {
      if (room.state().roster === null || !room.given) return reject('not_in_this_lesson');
      const known = journal.names(room.lessonId);
      const all = of(room.given, createNames(known));
      const fresh = all.students.filter(({ studentId }) => room.roll.seatOf(studentId) === null);
      if (fresh.length === 0) return 0;
      const seats = new Set(fresh.map(({ seatId }) => seatId));
      const done = await room.addStudents(
        fresh,
        all.names.filter(({ seatId }) => seats.has(seatId)),
      );
      return isRejection(done) ? done : fresh.length;
    },
    guest(room, seatId) {
      if (room.state().status === 'ended') return reject('lesson_over');
      const { roster, seats } = room.state();
      if (roster === null || !room.given) return reject('not_in_this_lesson');
      const name = journal.names(room.lessonId).find((one) => one.seatId === seatId)?.name;
      const seat = seats.get(seatId);
      if (!seat || seat.removed || name === undefined || room.roll.studentOf(seatId) !== null)
        return reject('seat_unknown');
      return { name, given: room.given };
    },
    async addGuest(room, seatId, studentId) {
      const done = await room.addStudents([{ seatId, studentId }], []);
      return isRejection(done) ? done : undefined;
    },
  };
}
