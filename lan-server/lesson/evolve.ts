import type { SeatId } from '../contract/ids.ts';
import { kindOf, takesAnswers } from '../questions/index.ts';
import {
  extendClock,
  noAnswerClock,
  resumeClock,
  skipOnClock,
  startClock,
  stopClock,
} from './answer-clock.ts';
import { countAnswer, countSeat, recount } from './counting.ts';
import type { LessonEvent, StoredEvent } from './events.ts';
import { noteDevice } from './devices.ts';
import { countFirst, keepFirst } from './peer.ts';
import { evolveRoster, noteArrival } from './roster.ts';
import { rosterOf } from './roster-state.ts';
import { countedBy } from './confidence.ts';
import {
  award,
  enterGame,
  joinTeam,
  reawardSeat,
  regrade,
  setPresent,
  showBoard,
  withdraw,
} from './game.ts';
import { evolveWork } from './pacing.ts';
import { forgetMark, moderated, noCards } from './moderation.ts';
import type { Asked, LessonState, Seat, TimerState } from './state.ts';
import { evolveQa } from './qa.ts';
import { currentAsked, emptyLesson, freshlyAsked } from './state.ts';

/** Retries come within seconds; older command ids need not be remembered. */
const rememberedReplies = 32;

/** Folds one event into the state, in place. Events come from the journal and are taken as true. */
export function evolve(state: LessonState, stored: StoredEvent): void {
  const { event, at } = stored;
  state.seq = stored.seq;
  switch (event.type) {
    case 'started':
      state.id = event.lessonId;
      state.title = event.title;
      state.subject = event.subject;
      state.code = event.code;
      state.settings = event.settings;
      state.startedAt = at;
      state.roster = event.roster ? rosterOf(event.roster) : null;
      state.order = event.questions.map((question) => question.id);
      state.asked = new Map(
        event.questions.map((question) => [question.id, freshlyAsked(question)]),
      );
      return;
    case 'seatTaken':
      takeSeat(state, event, at);
      return;
    case 'deviceJoined':
      joinDevice(state, event);
      return;
    case 'deviceLetIn':
      if (seatOf(state, event.seatId).devices.length > 0) state.shared.add(event.seatId);
      evolveRoster(state, event, stored.seq);
      return;
    case 'seatsAdded':
    case 'seatClaimed':
    case 'claimEnded':
    case 'attendanceMarked':
      evolveRoster(state, event, stored.seq);
      return;
    case 'seatRemoved':
      setRemoved(state, event.seatId, true);
      if (event.mayReturn) letGo(state, event.seatId);
      return;
    case 'seatRestored':
      setRemoved(state, event.seatId, false);
      return;
    case 'wentTo': {
      const before = currentAsked(state);
      if (before) before.talk = null;
      state.current = event.questionId;
      state.qa.onWall = null;
      const asked = currentAsked(state);
      state.game.board = null;
      // What is only shown has nothing to open or close: standing there, it is all that it will ever be.
      if (asked && !takesAnswers(asked.question)) {
        asked.progress = { phase: 'revealed' };
        asked.openedAt = at;
      }
      const compare = asked?.progress.phase === 'revealed' && asked.talked;
      state.wall = { ...state.wall, join: false, results: false, compare };
      return;
    }
    case 'questionOpened':
      open(state, event, at);
      return;
    case 'answered': {
      const asked = askedOf(state, event.questionId);
      const seat = seatOf(state, event.seatId);
      noteDevice(asked, event.seatId, event);
      const counted = countedBy(asked.answers.get(event.seatId), event, at);
      forgetMark(asked, event.seatId, event.answer);
      if (event.late) {
        const take = () => countAnswer(asked, event.seatId, counted);
        if (asked.progress.phase === 'revealed') reawardSeat(state, asked, seat, take);
        else take();
      } else {
        countAnswer(asked, event.seatId, counted);
      }
      const { commandId } = event;
      reply(seat, event.late?.byMs ? { commandId, at, late: 'counted' } : { commandId, at });
      return;
    }
    case 'answerTooLate': {
      const asked = askedOf(state, event.questionId);
      const seat = seatOf(state, event.seatId);
      seat.tooLate += 1;
      if (event.reason === 'other_device') noteDevice(asked, event.seatId, event);
      if (event.round === asked.round) asked.tooLate.set(event.seatId, event.reason);
      reply(seat, { commandId: event.commandId, at, late: event.reason });
      return;
    }
    case 'timerExtended':
      extend(state, event, at);
      return;
    case 'questionClosed': {
      const asked = askedOf(state, event.questionId);
      asked.progress = { phase: 'closed' };
      asked.closedAt = at;
      stopClock(asked.clock, at);
      return;
    }
    case 'keyRevealed': {
      const asked = askedOf(state, event.questionId);
      asked.progress = { phase: 'revealed' };
      asked.talk = null;
      state.wall = { ...state.wall, compare: asked.talked };
      stopClock(asked.clock, at);
      state.game.board = null;
      award(state, asked, at);
      return;
    }
    case 'discussionStarted':
      discuss(state, event, at);
      return;
    case 'questionSkipped': {
      const asked = askedOf(state, event.questionId);
      asked.progress = { phase: 'skipped' };
      asked.talk = null;
      return;
    }
    case 'questionsReordered':
      state.order = event.order;
      return;
    case 'questionAdded':
      state.asked.set(event.question.id, freshlyAsked(event.question));
      state.order = state.order.toSpliced(event.position, 0, event.question.id);
      return;
    case 'keySet':
      setKey(state, event);
      return;
    case 'cardModerated':
    case 'cardsTurned':
      moderated(askedOf(state, event.questionId), event, at);
      return;
    case 'lessonPaused':
      state.status = 'paused';
      onOpenClock(state, (clock) => stopClock(clock, at));
      mapTimer(state, (timer) =>
        timer.running
          ? { running: false, leftMs: Math.max(0, timer.closesAt - at), totalMs: timer.totalMs }
          : timer,
      );
      return;
    case 'lessonResumed':
      state.status = 'live';
      onOpenClock(state, (clock) => resumeClock(clock, at));
      mapTimer(state, (timer) =>
        timer.running
          ? timer
          : { running: true, closesAt: at + timer.leftMs, totalMs: timer.totalMs },
      );
      return;
    case 'recovered':
      onOpenClock(state, (clock) => skipOnClock(clock, at, event.lostMs));
      mapTimer(state, (timer) =>
        timer.running ? { ...timer, closesAt: timer.closesAt + event.lostMs } : timer,
      );
      return;
    case 'wallSet':
      state.wall = event.wall;
      return;
    case 'teamJoined':
      joinTeam(state, seatOf(state, event.seatId), event.team);
      return;
    case 'boardShown':
      state.wall = { ...state.wall, blank: false, join: false };
      showBoard(state, event.board);
      return;
    case 'boardHidden':
      state.game.board = null;
      return;
    case 'workOpened':
    case 'workExtended':
    case 'workClosed':
    case 'workReleased':
    case 'handedIn':
    case 'takenBack':
      if (event.type === 'workOpened') {
        state.begun = true;
        state.game.board = null;
      }
      evolveWork(state, event, at);
      return;
    case 'posted':
    case 'postVoted':
    case 'postSet':
    case 'postShown':
      evolveQa(state, event, at);
      return;
    case 'doorLocked':
      state.locked = event.locked;
      return;
    case 'ended':
      state.status = 'ended';
      state.endedAt = at;
      return;
    case 'seatsErased':
    case 'unreadable':
      return;
    default:
      event satisfies never;
  }
}

/**
 * A lesson folded from its journal: the only way back after a restart. An event that does not fit what came before throws,
 * or is left out where `unfit` is given, which is told.
 */
export function fold(
  events: Iterable<StoredEvent>,
  unfit?: (stored: StoredEvent, error: unknown) => void,
): LessonState {
  const state = emptyLesson();
  for (const stored of events) {
    try {
      evolve(state, stored);
    } catch (error) {
      if (!unfit) throw error;
      unfit(stored, error);
    }
  }
  return state;
}

function askedOf(state: LessonState, questionId: string): Asked {
  const asked = state.asked.get(questionId);
  if (!asked)
    throw new Error(`The journal names question ${questionId}, which the lesson does not have.`);
  return asked;
}

function seatOf(state: LessonState, seatId: SeatId): Seat {
  const seat = state.seats.get(seatId);
  if (!seat) throw new Error(`The journal names seat ${seatId}, which nobody took.`);
  return seat;
}

function reply(seat: Seat, given: Seat['replies'][number]): void {
  seat.replies.push(given);
  if (seat.replies.length > rememberedReplies) seat.replies.shift();
}

function takeSeat(
  state: LessonState,
  { seatId, device, team, waits: asks }: Extract<LessonEvent, { type: 'seatTaken' }>,
  at: number,
): void {
  const number = state.seats.size + 1;
  const waits = asks ?? false;
  const seat: Seat = {
    id: seatId,
    number,
    device,
    devices: [device],
    takenAt: at,
    removed: waits,
    waits,
    points: 0,
    streak: 0,
    team: team ?? null,
    replies: [],
    tooLate: 0,
  };
  state.seats.set(seatId, seat);
  state.byDevice.set(device, seatId);
  noteArrival(state, seat, device);
  if (waits) return;
  enterGame(state, seat);
  state.seated += 1;
}

function setRemoved(state: LessonState, seatId: SeatId, removed: boolean): void {
  const seat = seatOf(state, seatId);
  seat.waits = false;
  if (!removed) noteArrival(state, seat, seat.devices[0] ?? '');
  if (seat.removed === removed) return;
  setPresent(state, seat, !removed);
  state.seated += removed ? -1 : 1;
  // A removed student's answers leave the counts, and come back when the removal is undone.
  for (const asked of state.asked.values()) {
    const counted = asked.answers.get(seatId);
    const by = removed ? -1 : 1;
    countFirst(asked, seat, by);
    if (!counted) continue;
    countSeat(asked, seatId, counted, by);
  }
}

/** A device came to a seat beside those that hold it. */
function joinDevice(
  state: LessonState,
  { seatId, device }: Extract<LessonEvent, { type: 'deviceJoined' }>,
): void {
  const seat = seatOf(state, seatId);
  if (!seat.devices.includes(device)) seat.devices.push(device);
  if (seat.devices.length > 1) state.shared.add(seatId);
  state.byDevice.set(device, seatId);
  noteArrival(state, seat, device);
}

/** Its devices lead nowhere any more. */
function letGo(state: LessonState, seatId: SeatId): void {
  for (const [device, held] of state.byDevice) if (held === seatId) state.byDevice.delete(device);
}

function open(
  state: LessonState,
  event: Extract<LessonEvent, { type: 'questionOpened' }>,
  at: number,
): void {
  state.begun = true;
  const asked = askedOf(state, event.questionId);
  if (event.round !== asked.round) {
    keepFirst(asked);
    if (asked.progress.phase === 'revealed') withdraw(state, asked);
    asked.round = event.round;
    asked.clock = noAnswerClock();
    asked.openedAt = at;
    asked.closedAt = null;
    asked.answers = new Map();
    asked.tooLate = new Map();
    asked.byDevice = new Map();
    Object.assign(asked, noCards());
    recount(state, asked);
  }
  const timer: TimerState | null =
    event.closesAt === null
      ? null
      : { running: true, closesAt: event.closesAt, totalMs: event.totalMs ?? event.closesAt - at };
  asked.progress = { phase: 'open', timer };
  asked.talk = null;
  startClock(asked.clock, at, timer?.totalMs ?? null);
  state.game.board = null;
  state.wall = {
    ...state.wall,
    blank: false,
    join: false,
    // Who votes again after talking must not follow the others.
    results: kindOf(asked.question).liveOnWall && !asked.talked,
    compare: false,
  };
}

function discuss(
  state: LessonState,
  event: Extract<LessonEvent, { type: 'discussionStarted' }>,
  at: number,
): void {
  const asked = askedOf(state, event.questionId);
  const { endsAt, totalMs } = event;
  const timer: TimerState | null =
    endsAt === null ? null : { running: true, closesAt: endsAt, totalMs: totalMs ?? endsAt - at };
  asked.talk = { timer };
  state.wall = { ...state.wall, blank: false, join: false, results: false };
}

function extend(
  state: LessonState,
  { questionId, byMs }: Extract<LessonEvent, { type: 'timerExtended' }>,
  at: number,
): void {
  const asked = askedOf(state, questionId);
  // In a paused lesson a timer that is only now set waits for the end of the pause like any other.
  const none: TimerState =
    state.status === 'paused'
      ? { running: false, leftMs: 0, totalMs: 0 }
      : { running: true, closesAt: at, totalMs: 0 };
  if (asked.progress.phase === 'open') {
    asked.progress = { phase: 'open', timer: extended(asked.progress.timer ?? none, byMs) };
    extendClock(asked.clock, byMs);
  } else if (asked.talk) asked.talk = { timer: extended(asked.talk.timer ?? none, byMs) };
}

function extended(timer: TimerState, byMs: number): TimerState {
  const totalMs = timer.totalMs + byMs;
  return timer.running
    ? { running: true, closesAt: timer.closesAt + byMs, totalMs }
    : { running: false, leftMs: timer.leftMs + byMs, totalMs };
}

function setKey(state: LessonState, event: Extract<LessonEvent, { type: 'keySet' }>): void {
  const asked = askedOf(state, event.questionId);
  const question = kindOf(asked.question).withKey(asked.question, event.key);
  if (!question) return;
  asked.question = question;
  recount(state, asked);
  if (asked.progress.phase === 'revealed') regrade(state, asked);
}

function onOpenClock(state: LessonState, change: (clock: Asked['clock']) => void): void {
  const asked = currentAsked(state);
  if (asked?.progress.phase === 'open') change(asked.clock);
}

function mapTimer(state: LessonState, change: (timer: TimerState) => TimerState): void {
  if (state.work?.timer) state.work.timer = change(state.work.timer);
  const asked = currentAsked(state);
  if (asked?.progress.phase === 'open' && asked.progress.timer)
    asked.progress = { phase: 'open', timer: change(asked.progress.timer) };
  else if (asked?.talk?.timer) asked.talk = { timer: change(asked.talk.timer) };
}
