import type { Identity } from '../contract/frames.ts';
import type { BoardKind } from '../contract/game.ts';
import type { LateReason, LateRule } from '../contract/late.ts';
import { defaultPlay } from '../contract/play.ts';
import type { Play } from '../contract/play.ts';
import type { QaEvent } from './posts.ts';
import type { CommandId, LessonId, QuestionId, SeatId } from '../contract/ids.ts';
import type { Answer, Key, Question } from '../questions/index.ts';
import type { CardEvent } from './card-events.ts';
import type { RosterEvent } from './roster-events.ts';
import type { WorkEvent } from './work-events.ts';

/**
 * Settings of a lesson, frozen at its start. Lessons of older programs have no `late`, which means `tapped`, and no `play` or only
 * some of its keys (`playOf` gives all).
 */
export type LessonSettings = {
  identity: Identity;
  changes: boolean;
  late?: LateRule;
  play?: Partial<Play>;
};

/** How a lesson is played: what it was started with, and defaults for what its program did not know yet. */
export function playOf({ play }: LessonSettings): Play {
  const all = { ...defaultPlay, ...play };
  // At one's own speed nobody is quicker than another, and right answers come in no common order.
  return all.pacing === 'self' ? { ...all, scoring: 'accuracy', streaks: false } : all;
}

/**
 * Of an answer that did not come at once: when it was tapped (ms since 1970, server's clock), and how long after the closing it
 * arrived, ms; 0 while the question was open.
 */
export type Late = { tappedAt: number; byMs: number };

/** What the wall shows besides the stage. */
export type Wall = {
  blank: boolean;
  join: boolean;
  results: boolean;
  light: boolean;
  /** After the reveal: the first vote beside the last. Older journals do not have it. */
  compare?: boolean;
};

/**
 * The journal's events, past tense. Names never enter: a seat's id does. Times are ms since 1970 by the server's clock and
 * travel beside the event (`StoredEvent.at`).
 */
export type LessonEvent =
  | {
      type: 'started';
      lessonId: LessonId;
      title: string;
      subject: string;
      code: string;
      settings: LessonSettings;
      questions: Question[];
      /** The seats of a lesson with a list of names, one for each student of its class. */
      roster?: SeatId[];
    }
  /**
   * `device` is the SHA-256 of the device's token; `team` the one that was drawn, where teams are drawn. `waits`: for the
   * teacher's yes, which is `seatRestored`; its no is `seatRemoved`. `admitted`: the teacher has said yes to this device before.
   */
  | {
      type: 'seatTaken';
      seatId: SeatId;
      device: string;
      team?: number;
      waits?: true;
      admitted?: true;
    }
  /** Another device came to a seat by its code; `device` as above. It leaves the seat that it may have held. */
  | { type: 'deviceJoined'; seatId: SeatId; device: string }
  /** `mayReturn`: its devices lead to no seat any more, and may take a new one. */
  | { type: 'seatRemoved'; seatId: SeatId; mayReturn?: true }
  | { type: 'seatRestored'; seatId: SeatId }
  | { type: 'wentTo'; questionId: QuestionId | null }
  /** `closesAt` null = no timer. A new `round` starts with no answers. */
  | {
      type: 'questionOpened';
      questionId: QuestionId;
      round: number;
      closesAt: number | null;
      totalMs: number | null;
    }
  | {
      type: 'answered';
      seatId: SeatId;
      questionId: QuestionId;
      round: number;
      answer: Answer;
      commandId: CommandId;
      late?: Late;
      /** How sure the student is; with the answer that stands already it only adds to it. */
      sure?: boolean;
      /** Of a seat with several devices: which one's answer it is, from 0 in the order in which they came. */
      by?: number;
    }
  /** Arrived after the closing and does not count: kept with the reason, so that nothing is lost. */
  | {
      type: 'answerTooLate';
      seatId: SeatId;
      questionId: QuestionId;
      round: number;
      answer: Answer;
      commandId: CommandId;
      tappedAt: number;
      reason: LateReason;
      sure?: boolean;
      by?: number;
    }
  /** More time; a question without a timer gets one that ends `byMs` after the event. */
  | { type: 'timerExtended'; questionId: QuestionId; byMs: number }
  | { type: 'questionClosed'; questionId: QuestionId; because: 'teacher' | 'time' }
  /** The class talks with its neighbours about what it has voted; `endsAt` null = no timer. */
  | {
      type: 'discussionStarted';
      questionId: QuestionId;
      endsAt: number | null;
      totalMs: number | null;
    }
  | { type: 'keyRevealed'; questionId: QuestionId }
  | { type: 'questionSkipped'; questionId: QuestionId }
  | { type: 'questionsReordered'; order: QuestionId[] }
  | { type: 'questionAdded'; question: Question; position: number }
  | { type: 'keySet'; questionId: QuestionId; key: Key | null }
  | WorkEvent
  | RosterEvent
  | CardEvent
  | { type: 'lessonPaused' }
  | { type: 'lessonResumed' }
  /** The program was gone for `lostMs` of the laptop's clock, which may have been set back; a running timer moves by as much. */
  | { type: 'recovered'; lostMs: number }
  | { type: 'wallSet'; wall: Wall }
  /** Chosen by the student or given by the teacher: a place among the lesson's teams. */
  | { type: 'teamJoined'; seatId: SeatId; team: number }
  | { type: 'boardShown'; board: BoardKind }
  | { type: 'boardHidden' }
  | { type: 'doorLocked'; locked: boolean }
  | QaEvent
  | { type: 'ended' }
  /**
   * Names, own words and device hashes of these seats were erased; `rewritten` earlier events of the journal hold something else
   * since then. Changes nothing that counts.
   */
  | { type: 'seatsErased'; seatIds: SeatId[]; rewritten: number }
  /** Never written: stands for a row of the journal that cannot be read any more, and changes nothing. */
  | { type: 'unreadable' };

/** An event with its place in the lesson's journal (`seq` from 1 without gaps) and its time. */
export type StoredEvent = { seq: number; at: number; event: LessonEvent };
