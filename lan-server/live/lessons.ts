import type { DoorLesson, LessonSummary } from '../contract/api.ts';
import type { Door, Identity } from '../contract/frames.ts';
import type {
  ClassId,
  LessonId,
  QuizId,
  SeatId,
  SectionId,
  StudentId,
  TeacherId,
} from '../contract/ids.ts';
import type { MarkAttendance } from '../contract/attendance.ts';
import { isRejection, reject } from '../contract/rejections.ts';
import type { LateRule } from '../contract/late.ts';
import { defaultPlay } from '../contract/play.ts';
import type { Play } from '../contract/play.ts';
import type { AcceptedAnswer } from '../contract/commands.ts';
import type { Rejection } from '../contract/rejections.ts';
import type { StoredEvent } from '../lesson/events.ts';
import { evolve } from '../lesson/evolve.ts';
import { besides } from '../lesson/besides.ts';
import type { Besides } from '../lesson/besides.ts';
import { cardList } from '../lesson/moderation.ts';
import type { CardList, CardsQuery } from '../contract/moderation.ts';
import { emptyLesson } from '../lesson/state.ts';
import type { LessonState } from '../lesson/state.ts';
import type { Log } from '../log.ts';
import type { GivenTo, JournalPort, RostersPort, SeatStudent } from '../ports.ts';
import type { Question } from '../questions/index.ts';
import type { Audiences } from './audiences.ts';
import type { LessonClock } from './clock.ts';
import type { Timers } from './coalesce.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLessonRoom } from './lesson-room.ts';
import type { LessonRoom } from './lesson-room.ts';
import { createNames } from './names.ts';
import { createMoods } from './moods.ts';
import { createPresence } from './presence.ts';
import { createPublisher } from './publisher.ts';
import { endUnreadable, readBack } from './recovery.ts';
import { createRoll, listedName, namesTwice } from './roll.ts';

/** Phones that come back late still see that the lesson has ended, and their points. */
const keepEndedMs = 30 * 60_000;

/** One that came back for a correction: the next correction comes soon, or not at all. */
const keepRecalledMs = 60_000;

/** How often a running timer is noted on disk: so much of it may a crash give back twice at most. */
const touchEveryMs = 1000;

export type NewLesson = {
  quizId: QuizId | null;
  title: string;
  subject: string;
  identity: Identity;
  changes: boolean;
  late?: LateRule;
  play?: Play;
  /** The class that it is given to. With a list of names its seats are made from it. */
  classId?: ClassId | null;
  sectionId?: SectionId | null;
  /** The occurrence of a plan that becomes this lesson, and when it is to end. */
  planned?: { id: string; endsAt: number };
  questions: Question[];
};

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

/** The lessons that run now. */
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
  const { journal, clock, log } = deps;
  /** Whatever runs first after a sleep notices it: a question's time must not be up by what nobody was there for. */
  const timers: Timers = {
    set: (run, ms) =>
      deps.timers.set(() => {
        noticeSleep();
        run();
      }, ms),
    clear: deps.timers.clear,
  };
  const commit = createGroupCommit({ journal, log });
  const rooms = new Map<LessonId, LessonRoom>();
  const listeners = new Set<(live: boolean) => void>();
  const watchers = new Set<(lessonId: LessonId) => void>();
  let wasLive = false;
  let touching: unknown = null;

  const running = () => [...rooms.values()].filter((room) => room.state().status !== 'ended');

  function openRoom(lessonId: LessonId, ownerId: string, initial: LessonState): LessonRoom {
    const names = createNames(journal.names(lessonId));
    const { given, students } = journal.roll(lessonId);
    const presence = createPresence(clock, initial.seats.keys());
    const moods = createMoods({ clock, timers, changed: () => room.publisher.refresh() });
    const room = createLessonRoom({
      lessonId,
      ownerId,
      given,
      roll: createRoll(students),
      initial,
      journal,
      commit,
      names,
      presence,
      moods,
      publisher: (state) => {
        const publisher = createPublisher({
          state,
          names,
          presence,
          moods,
          audiences: deps.audiencesFor(lessonId),
          door: deps.door,
          clock,
          timers,
          log,
        });
        return {
          ...publisher,
          publish() {
            publisher.publish();
            noteLive();
            if (state().status === 'ended') forgetLater(lessonId);
            happened(lessonId);
          },
          refresh() {
            publisher.refresh();
            happened(lessonId);
          },
        };
      },
      clock,
      timers,
      newId: deps.newId,
      nameFits: deps.nameFits,
      log,
    });
    rooms.set(lessonId, room);
    noteLive();
    return room;
  }

  function noteLive() {
    const live = running().length > 0;
    if (live === wasLive) return;
    wasLive = live;
    for (const listener of listeners) listener(live);
  }

  function happened(lessonId: LessonId) {
    for (const watcher of watchers) watcher(lessonId);
  }

  const leaving = new Set<LessonId>();
  const forgetting = new Set<unknown>();
  function forgetLater(lessonId: LessonId, afterMs = keepEndedMs) {
    if (leaving.has(lessonId)) return;
    leaving.add(lessonId);
    const timer = timers.set(() => {
      forgetting.delete(timer);
      leaving.delete(lessonId);
      rooms.get(lessonId)?.stop();
      rooms.delete(lessonId);
    }, afterMs);
    forgetting.add(timer);
  }

  function noticeSleep() {
    const lostMs = clock.wake();
    if (lostMs === 0) return;
    log.info(
      { lostMs },
      'The laptop slept; the time of an open question goes on with what was left.',
    );
    for (const room of running()) void room.recover(lostMs);
  }

  function touch() {
    const timed = running().filter((room) => room.timerRuns());
    try {
      if (timed.length > 0) {
        journal.touch(
          timed.map((room) => room.lessonId),
          clock.now(),
        );
      }
    } catch (error) {
      log.warn({ error }, 'The running timer could not be noted.');
    }
    touching = timers.set(touch, touchEveryMs);
  }
  touching = timers.set(touch, touchEveryMs);

  /** A phone that was out of reach at the end may come with an answer that was tapped in time: also after a restart. */
  function recoverEnded() {
    const now = clock.now();
    for (const { lessonId, ownerId, endedAt } of journal.endedSince(now - keepEndedMs)) {
      try {
        const { state } = readBack(journal, lessonId, log);
        if (state.id === '') continue;
        openRoom(lessonId, ownerId, state);
        forgetLater(lessonId, Math.min(keepEndedMs, endedAt + keepEndedMs - now));
      } catch (error) {
        log.error({ error, lessonId }, 'A lesson that has ended could not be brought back.');
      }
    }
  }

  /** A lesson that is over and forgotten, read again; null where it never came to its end. */
  function recall(lessonId: LessonId, ownerId: string): LessonRoom | null {
    const { state } = readBack(journal, lessonId, log);
    if (state.status !== 'ended') return null;
    const room = openRoom(lessonId, ownerId, state);
    forgetLater(lessonId, keepRecalledMs);
    return room;
  }

  /** Four digits while they are plenty, six when a whole building uses one laptop. */
  function freeCode(): string {
    const taken = new Set([...rooms.values()].map((room) => room.state().code));
    const digits = taken.size < 500 ? 4 : 6;
    for (;;) {
      const code = deps.randomCode(digits);
      if (!taken.has(code)) return code;
    }
  }

  function doorLesson(room: LessonRoom): DoorLesson {
    const { code, title, settings } = room.state();
    return { code, title, teacher: deps.teacherName(room.ownerId), identity: settings.identity };
  }

  /** A seat and a name for each student of a class: seats in random order, so that neither tells who is whose. */
  function listed(given: GivenTo | null, names = createNames([])) {
    const enrolled = given ? deps.rosters.enrolled(given) : [];
    const alike = namesTwice(enrolled);
    const students: SeatStudent[] = [];
    const called: { seatId: SeatId; name: string }[] = [];
    for (const student of enrolled) {
      const seatId = deps.newId();
      const name = listedName(student, alike, names.free);
      names.set(seatId, name);
      students.push({ seatId, studentId: student.studentId });
      called.push({ seatId, name });
    }
    return { students, names: called };
  }

  // One that was recalled may have the code of one that runs.
  const byCode = (code: string) =>
    running().find((room) => room.state().code === code) ??
    [...rooms.values()].find((room) => room.state().code === code) ??
    null;

  return {
    async start(ownerId, lesson) {
      if (running().length === 0) clock.sync();
      const lessonId = deps.newId();
      const { title, subject, identity, changes, questions } = lesson;
      const { late = 'tapped', play = defaultPlay } = lesson;
      const { classId = null, sectionId = null } = lesson;
      const given = classId === null ? null : { classId, sectionId };
      const list = identity === 'roster' ? listed(given) : null;
      if (list?.students.length === 0) return reject('class_empty');
      const started: StoredEvent = {
        seq: 1,
        at: clock.now(),
        event: {
          type: 'started',
          lessonId,
          title,
          subject,
          code: freeCode(),
          settings: { identity, changes, late, play },
          questions,
          ...(list && { roster: list.students.map(({ seatId }) => seatId) }),
        },
      };
      try {
        journal.create(
          {
            lessonId,
            ownerId,
            quizId: lesson.quizId,
            classId,
            sectionId,
            planned: lesson.planned ?? null,
          },
          { lessonId, events: [started], names: [], ...list },
        );
      } catch (error) {
        log.error({ error }, 'A lesson could not be stored.');
        return reject('not_saved');
      }
      const state = emptyLesson();
      evolve(state, started);
      openRoom(lessonId, ownerId, state);
      happened(lessonId);
      return {
        id: lessonId,
        title,
        subject,
        code: state.code,
        status: state.status,
        startedAt: state.startedAt,
        endedAt: null,
        questions: questions.length,
        seats: 0,
      };
    },
    async acceptAnswer(ownerId, lessonId, change) {
      const room = rooms.get(lessonId) ?? recall(lessonId, ownerId);
      if (!room) return reject('not_found');
      const done = await room.teacher(deps.newId(), { type: 'acceptAnswer', ...change });
      return isRejection(done) ? done : undefined;
    },
    async markAttendance(ownerId, lessonId, change, by) {
      const room = rooms.get(lessonId) ?? recall(lessonId, ownerId);
      if (!room) return reject('not_found');
      const done = await room.teacher(deps.newId(), { type: 'markAttendance', ...change }, by);
      return isRejection(done) ? done : undefined;
    },
    async addEnrolled(lessonId) {
      const room = rooms.get(lessonId);
      if (!room) return reject('lesson_over');
      if (room.state().roster === null || !room.given) return reject('not_in_this_lesson');
      const known = journal.names(lessonId);
      const all = listed(room.given, createNames(known));
      const fresh = all.students.filter(({ studentId }) => room.roll.seatOf(studentId) === null);
      if (fresh.length === 0) return 0;
      const seats = new Set(fresh.map(({ seatId }) => seatId));
      const done = await room.addStudents(
        fresh,
        all.names.filter(({ seatId }) => seats.has(seatId)),
      );
      return isRejection(done) ? done : fresh.length;
    },
    guest(lessonId, seatId) {
      const room = rooms.get(lessonId);
      if (!room || room.state().status === 'ended') return reject('lesson_over');
      const { roster, seats } = room.state();
      if (roster === null || !room.given) return reject('not_in_this_lesson');
      const name = journal.names(lessonId).find((one) => one.seatId === seatId)?.name;
      const seat = seats.get(seatId);
      if (!seat || seat.removed || name === undefined || room.roll.studentOf(seatId) !== null)
        return reject('seat_unknown');
      return { name, given: room.given };
    },
    async addGuest(lessonId, seatId, studentId) {
      const room = rooms.get(lessonId);
      if (!room) return reject('lesson_over');
      const done = await room.addStudents([{ seatId, studentId }], []);
      return isRejection(done) ? done : undefined;
    },
    cards(lessonId, { questionId, standing, from }) {
      const room = rooms.get(lessonId);
      if (!room) return reject('lesson_over');
      // Memory may run ahead of the disk, and nobody sees what is not on disk.
      if (!room.ready()) return reject('not_saved');
      const asked = room.state().asked.get(questionId);
      return asked ? cardList(room.state(), asked, standing, from) : reject('question_unknown');
    },
    room: (lessonId) => rooms.get(lessonId) ?? null,
    roomByCode: byCode,
    byCode(code) {
      const room = byCode(code);
      if (!room) return reject('unknown_code');
      return room.state().status === 'ended' ? reject('lesson_over') : doorLesson(room);
    },
    ended: () => [...rooms.values()].filter((room) => room.state().status === 'ended'),
    besides: (lessonId) =>
      besides(rooms.get(lessonId)?.state() ?? readBack(journal, lessonId, log).state),
    erased: (lessonId, seats) => rooms.get(lessonId)?.erased(seats),
    live: () => running().map(doorLesson),
    liveCount: () => running().length,
    connectedSeats: () => [...rooms.values()].reduce((sum, room) => sum + room.presence.here, 0),
    onLive: (listener) => void listeners.add(listener),
    onHappened: (listener) => void watchers.add(listener),
    running,
    refreshDoors() {
      for (const room of rooms.values()) room.publisher.refresh();
    },
    async recover() {
      let back = 0;
      for (const { lessonId, ownerId, aliveAt } of journal.unfinished()) {
        try {
          const { state, lastAt } = readBack(journal, lessonId, log);
          if (state.id === '') {
            log.error({ lessonId }, 'A lesson has lost its beginning; it is among the results.');
            endUnreadable(journal, lessonId, state.seq + 1, clock.now());
            continue;
          }
          const room = openRoom(lessonId, ownerId, state);
          back += 1;
          await room.recover(clock.now() - Math.max(aliveAt, lastAt));
        } catch (error) {
          log.error({ error, lessonId }, 'A lesson could not be brought back.');
        }
      }
      recoverEnded();
      return back;
    },
    stop() {
      timers.clear(touching);
      for (const timer of forgetting) timers.clear(timer);
      for (const room of rooms.values()) room.stop();
    },
  };
}
