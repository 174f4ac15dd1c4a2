import type { DoorLesson, LessonSummary } from '../contract/api.ts';
import type { MarkAttendance } from '../contract/attendance.ts';
import type { AcceptedAnswer, TeacherCommand } from '../contract/commands.ts';
import type { Door } from '../contract/frames.ts';
import type { LessonId, SeatId, StudentId, TeacherId } from '../contract/ids.ts';
import type { CardList, CardsQuery } from '../contract/moderation.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { besides } from '../lesson/besides.ts';
import type { Besides } from '../lesson/besides.ts';
import { cardList } from '../lesson/moderation.ts';
import type { Log } from '../log.ts';
import type { GivenTo, JournalPort, RostersPort } from '../ports.ts';
import type { Audiences } from './audiences.ts';
import { createBringingBack } from './bringing-back.ts';
import { createClassList } from './class-list.ts';
import type { LessonClock } from './clock.ts';
import type { Timers } from './coalesce.ts';
import type { LessonRoom } from './lesson-room.ts';
import { createOpenRooms } from './open-rooms.ts';
import { readBack } from './recovery.ts';
import { createStarting } from './starting.ts';
import type { NewLesson } from './starting.ts';
import { createTimekeeping } from './timekeeping.ts';

export type Lessons = {
  start(ownerId: string, lesson: NewLesson): Promise<LessonSummary | Rejection>;
  /** A typed answer counts as right, or not any more; a lesson that is over comes back from its journal for it. */
  acceptAnswer(
    ownerId: string,
    lessonId: LessonId,
    change: AcceptedAnswer,
  ): Promise<Rejection | undefined>;
  /** The teacher's word on a student's attendance, also long after the lesson; `by`: whose word it is. */
  markAttendance(
    ownerId: string,
    lessonId: LessonId,
    change: MarkAttendance,
    by: TeacherId,
  ): Promise<Rejection | undefined>;
  /** Puts those who have come to the class since onto the list of a lesson that runs; says how many. */
  addEnrolled(lessonId: LessonId): Promise<number | Rejection>;
  /** A guest who was let in to a lesson with a list, and the class whose lesson it is. */
  guest(lessonId: LessonId, seatId: SeatId): { name: string; given: GivenTo } | Rejection;
  /** A guest of a lesson that runs turns out to be this student of its class. */
  addGuest(
    lessonId: LessonId,
    seatId: SeatId,
    studentId: StudentId,
  ): Promise<Rejection | undefined>;
  /** Answers to an open question of a lesson that runs: some of those with one standing. */
  cards(lessonId: LessonId, query: CardsQuery): CardList | Rejection;
  room(lessonId: LessonId): LessonRoom | null;
  roomByCode(code: string): LessonRoom | null;
  byCode(code: string): DoorLesson | Rejection;
  /** What a lesson that runs or has run brought besides answers, from its journal. */
  besides(lessonId: LessonId): Besides;
  /** Students of these seats (null: all) were erased from a lesson that is over: its room, if there is one, is read anew. */
  erased(lessonId: LessonId, seats: SeatId[] | null): void;
  /** Rooms of lessons that are over and still in memory. */
  ended(): LessonRoom[];
  live(): DoorLesson[];
  liveCount(): number;
  connectedSeats(): number;
  /** Calls back when the first lesson starts and when the last one ends. */
  onLive(listener: (live: boolean) => void): void;
  /** Calls back after anything has happened in a lesson, also that somebody came or went: often, so it must be quick. */
  onHappened(listener: (lessonId: LessonId) => void): void;
  /** Those that run now. */
  running(): LessonRoom[];
  /** The address has changed: walls and consoles show the new one. */
  refreshDoors(): void;
  /** Folds every unfinished lesson back from its journal; says how many go on. */
  recover(): Promise<number>;
  stop(): void;
};

/** The lessons of this program: those that run, and what is still wanted of those that are over. */
export function createLessons(deps: {
  journal: JournalPort;
  /** Who is on the list of a class. */
  rosters: Pick<RostersPort, 'enrolled'>;
  audiencesFor: (lessonId: LessonId) => Audiences;
  door: (code: string) => Door;
  /** Of who owns a lesson, as students see it. */
  teacherName: (ownerId: string) => string;
  clock: LessonClock;
  timers: Timers;
  /** A random join code of so many digits; unpredictable. */
  randomCode: (digits: 4 | 6) => string;
  newId: () => string;
  /** Whether a name may stand on the wall. */
  nameFits: (name: string) => boolean;
  log: Log;
}): Lessons {
  const { journal, clock, log, newId } = deps;
  const time = createTimekeeping({ ...deps, running: () => rooms.running() });
  const rooms = createOpenRooms({ ...deps, timers: time.timers });
  const list = createClassList(deps);
  const start = createStarting({ ...deps, rooms, list });
  const back = createBringingBack({ rooms, journal, clock, log });
  time.begin();

  // One that was recalled may have the code of one that runs.
  const byCode = (code: string) =>
    rooms.running().find((room) => room.state().code === code) ??
    rooms.all().find((room) => room.state().code === code) ??
    null;

  function doorLesson(room: LessonRoom): DoorLesson {
    const { code, title, settings } = room.state();
    return { code, title, teacher: deps.teacherName(room.ownerId), identity: settings.identity };
  }

  /** Also in a lesson that is over. */
  async function correct(
    ownerId: string,
    lessonId: LessonId,
    command: TeacherCommand,
    by?: TeacherId,
  ): Promise<Rejection | undefined> {
    const room = rooms.of(lessonId) ?? back.recall(lessonId, ownerId);
    if (!room) return reject('not_found');
    const done = await room.teacher(newId(), command, by);
    return isRejection(done) ? done : undefined;
  }

  return {
    start: async (ownerId, lesson) => start(ownerId, lesson),
    acceptAnswer: (ownerId, lessonId, change) =>
      correct(ownerId, lessonId, { type: 'acceptAnswer', ...change }),
    markAttendance: (ownerId, lessonId, change, by) =>
      correct(ownerId, lessonId, { type: 'markAttendance', ...change }, by),
    async addEnrolled(lessonId) {
      const room = rooms.of(lessonId);
      return room ? list.addEnrolled(room) : reject('lesson_over');
    },
    guest(lessonId, seatId) {
      const room = rooms.of(lessonId);
      return room ? list.guest(room, seatId) : reject('lesson_over');
    },
    async addGuest(lessonId, seatId, studentId) {
      const room = rooms.of(lessonId);
      return room ? list.addGuest(room, seatId, studentId) : reject('lesson_over');
    },
    cards(lessonId, { questionId, standing, from }) {
      const room = rooms.of(lessonId);
      if (!room) return reject('lesson_over');
      // Memory may run ahead of the disk, and nobody sees what is not on disk.
      if (!room.ready()) return reject('not_saved');
      const asked = room.state().asked.get(questionId);
      return asked ? cardList(room.state(), asked, standing, from) : reject('question_unknown');
    },
    room: rooms.of,
    roomByCode: byCode,
    byCode(code) {
      const room = byCode(code);
      if (!room) return reject('unknown_code');
      return room.state().status === 'ended' ? reject('lesson_over') : doorLesson(room);
    },
    ended: () => rooms.all().filter((room) => room.state().status === 'ended'),
    besides: (lessonId) =>
      besides(rooms.of(lessonId)?.state() ?? readBack(journal, lessonId, log).state),
    erased: (lessonId, seats) => rooms.of(lessonId)?.erased(seats),
    live: () => rooms.running().map(doorLesson),
    liveCount: () => rooms.running().length,
    connectedSeats: () => rooms.all().reduce((sum, room) => sum + room.presence.here, 0),
    onLive: rooms.onLive,
    onHappened: rooms.onHappened,
    running: rooms.running,
    refreshDoors() {
      for (const room of rooms.all()) room.publisher.refresh();
    },
    recover: back.recover,
    stop() {
      time.stop();
      rooms.stop();
    },
  };
}
