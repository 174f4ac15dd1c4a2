import type {
  Phase,
  ProjectorView,
  SeatView,
  StudentView,
  TeacherView,
  Timer,
} from '../contract/frames.ts';
import { phaseLetters } from '../contract/frames.ts';
import type { SeatId } from '../contract/ids.ts';
import { kindOf } from '../questions/index.ts';
import { comparison, worthTalking } from './peer.ts';
import type { Asked, LessonState, Progress, TimerState } from './state.ts';
import { boardView, consoleGame, ownGame } from './boards.ts';
import { playOf } from './events.ts';
import { tidy } from './scoring.ts';
import { currentAsked } from './state.ts';

/**
 * What an audience may know. Secrets leave the lesson through this file alone: key and explanation of a question appear for
 * students and wall only in `revealed`, and another student's answer never.
 */

/** Who is connected now, and who may hold answers; known to the room, not to the journal. Times are ms since 1970. */
export type Presence = {
  here: number;
  isHere(seatId: SeatId): boolean;
  /** When the last device of a seat went; null: it is there, or never was. */
  goneAt(seatId: SeatId): number | null;
  /** When a device of this seat last told that it holds an unsent answer; null: none does. */
  holdsSince(seatId: SeatId): number | null;
};

/** Names stand outside the journal. null in an anonymous lesson. */
export type NameOf = (seatId: SeatId) => string | null;

const newestNames = 40;

/** The one view that all students share. */
export function studentView(state: LessonState, now: number): StudentView {
  return {
    lesson: {
      id: state.id,
      title: state.title,
      code: state.code,
      identity: state.settings.identity,
    },
    status: state.status,
    changes: state.settings.changes,
    stage: studentStage(state, now),
    ...(state.game.board && { board: state.game.board }),
  };
}

function studentStage(state: LessonState, now: number): StudentView['stage'] {
  const asked = currentAsked(state);
  if (asked === null) return { at: 'lobby' };
  const place = placeOf(state, asked);
  const { progress } = asked;
  switch (progress.phase) {
    case 'fresh':
    case 'skipped':
      return { at: 'ready', ...place };
    case 'open':
      return { at: 'open', ...place, ...publicly(asked), timer: timerOf(progress, now) };
    case 'closed':
      return { at: 'closed', ...place, ...publicly(asked), ...talking(asked, now) };
    case 'revealed':
      return { at: 'revealed', ...place, ...publicly(asked), ...revealed(asked) };
    default:
      return progress satisfies never;
  }
}

/** What one seat alone may know: its own counted answer, and after the reveal its own result. */
export function seatView(state: LessonState, seatId: SeatId, nameOf: NameOf): SeatView {
  const seat = state.seats.get(seatId);
  const asked = currentAsked(state);
  const counted = asked?.answers.get(seatId);
  const earned = asked?.earned?.get(seatId);
  const game = seat && ownGame(state, seat);
  const at = asked && counted ? { questionId: asked.question.id, round: asked.round } : null;
  return {
    seatId,
    name: nameOf(seatId),
    removed: seat?.removed ?? false,
    points: tidy(seat?.points ?? 0),
    answer: at && counted ? { ...at, answer: counted.answer, at: counted.at } : null,
    ...firstOf(asked, seatId),
    result:
      at && asked?.progress.phase === 'revealed' && counted
        ? {
            ...at,
            right: kindOf(asked.question).grade(asked.question, counted.answer)?.right ?? null,
            points: tidy(earned ? earned.base + earned.bonus : 0),
            total: tidy(seat?.points ?? 0),
            ...(earned && earned.bonus > 0 && { bonus: tidy(earned.bonus) }),
          }
        : null,
    ...(game && { game }),
  };
}

/** What the wall may draw. Its size does not grow with the class. */
export function projectorView(
  state: LessonState,
  now: number,
  presence: Presence,
  nameOf: NameOf,
): ProjectorView {
  return {
    lesson: {
      id: state.id,
      title: state.title,
      subject: state.subject,
      identity: state.settings.identity,
    },
    status: state.status,
    wall: state.wall,
    seats: state.seated,
    here: hereOf(state, presence),
    names: newest(state, nameOf),
    stage: projectorStage(state, now),
    ...(state.game.board && { board: boardView(state, state.game.board, nameOf) }),
    ...(playOf(state.settings).confetti && { confetti: true as const }),
  };
}

function projectorStage(state: LessonState, now: number): ProjectorView['stage'] {
  const asked = currentAsked(state);
  if (asked === null) return { at: 'lobby' };
  const base = { ...placeOf(state, asked), ...publicly(asked) };
  const counted = { answered: asked.answered, seated: state.seated };
  const picture = state.wall.results ? unkeyedPictureOf(asked) : null;
  const { progress } = asked;
  switch (progress.phase) {
    case 'fresh':
    case 'skipped':
      return { at: 'ready', ...base };
    case 'open':
      return { at: 'open', ...base, ...counted, timer: timerOf(progress, now), picture };
    case 'closed':
      return { at: 'closed', ...base, ...counted, picture, ...talking(asked, now) };
    case 'revealed': {
      const compared = state.wall.compare ? compare(asked) : {};
      return { at: 'revealed', ...base, ...counted, ...revealed(asked), ...compared };
    }
    default:
      return progress satisfies never;
  }
}

/** What the console shows; questions and names travel beside it. */
export function teacherView(state: LessonState, now: number, presence: Presence): TeacherView {
  const asked = currentAsked(state);
  const seats = grid(state, asked, presence);
  const game = consoleGame(state);
  return {
    lesson: {
      id: state.id,
      title: state.title,
      subject: state.subject,
      identity: state.settings.identity,
      changes: state.settings.changes,
      startedAt: state.startedAt,
      endedAt: state.endedAt,
    },
    status: state.status,
    wall: state.wall,
    seats: state.seated,
    here: hereOf(state, presence),
    grid: seats,
    holding: countIn(seats, 'hH'),
    outOfReach: countIn(seats, 'M'),
    phases: state.order.map((id) => phaseLetters[phaseOf(state, id)]).join(''),
    current: asked && {
      ...placeOf(state, asked),
      answered: asked.answered,
      seated: state.seated,
      questionId: asked.question.id,
      phase: asked.progress.phase,
      round: asked.round,
      timer: timerOf(asked.progress, now),
      picture: pictureOf(asked),
      right: kindOf(asked.question).key(asked.question) === null ? null : asked.right,
      ...talking(asked, now),
      ...(worthTalking(asked) && { worthTalking: true }),
      ...compare(asked),
    },
    ...(game && { game }),
  };
}

function grid(state: LessonState, asked: Asked | null, presence: Presence): string {
  let seats = '';
  for (const seat of state.seats.values()) {
    if (seat.removed) seats += 'x';
    else {
      const letter = letterOf(seat.id, asked, presence);
      seats += presence.isHere(seat.id) ? letter : letter.toUpperCase();
    }
  }
  return seats;
}

function letterOf(seatId: SeatId, asked: Asked | null, presence: Presence): string {
  const holdsSince = presence.holdsSince(seatId);
  // What is held of an earlier question is no matter of this one.
  if (holdsSince !== null && holdsSince >= (asked?.openedAt ?? 0)) return 'h';
  const counted = asked?.answers.get(seatId);
  if (counted) return counted.late?.byMs ? 'l' : 'a';
  if (asked?.tooLate.has(seatId)) return 't';
  return asked && mayHold(seatId, asked, presence) ? 'm' : 'w';
}

/** Offline, but it was there while the question was open: it may have been answered on the phone. */
function mayHold(seatId: SeatId, asked: Asked, presence: Presence): boolean {
  const { phase } = asked.progress;
  if (phase !== 'open' && phase !== 'closed') return false;
  const goneAt = presence.goneAt(seatId);
  return goneAt !== null && goneAt >= asked.openedAt;
}

function countIn(seats: string, letters: string): number {
  let count = 0;
  for (const letter of seats) if (letters.includes(letter)) count += 1;
  return count;
}

/** Connected seats that are in the lesson: a removed student's phone may still be there. */
function hereOf(state: LessonState, presence: Presence): number {
  if (state.seated === state.seats.size) return presence.here;
  let here = 0;
  for (const { id, removed } of state.seats.values())
    if (!removed && presence.isHere(id)) here += 1;
  return here;
}

function phaseOf(state: LessonState, questionId: string): Phase {
  return state.asked.get(questionId)?.progress.phase ?? 'fresh';
}

function placeOf(state: LessonState, asked: Asked) {
  return { number: state.order.indexOf(asked.question.id) + 1, of: state.order.length };
}

function publicly(asked: Asked) {
  return { round: asked.round, question: kindOf(asked.question).redact(asked.question) };
}

function revealed(asked: Asked) {
  return {
    key: kindOf(asked.question).key(asked.question),
    explanation: asked.question.explanation,
    picture: pictureOf(asked),
  };
}

function pictureOf(asked: Asked) {
  return kindOf(asked.question).picture(asked.question, asked.tally);
}

function compare(asked: Asked) {
  const compared = comparison(asked);
  return compared && { compared };
}

function talking({ talk }: Asked, now: number) {
  return talk && { talk: { timer: timerNow(talk.timer, now) } };
}

/** What this seat answered first, where there was a vote before this one. */
function firstOf(asked: Asked | null, seatId: SeatId) {
  const before = asked?.first?.answers.get(seatId);
  if (!asked?.first || !before) return null;
  const { question, first } = asked;
  return { first: { questionId: question.id, round: first.round, answer: before.answer } };
}

/** What the wall may show before the reveal: nothing that says what is right. */
function unkeyedPictureOf({ question, tally }: Asked) {
  const kind = kindOf(question);
  return (kind.unkeyedPicture ?? kind.picture)(question, tally);
}

function timerOf(progress: Progress, now: number): Timer | null {
  return progress.phase === 'open' ? timerNow(progress.timer, now) : null;
}

function timerNow(timer: TimerState | null, now: number): Timer | null {
  if (timer === null) return null;
  return timer.running
    ? { leftMs: Math.max(0, timer.closesAt - now), totalMs: timer.totalMs, running: true }
    : { leftMs: timer.leftMs, totalMs: timer.totalMs, running: false };
}

function newest(state: LessonState, nameOf: NameOf): string[] {
  const names: string[] = [];
  const seats = [...state.seats.values()];
  for (let at = seats.length - 1; at >= 0 && names.length < newestNames; at -= 1) {
    const seat = seats[at];
    const name = seat && !seat.removed ? nameOf(seat.id) : null;
    if (name !== null) names.push(name);
  }
  return names;
}
