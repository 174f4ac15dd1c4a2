import type { Actor } from '../contract/commands.ts';
import type { QuestionId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import { answer } from './answering.ts';
import type { Asked } from './asked.ts';
import type { Decision, LessonCommand } from './commands.ts';
import { comeBack, join, lockDoor, removeSeat, restoreSeat } from './door.ts';
import { acceptAnswer, setKey } from './keys.ts';
import { moderate, turn } from './moderation.ts';
import { addQuestion, reorder } from './order.ts';
import { decideWork, endWork, refusedAtOwnSpeed } from './pacing.ts';
import { decideQa } from './qa.ts';
import {
  closeOpen,
  closeQuestion,
  discuss,
  goTo,
  moveTo,
  openQuestion,
  revealKey,
  skip,
  voteAgain,
} from './questioning.ts';
import { decideRoster } from './roster.ts';
import type { LessonState } from './state.ts';
import { chooseTeam, moveSeat } from './teams.ts';
import { extendTimer, recover, timeIsUp } from './timers.ts';
import { hideBoard, setWall, showBoard } from './wall.ts';

/**
 * What a command does to a lesson: the events that follow, or a refusal. Changes nothing, reads no clock.
 * `now` is ms since 1970 by the server's clock.
 */
export function decide(
  state: LessonState,
  actor: Actor,
  command: LessonCommand,
  now: number,
): Decision {
  if (!mayAsk(actor, command)) return reject('forbidden');
  if (state.status === 'ended' && !mayComeAfterEnd(command)) return reject('lesson_over');
  const refused = refusedAtOwnSpeed(state, command.type);
  if (refused) return refused;
  switch (command.type) {
    case 'takeSeat':
      return join(state, command);
    case 'comeBack':
      return comeBack(state, command);
    case 'removeSeat':
      return removeSeat(state, command);
    case 'restoreSeat':
      return restoreSeat(state, command);
    case 'lockDoor':
      return lockDoor(state, command.locked);
    case 'pickSeat':
    case 'callOff':
    case 'addSeats':
    case 'admitClaim':
    case 'refuseClaim':
    case 'markAttendance':
      return decideRoster(state, command);
    case 'chooseTeam':
      return chooseTeam(state, actor, command.team);
    case 'moveSeat':
      return moveSeat(state, command);
    case 'answer':
      return answer(state, actor, command, now);
    case 'goTo':
      return withQuestion(state, command.questionId, () => goTo(state, command.questionId));
    case 'goToLobby':
      return moveTo(state, null);
    case 'openQuestion':
      return withQuestion(state, command.questionId, (asked) => openQuestion(state, asked, now));
    case 'closeQuestion':
      return withQuestion(state, command.questionId, closeQuestion);
    case 'discuss':
      return withQuestion(state, command.questionId, (asked) =>
        discuss(state, asked, command.seconds, now),
      );
    case 'voteAgain':
      return withQuestion(state, command.questionId, (asked) => voteAgain(state, asked, now));
    case 'revealKey':
      return withQuestion(state, command.questionId, (asked) => revealKey(state, asked));
    case 'skipQuestion':
      return withQuestion(state, command.questionId, (asked) => skip(state, asked));
    case 'reorderQuestions':
      return reorder(state, command.order);
    case 'addQuestion':
      return addQuestion(state, command.question);
    case 'setKey':
      return withQuestion(state, command.questionId, ({ question }) =>
        setKey(question, command.key),
      );
    case 'acceptAnswer':
      return withQuestion(state, command.questionId, ({ question }) =>
        acceptAnswer(question, command),
      );
    case 'moderateCard':
      return withQuestion(state, command.questionId, (asked) => moderate(asked, command));
    case 'turnCards':
      return withQuestion(state, command.questionId, (asked) => turn(asked, command.page));
    case 'post':
    case 'votePost':
    case 'setPost':
    case 'showPost':
      return decideQa(state, actor, command);
    case 'setWall':
      return setWall(state, command.wall);
    case 'showBoard':
      return showBoard(state, command.board);
    case 'hideBoard':
      return hideBoard(state);
    case 'startWork':
    case 'closeWork':
    case 'releaseWork':
    case 'handIn':
    case 'takeBack':
    case 'workTimeIsUp':
      return decideWork(state, actor, command, now);
    case 'extendTimer':
      return extendTimer(state, command.seconds);
    case 'timeIsUp':
      return timeIsUp(state, command, now);
    case 'recover':
      return recover(state, command.lostMs);
    case 'pauseLesson':
      return state.status === 'paused'
        ? reject('lesson_paused_already')
        : [{ type: 'lessonPaused' }];
    case 'resumeLesson':
      return state.status === 'paused' ? [{ type: 'lessonResumed' }] : reject('lesson_not_paused');
    case 'endLesson':
      return [...closeOpen(state), ...endWork(state), { type: 'ended' }];
    default:
      return command satisfies never;
  }
}

/** What was tapped in time may still arrive, and the teacher may see only then that an answer was right. */
function mayComeAfterEnd({ type }: LessonCommand): boolean {
  return type === 'answer' || type === 'acceptAnswer' || type === 'markAttendance';
}

function mayAsk(actor: Actor, command: LessonCommand): boolean {
  switch (command.type) {
    case 'answer':
    case 'chooseTeam':
    case 'handIn':
    case 'takeBack':
    case 'post':
    case 'votePost':
      return actor.as === 'student';
    case 'takeSeat':
    case 'comeBack':
    case 'pickSeat':
    case 'callOff':
      return actor.as === 'door';
    case 'timeIsUp':
    case 'workTimeIsUp':
    case 'recover':
      return actor.as === 'clock';
    default:
      return actor.as === 'teacher';
  }
}

function withQuestion(
  state: LessonState,
  questionId: QuestionId,
  then: (asked: Asked) => Decision,
): Decision {
  const asked = state.asked.get(questionId);
  return asked ? then(asked) : reject('question_unknown');
}
