import type { TeacherCommand } from '../../../lan-server/contract/commands.ts';
import type { TeacherView } from '../../../lan-server/contract/frames.ts';
import { isSlide } from '../../../lan-server/contract/slide.ts';
import type { QuestionId } from '../../../lan-server/contract/ids.ts';

/** Why something cannot be done now; `console.json` has a sentence for each under `reason`. */
export type Reason =
  | 'offline'
  | 'over'
  | 'paused'
  | 'nothingShown'
  | 'atStart'
  | 'notAsked'
  | 'isOpen'
  | 'isRevealed'
  | 'notOpen'
  | 'last'
  | 'notStarted'
  | 'ownSpeed'
  | 'notVoted'
  | 'oneVote'
  | 'notRevealed'
  | 'slide';

/** Either the command that does it, or why it cannot be done now. */
export type Move = { can: true; command: TeacherCommand } | { can: false; reason: Reason };

export type Moves = {
  back: Move;
  reveal: Move;
  /** `newRound`: everybody has seen the key, so the class votes anew; else the same round goes on. */
  again: Move & { newRound: boolean };
  skip: Move;
  discuss: Move;
  /** The first vote beside the last on the wall. */
  compare: Move;
  extend: Move;
  pause: Move;
};

/** Seconds that one press adds to the timer. */
export const moreSeconds = 30;
/** Seconds that a class is given to talk at first; nothing happens by itself when they are over. */
export const talkSeconds = 120;

const can = (command: TeacherCommand): Move => ({ can: true, command });
const cannot = (reason: Reason): Move => ({ can: false, reason });

/** The smaller steps beside the big one: what each would do now, or why not. */
export function movesOf(view: TeacherView, order: readonly QuestionId[]): Moves {
  const newRound = view.current?.phase === 'revealed' && !isSlide(view.current);
  if (view.status === 'ended') {
    const over = cannot('over');
    return {
      back: over,
      reveal: over,
      again: { ...over, newRound },
      skip: over,
      discuss: over,
      compare: over,
      extend: over,
      pause: over,
    };
  }
  return {
    back: back(view, order),
    reveal: reveal(view),
    again: { ...again(view), newRound },
    skip: skip(view, order),
    discuss: discuss(view),
    compare: compare(view),
    extend:
      view.current?.phase === 'open' || view.current?.talk
        ? can({ type: 'extendTimer', seconds: moreSeconds })
        : cannot('notOpen'),
    pause: can({ type: view.status === 'paused' ? 'resumeLesson' : 'pauseLesson' }),
  };
}

function back(view: TeacherView, order: readonly QuestionId[]): Move {
  if (!view.current) return cannot('atStart');
  const before = order[view.current.number - 2];
  return can(before === undefined ? { type: 'goToLobby' } : { type: 'goTo', questionId: before });
}

function reveal({ current }: TeacherView): Move {
  if (!current) return cannot('nothingShown');
  const { questionId, phase } = current;
  if (isSlide(current)) return cannot('slide');
  if (phase === 'open' || phase === 'closed') return can({ type: 'revealKey', questionId });
  return cannot(phase === 'revealed' ? 'isRevealed' : 'notAsked');
}

function again({ current, status }: TeacherView): Move {
  if (!current) return cannot('nothingShown');
  if (isSlide(current)) return cannot('slide');
  if (status === 'paused') return cannot('paused');
  const { questionId, phase } = current;
  if (phase === 'open') return cannot('isOpen');
  if (phase === 'fresh') return cannot('notAsked');
  return can({ type: 'openQuestion', questionId });
}

function skip({ current }: TeacherView, order: readonly QuestionId[]): Move {
  if (!current) return cannot('nothingShown');
  const { questionId, phase, number } = current;
  const done = phase === 'revealed' || phase === 'skipped';
  if (done && number >= order.length) return cannot('last');
  return can({ type: 'skipQuestion', questionId });
}

function discuss({ current, status }: TeacherView): Move {
  if (!current) return cannot('nothingShown');
  if (status === 'paused') return cannot('paused');
  const { questionId, phase } = current;
  if (phase === 'revealed') return cannot('isRevealed');
  if (phase === 'fresh' || phase === 'skipped' || current.answered === 0) return cannot('notVoted');
  return can({ type: 'discuss', questionId, seconds: talkSeconds });
}

function compare({ current, wall }: TeacherView): Move {
  if (!current?.compared) return cannot('oneVote');
  if (current.phase !== 'revealed') return cannot('notRevealed');
  return can({ type: 'setWall', wall: { compare: wall.compare !== true } });
}
