import type { TeacherCommand } from '../../../../lan-server/contract/commands.ts';
import type { TeacherView } from '../../../../lan-server/contract/frames.ts';
import type { QuestionId } from '../../../../lan-server/contract/ids.ts';
import type { Move, Moves, Reason } from '../moves.ts';
import type { NextStep } from '../next-step.ts';
import type { Station } from '../way.ts';

/** Seconds that one press adds to the work. */
export const moreWorkSeconds = 120;

export type Work = NonNullable<TeacherView['work']>;

const can = (command: TeacherCommand): Move => ({ can: true, command });
const cannot = (reason: Reason): Move => ({ can: false, reason });

/**
 * The one next step at one's own speed: start, close, release, then through the questions one by one. null: the same as in any
 * other lesson.
 */
export function workStep(
  { work, current, seats, status }: TeacherView,
  order: readonly QuestionId[],
): NextStep | null {
  if (!work || status !== 'live') return null;
  switch (work.standing) {
    case 'ready':
      return order.length === 0 ? { do: 'add', more: false } : { do: 'startWork' };
    case 'open':
      return { do: 'closeWork', waiting: Math.max(0, seats - work.handedIn) };
    case 'closed':
      return { do: 'releaseWork' };
    case 'released': {
      const at = current ? current.number : 0;
      const questionId = order[at];
      return questionId === undefined
        ? { do: 'end', unasked: 0 }
        : { do: 'showWork', questionId, number: at + 1 };
    }
    default:
      return work.standing satisfies never;
  }
}

/** The smaller steps beside it, where they differ from those of other lessons. */
export function workMoves(
  { work, current, status }: TeacherView,
  order: readonly QuestionId[],
): Partial<Moves> {
  if (!work || status === 'ended') return {};
  const { standing } = work;
  const released = standing === 'released';
  const before = current && order[current.number - 2];
  const after = order[current ? current.number : 0];
  return {
    back: !current
      ? cannot('atStart')
      : can(
          before === undefined || before === null
            ? { type: 'goToLobby' }
            : { type: 'goTo', questionId: before },
        ),
    reveal: released
      ? cannot('isRevealed')
      : standing === 'ready'
        ? cannot('notStarted')
        : can({ type: 'releaseWork' }),
    again: {
      ...(standing === 'closed'
        ? status === 'paused'
          ? cannot('paused')
          : can({ type: 'startWork' })
        : cannot(
            standing === 'open' ? 'isOpen' : standing === 'ready' ? 'notStarted' : 'ownSpeed',
          )),
      newRound: false,
    },
    skip: !released
      ? cannot('ownSpeed')
      : after === undefined
        ? cannot('last')
        : can({ type: 'goTo', questionId: after }),
    discuss: cannot('ownSpeed'),
    compare: cannot('oneVote'),
    extend:
      standing === 'open'
        ? can({ type: 'extendTimer', seconds: moreWorkSeconds })
        : cannot('notOpen'),
  };
}

/** The station of the tray's way that comes next. */
export function workStation({ standing }: Work): Station {
  switch (standing) {
    case 'ready':
      return 'open';
    case 'open':
      return 'close';
    case 'closed':
      return 'reveal';
    case 'released':
      return 'next';
    default:
      return standing satisfies never;
  }
}
