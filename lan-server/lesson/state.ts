import { noConfidence } from '../contract/confidence.ts';
import type { Confidence } from '../contract/confidence.ts';
import type { WorkStanding } from '../contract/work.ts';
import { noQuestions } from './posts.ts';
import type { Qa } from './posts.ts';
import type { CardMark } from './card-events.ts';
import type { LateReason } from '../contract/late.ts';
import type { CommandId, LessonId, QuestionId, SeatId } from '../contract/ids.ts';
import type { Answer, Question, Tally } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';
import { seatCode } from '../contract/seat-code.ts';
import { noAnswerClock } from './answer-clock.ts';
import type { AnswerClock } from './answer-clock.ts';
import type { Late, LessonSettings, Wall } from './events.ts';
import type { BoardKind } from '../contract/game.ts';
import type { RosterState } from './roster-state.ts';

/** A running timer ends at a moment; a paused one holds what is left. Both in ms. */
export type TimerState =
  | { running: true; closesAt: number; totalMs: number }
  | { running: false; leftMs: number; totalMs: number };

export type Progress =
  | { phase: 'fresh' }
  | { phase: 'open'; timer: TimerState | null }
  | { phase: 'closed' }
  /** Also what is only shown (a slide), from the moment it stands there. */
  | { phase: 'revealed' }
  | { phase: 'skipped' };

/** The answer of one seat that counts in the current round, as stored at `at`. */
export type CountedAnswer = {
  answer: Answer;
  at: number;
  late?: Late;
  sure?: boolean;
  /** Which of the seat's devices said it; left out: the first. */
  by?: number;
};

/** The work of a lesson at one's own speed, from its start on. Times are ms since 1970. */
export type Work = {
  standing: WorkStanding;
  openedAt: number;
  timer: TimerState | null;
  /** Who has finished, since when. */
  handedIn: Map<SeatId, number>;
};

/** The first round that anybody answered, kept once there is a further one. */
export type FirstVote = {
  round: number;
  answers: Map<SeatId, CountedAnswer>;
  /** Of seats that are not removed. */
  tally: Tally;
  answered: number;
  right: number;
};

/**
 * One question of the lesson with what has become of it. Answers are those of the current round; of earlier ones the first
 * alone is kept here, so that a question takes at most twice its memory however often it is asked.
 */
export type Asked = {
  question: Question;
  progress: Progress;
  /** 0 before it was ever opened. */
  round: number;
  /** When the round was first opened, ms since 1970; 0 before. */
  openedAt: number;
  /** When the round was last closed; null before. */
  closedAt: number | null;
  answers: Map<SeatId, CountedAnswer>;
  /** Seats with an answer to this round that arrived late and does not count. */
  tooLate: Map<SeatId, LateReason>;
  /** Of seats with several devices: what each said last in this round, by its place among them. */
  byDevice: Map<SeatId, Map<number, Answer>>;
  /** Of seats that are not removed. */
  tally: Tally;
  answered: number;
  right: number;
  /** Of an open question: what was decided about answers (moderation.ts), and the wall's page from 0. */
  cards: Map<SeatId, CardMark>;
  cardPage: number;
  first: FirstVote | null;
  /** Of seats that answered the first vote and this one: who went from which option to which. null: see `Comparison`. */
  flow: number[][] | null;
  /** Seats that answered both. */
  both: number;
  /** This round and those before it were voted without the key having been shown. */
  talked: boolean;
  /** How sure students are of their answers, of seats that are not removed. */
  confidence: Confidence;
  /** The class talks with its neighbours. */
  talk: { timer: TimerState | null } | null;
  /** How long the round could be answered. */
  clock: AnswerClock;
  /** When its key was shown, ms since 1970; 0 before. */
  revealedAt: number;
  /** By seat, while the key is shown; null before, and where no points can be had. */
  earned: Map<SeatId, Earned> | null;
  /** The same by team. */
  teams: TeamSum[];
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

/** Points of a team's members at one question, and how many of them had a seat when its key was shown. */
export type TeamSum = { sum: number; of: number };

/** What an answer earned; `bonus` for its place in a row of right ones. */
export type Earned = { base: number; bonus: number; right: boolean };

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
export function emptyGame(): Game {
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

/** A question that nobody has answered. */
export function freshlyAsked(question: Question): Asked {
  return {
    question,
    progress: { phase: 'fresh' },
    round: 0,
    openedAt: 0,
    closedAt: null,
    answers: new Map(),
    tooLate: new Map(),
    byDevice: new Map(),
    tally: kindOf(question).emptyTally(question),
    answered: 0,
    right: 0,
    cards: new Map(),
    cardPage: 0,
    first: null,
    flow: null,
    both: 0,
    talked: false,
    confidence: noConfidence(),
    talk: null,
    clock: noAnswerClock(),
    revealedAt: 0,
    earned: null,
    teams: [],
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
