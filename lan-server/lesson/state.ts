import type { BoardKind } from '../contract/game.ts';
import type { CommandId, LessonId, QuestionId, SeatId } from '../contract/ids.ts';
import type { LateReason } from '../contract/late.ts';
import { seatCode } from '../contract/seat-code.ts';
import type { WorkStanding } from '../contract/work.ts';
import type { Asked, TimerState } from './asked.ts';
import type { LessonSettings, Wall } from './events.ts';
import { noQuestions } from './posts.ts';
import type { Qa } from './posts.ts';
import type { RosterState } from './roster-state.ts';

/** The work of a lesson at one's own speed, from its start on. Times are ms since 1970. */
export type Work = {
  standing: WorkStanding;
  openedAt: number;
  timer: TimerState | null;
  /** Who has finished, since when. */
  handedIn: Map<SeatId, number>;
};

export type Seat = {
  id: SeatId;
  /** Position from 1 in the order of joining; never reused. */
  number: number;
  /** The device that took it; `byDevice` knows those that came later. */
  device: string;
  /** All that ever came to it, in their order. */
  devices: string[];
  /** ms since 1970. */
  takenAt: number;
  /** Also while it waits for the teacher's yes. */
  removed: boolean;
  waits: boolean;
  /** Points of all revealed questions, with bonus. */
  points: number;
  /** Right answers in a row, up to the question that counted last. */
  streak: number;
  /** Place among the lesson's teams; null: in none. */
  team: number | null;
  /** The newest commands of this seat with the time of their commit: a retry gets its first reply again. */
  replies: { commandId: CommandId; at: number; late?: 'counted' | LateReason }[];
  /** How many late answers were kept without counting. */
  tooLate: number;
};

/** What the lesson knows of points across questions. */
export type Game = {
  /** Questions whose key is shown, in the order of the reveals: streaks go by it. */
  revealed: QuestionId[];
  /** Present students by points, where they are ranked; else empty. */
  ranking: Seat[];
  /** Present members by team. */
  teamSizes: number[];
  /** What stands on the wall instead of the question. */
  board: BoardKind | null;
  /** The board that was shown since the last reveal that counts. */
  shownSince: BoardKind | null;
  /** Ranks when a board was shown last, and the time before: by seat, or by team (its place as a string). */
  ranks: Map<string, number>;
  ranksBefore: Map<string, number>;
};

/** Before anything was asked. */
function emptyGame(): Game {
  return {
    revealed: [],
    ranking: [],
    teamSizes: [],
    board: null,
    shownSince: null,
    ranks: new Map(),
    ranksBefore: new Map(),
  };
}

export type Standing = 'live' | 'paused' | 'ended';

/** A lesson as its journal tells it. Belongs to one room; `evolve` updates it in place. */
export type LessonState = {
  id: LessonId;
  title: string;
  subject: string;
  code: string;
  settings: LessonSettings;
  status: Standing;
  startedAt: number;
  endedAt: number | null;
  /** Place in the journal of the last event folded in. */
  seq: number;
  order: QuestionId[];
  asked: Map<QuestionId, Asked>;
  current: QuestionId | null;
  /** null in a lesson that the teacher paces, and before the work starts. */
  work: Work | null;
  wall: Wall;
  game: Game;
  seats: Map<SeatId, Seat>;
  /** Several devices may lead to one seat: two tabs share a token, another phone has come by the seat's code. */
  byDevice: Map<string, SeatId>;
  /** Seats that several devices have come to. */
  shared: Set<SeatId>;
  /** Seats not removed. */
  seated: number;
  /** null in a lesson without a list of names. */
  roster: RosterState | null;
  /** What students ask the teacher. */
  qa: Qa;
  /** Nobody new comes in. */
  locked: boolean;
  /** A question has been opened. */
  begun: boolean;
};

/** A lesson before its first event. */
export function emptyLesson(): LessonState {
  return {
    id: '',
    title: '',
    subject: '',
    code: '',
    settings: { identity: 'anonymous', changes: true },
    status: 'live',
    startedAt: 0,
    endedAt: null,
    seq: 0,
    order: [],
    asked: new Map(),
    current: null,
    work: null,
    wall: { blank: false, join: false, results: false, light: false },
    game: emptyGame(),
    seats: new Map(),
    byDevice: new Map(),
    shared: new Set(),
    seated: 0,
    roster: null,
    qa: noQuestions(),
    locked: false,
    begun: false,
  };
}

/** The question that wall and phones are at; null in the lobby. */
export function currentAsked(state: LessonState): Asked | null {
  return state.current === null ? null : (state.asked.get(state.current) ?? null);
}

/** The seats with this code: none, one, or, hardly ever, two. */
export function seatsWithCode(state: LessonState, code: string): Seat[] {
  return [...state.seats.values()].filter(({ id }) => seatCode(id) === code);
}

/** A question that the journal names. Throws where the lesson does not have it. */
export function askedOf(state: LessonState, questionId: QuestionId): Asked {
  const asked = state.asked.get(questionId);
  if (!asked)
    throw new Error(`The journal names question ${questionId}, which the lesson does not have.`);
  return asked;
}

/** A seat that the journal names. Throws where nobody took it. */
export function seatOf(state: LessonState, seatId: SeatId): Seat {
  const seat = state.seats.get(seatId);
  if (!seat) throw new Error(`The journal names seat ${seatId}, which nobody took.`);
  return seat;
}
