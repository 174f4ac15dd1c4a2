import { noConfidence } from '../contract/confidence.ts';
import type { Confidence } from '../contract/confidence.ts';
import type { SeatId } from '../contract/ids.ts';
import type { LateReason } from '../contract/late.ts';
import type { Answer, Question, Tally } from '../questions/index.ts';
import { kindOf } from '../questions/index.ts';
import { noAnswerClock } from './answer-clock.ts';
import type { AnswerClock } from './answer-clock.ts';
import type { CardMark } from './card-events.ts';
import type { Late } from './events.ts';

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

/** Points of a team's members at one question, and how many of them had a seat when its key was shown. */
export type TeamSum = { sum: number; of: number };

/** What an answer earned; `bonus` for its place in a row of right ones. */
export type Earned = { base: number; bonus: number; right: boolean };

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
