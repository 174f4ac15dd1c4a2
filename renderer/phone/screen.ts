import type { OwnGame } from '../../lan-server/contract/game.ts';
import type { SeatView, StudentView } from '../../lan-server/contract/frames.ts';
import { isSlide } from '../../lan-server/contract/slide.ts';
import type { Answer } from '../../lan-server/questions/index.ts';

type Stage = StudentView['stage'];
export type OpenStage = Extract<Stage, { at: 'open' }>;
export type ClosedStage = Extract<Stage, { at: 'closed' }>;
export type WorkStage = Extract<Stage, { at: 'work' }>;
export type RevealedStage = Extract<Stage, { at: 'revealed' }>;

/** An answer as this phone knows it: on the laptop's disk, on its way there, or still here. `at` is ms since 1970. */
export type Mine = {
  answer: Answer;
  is: 'stored' | 'sending' | 'kept';
  at: number;
  /** How sure the student is of it, once that was said. */
  sure?: boolean | undefined;
};

/** What a phone shows. */
export type Screen =
  | { is: 'removed' }
  | { is: 'waits' }
  | { is: 'ended' }
  | { is: 'team'; names: readonly string[] }
  | { is: 'place'; board: NonNullable<StudentView['board']>; game: OwnGame; points: number }
  | { is: 'lobby' }
  | { is: 'paused' }
  | { is: 'ready'; number: number }
  /** `first`: what was answered to an earlier vote on this question; null: nothing, or there was none. */
  | { is: 'ask'; stage: OpenStage; mine: Mine | null; first: Answer | null }
  | { is: 'sent'; stage: OpenStage; mine: Mine; mayChange: boolean }
  | { is: 'closed'; stage: ClosedStage; mine: Mine | null }
  | { is: 'slide'; stage: RevealedStage }
  | {
      is: 'result';
      stage: RevealedStage;
      mine: Mine | null;
      result: SeatView['result'];
      first: Answer | null;
    }
  /** All questions at one's own speed. */
  | { is: 'work'; stage: WorkStage };

/** Those that come with the second half of the script. */
export type PartScreen = Extract<Screen, { stage: unknown } | { is: 'team' } | { is: 'place' }>;

/** The unsent answer to the question of now; `stuck`: an attempt has failed, or the connection is gone. */
export type Pending = {
  answer: unknown;
  keptAt: number;
  stuck: boolean;
  sure?: boolean | undefined;
};

/** The answer to the question of now: the one that is still here, else the one that counts on the laptop. */
function mineOf(stage: Stage, seat: SeatView, pending: Pending | null): Mine | null {
  if (pending) {
    const is = pending.stuck ? 'kept' : 'sending';
    return { answer: pending.answer as Answer, is, at: pending.keptAt, ...sureOf(pending) };
  }
  const { answer } = seat;
  if (!answer || !isAbout(stage, answer)) return null;
  return { answer: answer.answer as Answer, is: 'stored', at: answer.at, ...sureOf(answer) };
}

function sureOf({ sure }: { sure?: boolean | undefined }) {
  return sure === undefined ? {} : { sure };
}

/** The own answer to the first vote, once the stage is at a further one. */
function firstOf(stage: Stage, { first }: SeatView): Answer | null {
  if (!first || !('question' in stage) || stage.question.id !== first.questionId) return null;
  return stage.round > first.round ? (first.answer as Answer) : null;
}

function isAbout(stage: Stage, about: { questionId: string; round: number }): boolean {
  return (
    'question' in stage && stage.question.id === about.questionId && stage.round === about.round
  );
}

/** Which screen a view makes. `editing`: the student has asked to change the answer that was given. */
export function screenOf(
  view: StudentView,
  seat: SeatView,
  pending: Pending | null,
  editing: boolean,
): Screen {
  const { stage, status } = view;
  if (seat.waits && status !== 'ended') return { is: 'waits' };
  if (seat.removed) return { is: 'removed' };
  // What was right can be read at one's own speed after the lesson, too.
  if (status === 'ended') return stage.at === 'work' ? { is: 'work', stage } : { is: 'ended' };
  const { game } = seat;
  if (game && game.choose.length > 0) return { is: 'team', names: game.choose };
  if (view.board && game) return { is: 'place', board: view.board, game, points: seat.points };
  const mine = mineOf(stage, seat, pending);
  switch (stage.at) {
    case 'lobby':
      return { is: status === 'paused' ? 'paused' : 'lobby' };
    case 'ready':
      return status === 'paused' ? { is: 'paused' } : { is: 'ready', number: stage.number };
    case 'open': {
      const mayChange = view.changes && status === 'live';
      if (mine && !(editing && mayChange)) return { is: 'sent', stage, mine, mayChange };
      return status === 'paused'
        ? { is: 'paused' }
        : { is: 'ask', stage, mine, first: firstOf(stage, seat) };
    }
    case 'work':
      return status === 'paused' && stage.standing === 'open'
        ? { is: 'paused' }
        : { is: 'work', stage };
    case 'closed':
      return { is: 'closed', stage, mine };
    case 'revealed': {
      if (isSlide(stage)) return { is: 'slide', stage };
      const result = seat.result && isAbout(stage, seat.result) ? seat.result : null;
      return { is: 'result', stage, mine, result, first: firstOf(stage, seat) };
    }
    default:
      return stage satisfies never;
  }
}

/** Whether a screen needs the second half of the script. */
export function needsPart(screen: Screen): screen is PartScreen {
  return 'stage' in screen || screen.is === 'team' || screen.is === 'place';
}

/** Names a screen so that two differ where a student has to look anew: another phase, question or round. */
export function screenName(screen: Screen): string {
  if (screen.is === 'place') return `place ${screen.board}`;
  if (!('stage' in screen)) return screen.is === 'ready' ? `ready ${screen.number}` : screen.is;
  if (screen.is === 'work') return `work ${screen.stage.standing}`;
  const { question, round } = screen.stage;
  const is = screen.is === 'closed' && screen.stage.talk ? 'talk' : screen.is;
  return [is, question.id, round].join(' ');
}
