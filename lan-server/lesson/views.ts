import type {
  Phase,
  ProjectorView,
  SeatView,
  StudentView,
  TeacherView,
  Timer,
} from '../contract/frames.ts';
import { phaseLetters } from '../contract/frames.ts';
import type { MatrixFrame, Paper, PicturesFrame, SeatWork } from '../contract/work.ts';
import type { SeatId } from '../contract/ids.ts';
import { kindOf, takesAnswers } from '../questions/index.ts';
import { moreExplanation } from '../questions/words.ts';
import type { Picture } from '../questions/index.ts';
import { cardCounts, wallCards } from './moderation.ts';
import { boardView, consoleGame, ownGame } from './boards.ts';
import { playOf } from './events.ts';
import { feedsBackNow, handedInOf, isSelfPaced, rowOf } from './pacing.ts';
import { asksSureOf, confidenceOf } from './confidence.ts';
import { comparison, worthTalking } from './peer.ts';
import { devicesView } from './devices.ts';
import { postOnWall } from './qa.ts';
import { rosterView } from './roster.ts';
import { tidy } from './scoring.ts';
import type { Asked, CountedAnswer, LessonState, Progress, TimerState, Work } from './state.ts';
import { currentAsked } from './state.ts';

/**
 * What an audience may know. Secrets leave the lesson through this file alone: key and explanation of a question appear for
 * students and wall only in `revealed`, and another student's answer never. With feedback at once, key and explanation reach
 * the one seat whose answer to that question stands and is final.
 */

/** Who is connected now, and who may hold answers; known to the room, not to the journal. Times are ms since 1970. */
export type Presence = {
  here: number;
  isHere(seatId: SeatId): boolean;
  /** When the last device of a seat went; null: it is there, or never was. */
  goneAt(seatId: SeatId): number | null;
  /** When a device of this seat last told that it holds an unsent answer; null: none does. */
  holdsSince(seatId: SeatId): number | null;
  /** Whether a device is connected and was heard lately. Left out: nobody asks. */
  isThere?(device: string): boolean;
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
    ...talkBack(state),
    stage: studentStage(state, now),
    ...(state.game.board && { board: state.game.board }),
  };
}

function studentStage(state: LessonState, now: number): StudentView['stage'] {
  const asked = currentAsked(state);
  // After the lesson everybody can go on reading what was right.
  if (asked === null || (state.work && state.status === 'ended'))
    return workStage(state, now) ?? { at: 'lobby' };
  const place = placeOf(state, asked);
  const { progress } = asked;
  switch (progress.phase) {
    case 'fresh':
    case 'skipped':
      return { at: 'ready', ...place };
    case 'open':
      return {
        at: 'open',
        ...place,
        ...publicly(asked),
        timer: timerOf(progress, now),
        ...(asksSureOf(state.settings, asked) && { asksSure: true }),
      };
    case 'closed':
      return { at: 'closed', ...place, ...publicly(asked), ...talking(asked, now) };
    case 'revealed':
      return { at: 'revealed', ...place, ...publicly(asked), ...revealed(asked) };
    default:
      return progress satisfies never;
  }
}

function workStage({ work, settings }: LessonState, now: number) {
  if (work === null) return null;
  const { feedback, mixed } = playOf(settings);
  const timer = timerNow(work.timer, now);
  return { at: 'work' as const, standing: work.standing, feedback, mixed, timer };
}

/** The questions of the work, once it has started: redacted, with their keys only after the release. */
export function paperOf(state: LessonState): { paper?: Paper } {
  if (state.work === null) return {};
  const questions = state.order.flatMap((id) => {
    const asked = state.asked.get(id);
    if (!asked) return [];
    // What is only shown (a slide) is in round 0 and has nothing to reveal.
    if (!takesAnswers(asked.question)) return [{ ...publicly(asked), round: 0 }];
    const released = asked.progress.phase === 'revealed';
    return [{ ...publicly(asked), ...(released && { shown: shown(asked) }) }];
  });
  return { paper: { questions } };
}

/** What one seat may know of its own work. */
function seatWorkOf(state: LessonState, seatId: SeatId): { work?: SeatWork } {
  if (state.work === null) return {};
  const answers: SeatWork['answers'] = [];
  const results: SeatWork['results'] = [];
  const now = feedsBackNow(state.settings);
  for (const asked of state.asked.values()) {
    const counted = asked.answers.get(seatId);
    if (!counted) continue;
    const { question, round } = asked;
    const about = { questionId: question.id, round };
    answers.push({ ...about, answer: counted.answer, at: counted.at });
    const released = asked.progress.phase === 'revealed';
    if (!released && !now) continue;
    const grade = kindOf(question).grade(question, counted.answer);
    results.push({
      ...about,
      right: grade?.right ?? null,
      points: tidy((grade?.credit ?? 0) * question.points),
      ...(!released && { shown: shown(asked) }),
    });
  }
  return { work: { handedIn: state.work.handedIn.has(seatId), answers, results } };
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
    ...(seat?.waits && { waits: true }),
    points: tidy(seat?.points ?? 0),
    answer: at && counted ? { ...at, ...said(counted) } : null,
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
    ...seatWorkOf(state, seatId),
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
    ...((state.locked || (state.begun && !playOf(state.settings).lateJoin)) && { closed: true }),
    seats: state.seated,
    here: hereOf(state, presence),
    names: newest(state, nameOf),
    ...wallPost(state),
    stage: projectorStage(state, now),
    ...(state.game.board && { board: boardView(state, state.game.board, nameOf) }),
    ...(playOf(state.settings).confetti && { confetti: true as const }),
  };
}

function projectorStage(state: LessonState, now: number): ProjectorView['stage'] {
  const asked = currentAsked(state);
  if (asked === null) return workOnWall(state, now) ?? { at: 'lobby' };
  const base = { ...placeOf(state, asked), ...publicly(asked) };
  const counted = { answered: asked.answered, seated: state.seated };
  const picture = state.wall.results ? unkeyedPictureOf(state, asked) : null;
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
      const shown = { ...revealed(asked), picture: withCards(state, asked, pictureOf(asked)) };
      return { at: 'revealed', ...base, ...counted, ...shown, ...compared };
    }
    default:
      return progress satisfies never;
  }
}

function workOnWall(state: LessonState, now: number) {
  const { work } = state;
  if (work === null) return null;
  return {
    at: 'work' as const,
    standing: work.standing,
    timer: timerNow(work.timer, now),
    seated: state.seated,
    handedIn: handedInOf(state),
    counts: state.order.map((id) => {
      const asked = state.asked.get(id);
      return asked && takesAnswers(asked.question) ? asked.answered : null;
    }),
  };
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
    ...(state.locked && { locked: true }),
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
      right: rightOf(asked),
      ...cardsOf(state, asked),
      ...talking(asked, now),
      ...(worthTalking(asked) && { worthTalking: true }),
      ...confidenceOf(asked),
      ...compare(asked),
    },
    ...(game && { game }),
    ...rosterView(state),
    ...devicesView(state, presence.isThere),
    ...workForTeacher(state, now),
  };
}

function cardsOf(state: LessonState, asked: Asked) {
  const cards = cardCounts(state, asked);
  return cards && { cards };
}

function rightOf({ question, right }: Asked): number | null {
  return kindOf(question).key(question) === null ? null : right;
}

function workForTeacher(state: LessonState, now: number): Pick<TeacherView, 'work'> {
  if (!isSelfPaced(state.settings)) return {};
  const { feedback, minutes } = playOf(state.settings);
  const asked = state.order.flatMap((id) => state.asked.get(id) ?? []);
  return {
    work: {
      standing: state.work?.standing ?? 'ready',
      feedback,
      minutes,
      timer: timerNow(state.work?.timer ?? null, now),
      handedIn: handedInOf(state),
      answered: asked.map(({ answered }) => answered),
      right: asked.map(rightOf),
    },
  };
}

/** Rows of the console's matrix for these seats; `null`: for all. */
export function matrixRows(
  state: LessonState,
  seatIds: Iterable<SeatId> | null,
  now: number,
): MatrixFrame['rows'] {
  const rows: MatrixFrame['rows'] = [];
  for (const seatId of seatIds ?? state.seats.keys()) {
    const seat = state.seats.get(seatId);
    if (seat) rows.push(rowOf(state, seat, now));
  }
  return rows;
}

/** For the console: how each question that `isWanted` was answered so far. */
export function picturesOf(
  state: LessonState,
  isWanted: (asked: Asked) => boolean,
): PicturesFrame['pictures'] {
  return state.order.flatMap((id) => {
    const asked = state.asked.get(id);
    return asked && isWanted(asked) ? [{ questionId: id, picture: pictureOf(asked) }] : [];
  });
}

function grid(state: LessonState, asked: Asked | null, presence: Presence): string {
  let seats = '';
  for (const seat of state.seats.values()) {
    if (seat.waits) seats += presence.isHere(seat.id) ? 'q' : 'Q';
    else if (seat.removed) seats += 'x';
    else {
      const letter = letterOf(state, seat.id, asked, presence);
      seats += presence.isHere(seat.id) ? letter : letter.toUpperCase();
    }
  }
  return seats;
}

function letterOf(
  state: LessonState,
  seatId: SeatId,
  asked: Asked | null,
  presence: Presence,
): string {
  const holdsSince = presence.holdsSince(seatId);
  // What is held of an earlier question is no matter of this one.
  if (holdsSince !== null && holdsSince >= (asked?.openedAt ?? 0)) return 'h';
  const counted = asked?.answers.get(seatId);
  if (counted) return counted.late?.byMs ? 'l' : 'a';
  if (asked?.tooLate.has(seatId)) return 't';
  if (asked === null && state.work) return workLetterOf(state.work, seatId, presence);
  return asked && mayHold(seatId, asked, presence) ? 'm' : 'w';
}

/** Offline, but it was there while the question was open: it may have been answered on the phone. */
function mayHold(seatId: SeatId, asked: Asked, presence: Presence): boolean {
  const { phase } = asked.progress;
  if (phase !== 'open' && phase !== 'closed') return false;
  const goneAt = presence.goneAt(seatId);
  return goneAt !== null && goneAt >= asked.openedAt;
}

/** The same for the whole work, where handing in is what is waited for. */
function workLetterOf(
  { standing, openedAt, handedIn }: Work,
  seatId: SeatId,
  presence: Presence,
): string {
  if (handedIn.has(seatId)) return 'a';
  const goneAt = presence.goneAt(seatId);
  return standing !== 'released' && goneAt !== null && goneAt >= openedAt ? 'm' : 'w';
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

function shown({ question }: Asked) {
  // A slide has nothing to explain.
  const asks = takesAnswers(question);
  const more = asks ? moreExplanation(question) : undefined;
  return {
    key: kindOf(question).key(question),
    explanation: asks ? question.explanation : '',
    ...(more && { moreExplanation: more }),
  };
}

function revealed(asked: Asked) {
  return { ...shown(asked), picture: pictureOf(asked) };
}

function pictureOf(asked: Asked) {
  return kindOf(asked.question).picture(asked.question, asked.tally);
}

function said({ answer, at, sure }: CountedAnswer) {
  return { answer, at, ...(sure !== undefined && { sure }) };
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
function unkeyedPictureOf(state: LessonState, asked: Asked) {
  const { question, tally } = asked;
  const kind = kindOf(question);
  return withCards(state, asked, (kind.unkeyedPicture ?? kind.picture)(question, tally));
}

/** The wall alone sees what students wrote to an open question, and of that what the teacher lets through. */
function withCards(state: LessonState, asked: Asked, picture: Picture): Picture {
  const board = wallCards(state, asked);
  return board === null ? picture : { ...picture, board };
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

/** What a phone may offer besides answering. */
function talkBack({ settings }: LessonState): Pick<StudentView, 'talk'> {
  const { qa, pulse, reactions } = playOf(settings);
  return qa !== 'off' || pulse || reactions ? { talk: { qa: qa !== 'off', pulse, reactions } } : {};
}

function wallPost(state: LessonState): Pick<ProjectorView, 'post'> {
  const post = postOnWall(state);
  return post ? { post } : {};
}
