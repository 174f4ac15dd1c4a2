import type {
  Door,
  EnrolledFrame,
  PlanFrame,
  ProjectorFrame,
  RosterFrame,
  StudentFrame,
  TeacherFrame,
  Welcome,
} from '../contract/frames.ts';
import type { MatrixFrame, PicturesFrame } from '../contract/work.ts';
import type { QaFrame } from '../contract/qa.ts';
import type { SeatId } from '../contract/ids.ts';
import { playOf } from '../lesson/events.ts';
import { teacherPosts } from '../lesson/qa.ts';
import type { LessonEvent } from '../lesson/events.ts';
import { currentAsked } from '../lesson/state.ts';
import type { LessonState } from '../lesson/state.ts';
import { feedsBackNow, handedInOf } from '../lesson/pacing.ts';
import { teacherView } from '../lesson/views/console.ts';
import { seatView } from '../lesson/views/seat.ts';
import { paperOf, studentView } from '../lesson/views/student.ts';
import { projectorView } from '../lesson/views/wall.ts';
import type { Log } from '../log.ts';
import type { Audiences } from './audiences.ts';
import { createBoard } from './board.ts';
import { allChanges, noChanges, noteChange } from './changes.ts';
import type { Clock } from './clock.ts';
import { coalesce } from './coalesce.ts';
import type { Timers } from './coalesce.ts';
import type { Names } from './names.ts';
import type { MoodRoom } from './moods.ts';
import type { LivePresence } from './presence.ts';

/** Wall and console get at most twenty frames a second. */
const frameEveryMs = 50;

/** After an outage late answers come one by one; the picture that all phones show then changes once a second at most. */
const latePictureEveryMs = 1000;

export type Publisher = {
  /** Remembers what an event changes, before the commit. */
  note(event: LessonEvent): void;
  /** Sends what has changed, after the commit. */
  publish(): void;
  /** The commit failed: memory may run ahead of the disk, so nothing leaves until `trust`. */
  distrust(): void;
  /** Memory is what the disk holds again; the next publication is whole. */
  trust(): void;
  /** Somebody came or went, or the address changed: wall and console only. */
  refresh(): void;
  welcome(seatId: SeatId | null): Welcome;
  studentFrame(): StudentFrame;
  projectorFrame(): ProjectorFrame;
  /** All that a console needs at its connection. */
  console(): {
    plan: PlanFrame;
    roster: RosterFrame;
    /** null in a lesson without a list of names. */
    enrolled: EnrolledFrame | null;
    frame: TeacherFrame;
    /** At one's own speed alone. */
    work: { matrix: MatrixFrame; pictures: PicturesFrame } | null;
    /** Where students may ask. */
    qa: QaFrame | null;
  };
  stop(): void;
};

/** Makes the frames of one lesson and hands each to those whom it concerns. */
export function createPublisher(deps: {
  state: () => LessonState;
  names: Names;
  presence: LivePresence;
  moods: MoodRoom;
  audiences: Audiences;
  door: (code: string) => Door;
  clock: Clock;
  timers: Timers;
  log: Log;
}): Publisher {
  const { state, names, presence, audiences, clock } = deps;
  let changes = noChanges();
  let seq = 0;
  let rosterSent = 0;
  let enrolledSent = 0;
  let trusted = true;
  let allAnswered = false;
  let qaChanged = false;

  const next = () => {
    seq += 1;
    return seq;
  };
  const moodsNow = () => {
    const moods = deps.moods.moods();
    return moods.lost + moods.slower + moods.fine > 0 ? { moods } : {};
  };
  const reactionsNow = () => {
    const reactions = deps.moods.reactions();
    return Object.values(reactions).some((count) => count > 0) ? { reactions } : {};
  };
  const qaFrame = (): QaFrame | null =>
    playOf(state().settings).qa === 'off'
      ? null
      : { seq: next(), posts: teacherPosts(state()), onWall: state().qa.onWall };
  const studentFrame = (): StudentFrame => ({
    seq: next(),
    view: studentView(state(), clock.now()),
  });
  const projectorFrame = (): ProjectorFrame => ({
    seq: next(),
    view: projectorView(state(), clock.now(), presence, names.of),
    door: deps.door(state().code),
    ...reactionsNow(),
  });
  const teacherFrame = (): TeacherFrame => ({
    seq: next(),
    view: teacherView(state(), clock.now(), presence),
    door: deps.door(state().code),
    ...moodsNow(),
    ...reactionsNow(),
  });
  const plan = (): PlanFrame => ({
    seq: next(),
    questions: state().order.flatMap((id) => state().asked.get(id)?.question ?? []),
  });

  const board = createBoard({ ...deps, next, isTrusted: () => trusted });

  function rosterFrom(from: number): RosterFrame {
    const seats = [...state().seats.values()].slice(from);
    return { from, seats: seats.map(({ id }) => ({ seatId: id, name: names.of(id) })) };
  }

  function enrolledFrom(from: number): EnrolledFrame {
    const seats = (state().roster?.seats ?? []).slice(from);
    return { from, seats: seats.map((seatId) => ({ seatId, name: names.of(seatId) })) };
  }

  function showScreens() {
    const enrolled = state().roster?.seats.length ?? 0;
    if (enrolledSent < enrolled) {
      audiences.enrolled(enrolledFrom(enrolledSent));
      enrolledSent = enrolled;
    }
    if (rosterSent < state().seats.size) {
      audiences.roster(rosterFrom(rosterSent));
      rosterSent = state().seats.size;
    }
    board.show();
    const qa = qaChanged ? qaFrame() : null;
    qaChanged = false;
    if (qa) audiences.qa(qa);
    audiences.teacher(teacherFrame());
    audiences.projector(projectorFrame());
  }

  const screens = coalesce(
    () => {
      if (!trusted) return;
      try {
        showScreens();
      } catch (error) {
        // It may run by a timer, where a throw would end the program.
        deps.log.error({ error }, 'Wall and console could not be shown the lesson.');
      }
    },
    frameEveryMs,
    deps.timers,
  );

  const latePicture = coalesce(
    () => {
      if (!trusted || currentAsked(state())?.progress.phase !== 'revealed') return;
      try {
        audiences.students(studentFrame());
      } catch (error) {
        deps.log.error({ error }, 'The phones could not be shown a late answer.');
      }
    },
    latePictureEveryMs,
    deps.timers,
  );

  function sendSeat(seatId: SeatId) {
    audiences.seat(seatId, { seq: next(), seat: seatView(state(), seatId, names.of) });
  }

  return {
    note: (event) => noteChange(changes, event),
    publish() {
      const { students, everySeat, answeredTo, seats, answers } = changes;
      board.note(changes);
      const paper = changes.paper ? paperOf(state()).paper : undefined;
      const planChanged = changes.plan;
      const moved = [...changes.devices];
      qaChanged ||= changes.qa;
      const lateCounted = changes.late;
      changes = noChanges();
      // The own result goes first, so that a phone never shows the reveal without it.
      if (everySeat) for (const seatId of state().seats.keys()) seats.add(seatId);
      for (const questionId of answeredTo)
        for (const seatId of state().asked.get(questionId)?.answers.keys() ?? []) seats.add(seatId);
      // The one who answered knows by the tick; another tab of the same seat does not.
      const tellsNow = feedsBackNow(state().settings);
      for (const seatId of answers)
        if (presence.connections(seatId) > 1 || tellsNow) seats.add(seatId);
      for (const seatId of seats) if (presence.isHere(seatId)) sendSeat(seatId);
      // Before the view that tells of it, so that no phone has to wait for its questions or their keys.
      if (paper) audiences.paper({ seq: next(), paper });
      if (students) audiences.students(studentFrame());
      else if (lateCounted) latePicture.ask();
      if (moved.length > 0) audiences.moved(moved);
      if (planChanged) audiences.plan(plan());
      // The last answer is what the room waits for: it is on the wall at once.
      const all = everybodyAnswered(state());
      if (all && !allAnswered) screens.now();
      else screens.ask();
      allAnswered = all;
    },
    distrust() {
      trusted = false;
      changes = allChanges();
      rosterSent = 0;
      enrolledSent = 0;
    },
    trust() {
      trusted = true;
      screens.ask();
    },
    refresh: () => screens.ask(),
    welcome(seatId) {
      const seat = seatId === null ? null : seatView(state(), seatId, names.of);
      const lanName = deps.door(state().code).name;
      const at = clock.now();
      const view = studentView(state(), at);
      const welcome = { seq: next(), view, seat, at, ...paperOf(state()) };
      return lanName === null ? welcome : { ...welcome, lanName };
    },
    studentFrame,
    projectorFrame,
    console: () => ({
      plan: plan(),
      roster: rosterFrom(0),
      enrolled: state().roster ? enrolledFrom(0) : null,
      frame: teacherFrame(),
      work: board.whole(),
      qa: qaFrame(),
    }),
    stop() {
      screens.stop();
      latePicture.stop();
      board.stop();
      deps.moods.stop();
    },
  };
}

function everybodyAnswered(state: LessonState): boolean {
  const asked = currentAsked(state);
  if (state.work?.standing === 'open') return state.seated > 0 && handedInOf(state) >= state.seated;
  return asked?.progress.phase === 'open' && state.seated > 0 && asked.answered >= state.seated;
}
