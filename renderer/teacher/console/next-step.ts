import type { TeacherCommand } from '../../../lan-server/contract/commands.ts';
import type { BoardKind } from '../../../lan-server/contract/game.ts';
import type { Phase, TeacherView } from '../../../lan-server/contract/frames.ts';
import { phaseLetters } from '../../../lan-server/contract/frames.ts';
import type { QuestionId } from '../../../lan-server/contract/ids.ts';

/** What the big button of the tray does; numbers count from 1. */
export type NextStep =
  | { do: 'open'; questionId: QuestionId; number: number }
  | { do: 'close'; questionId: QuestionId; waiting: number }
  | { do: 'reveal'; questionId: QuestionId; keyed: boolean }
  /** The class has talked it over. */
  | { do: 'vote'; questionId: QuestionId }
  /** At one's own speed: all questions at once. */
  | { do: 'startWork' }
  | { do: 'closeWork'; waiting: number }
  | { do: 'releaseWork' }
  /** A question of released work, with its results. */
  | { do: 'showWork'; questionId: QuestionId; number: number }
  /** `slide`: there is nothing to open afterwards. */
  | { do: 'go'; questionId: QuestionId; number: number; slide?: true }
  /** The wall shows who leads; at the end the podium. */
  | { do: 'board'; board: BoardKind; of: 'seats' | 'teams' }
  | { do: 'resume' }
  /** Nothing is prepared: the next step is a question asked aloud, the first or one more. */
  | { do: 'add'; more: boolean }
  | { do: 'end'; unasked: number }
  | { do: 'results' };

const phaseNames = Object.fromEntries(
  Object.entries(phaseLetters).map(([name, letter]) => [letter, name]),
) as Record<string, Phase>;

/** The phase of each question, from the view's string of letters. */
export function phasesOf(view: Pick<TeacherView, 'phases'>): Phase[] {
  return Array.from(view.phases, (letter) => phaseNames[letter] ?? 'fresh');
}

/** Whether a question still waits for its turn: never asked, or asked and never shown. */
function isDue(phase: Phase | undefined): boolean {
  return phase === 'fresh' || phase === 'closed';
}

const noSlides: ReadonlySet<QuestionId> = new Set();

/** How many questions were never asked; a slide asks nothing. */
export function unaskedIn(
  phases: readonly Phase[],
  order: readonly QuestionId[],
  slides: ReadonlySet<QuestionId>,
): number {
  return phases.filter((phase, at) => phase === 'fresh' && !slides.has(order[at] ?? '')).length;
}

/**
 * Decides the one next step of a lesson. `order` are the question ids of the plan, which may lag one frame behind the view.
 * `aloud`: nothing was prepared, so the plan has no end and the teacher says when. `slides`: what is only shown.
 */
export function nextStep(
  view: TeacherView,
  order: readonly QuestionId[],
  { aloud = false, slides = noSlides }: { aloud?: boolean; slides?: ReadonlySet<QuestionId> } = {},
): NextStep {
  if (view.status === 'ended') return { do: 'results' };
  if (view.status === 'paused') return { do: 'resume' };
  if (order.length === 0) return { do: 'add', more: false };
  const phases = phasesOf(view);
  const { current } = view;
  if (current) {
    const { questionId } = current;
    switch (current.phase) {
      case 'fresh':
        return { do: 'open', questionId, number: current.number };
      case 'open':
        return { do: 'close', questionId, waiting: Math.max(0, current.seated - current.answered) };
      case 'closed':
        if (current.talk) return { do: 'vote', questionId };
        return { do: 'reveal', questionId, keyed: current.right !== null };
      case 'revealed':
      case 'skipped':
        break;
      default:
        current.phase satisfies never;
    }
  }
  const from = current ? current.number : 0;
  const at = order.findIndex((_, index) => index >= from && isDue(phases[index]));
  const questionId = order[at];
  const board = boardDue(view, questionId === undefined && !aloud);
  if (board) return board;
  if (questionId === undefined) {
    if (aloud) return { do: 'add', more: true };
    return { do: 'end', unasked: unaskedIn(phases, order, slides) };
  }
  // From the join screen one press is enough: there is no question yet that the class still looks at.
  const slide = slides.has(questionId);
  const number = at + 1;
  const opens = current === null && phases[at] === 'fresh' && !slide;
  if (opens) return { do: 'open', questionId, number };
  return { do: 'go', questionId, number, ...(slide && { slide }) };
}

/** After a question that counted the class sees who leads, after the last one the podium; once each. */
function boardDue({ current, game }: TeacherView, last: boolean): NextStep | null {
  if (!current || !game?.of || !game.counted) return null;
  const { of, shownSince } = game;
  if (last) return shownSince === 'podium' ? null : { do: 'board', board: 'podium', of };
  if (shownSince !== null || current.phase !== 'revealed' || current.right === null) return null;
  return { do: 'board', board: 'leaderboard', of };
}

/** The command behind a step; null where the step is not a command (a dialog, a page, a new question). */
export function stepCommand(step: NextStep): TeacherCommand | null {
  switch (step.do) {
    case 'open':
      return { type: 'openQuestion', questionId: step.questionId };
    case 'close':
      return { type: 'closeQuestion', questionId: step.questionId };
    case 'reveal':
      return { type: 'revealKey', questionId: step.questionId };
    case 'vote':
      return { type: 'voteAgain', questionId: step.questionId };
    case 'startWork':
    case 'closeWork':
    case 'releaseWork':
      return { type: step.do };
    case 'board':
      return { type: 'showBoard', board: step.board };
    case 'showWork':
    case 'go':
      return { type: 'goTo', questionId: step.questionId };
    case 'resume':
      return { type: 'resumeLesson' };
    case 'add':
    case 'end':
    case 'results':
      return null;
    default:
      return step satisfies never;
  }
}
