import type { Actor, TeacherCommand } from '../contract/commands.ts';
import type { CommandId, QuestionId, SeatId } from '../contract/ids.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { kindOf, takesAnswers } from '../questions/index.ts';
import { playOf } from './events.ts';
import { acceptAnswer } from './accepting.ts';
import type { LessonEvent } from './events.ts';
import { boardOf } from './game.ts';
import { clocksAgreeMs, isNewer, tappedWithin, whyNotCounted } from './late.ts';
import type { Tap } from './late.ts';
import { asksSure, onlySaysHowSure } from './confidence.ts';
import { moderate, turn } from './moderation.ts';
import { talkTimerRuns } from './peer.ts';
import {
  answersAreFinal,
  decideWork,
  endWork,
  extendWork,
  refusedAtOwnSpeed,
  refusedByWork,
} from './pacing.ts';
import type { WorkCommand } from './pacing.ts';
import type { Asked, LessonState, Seat } from './state.ts';
import { decideQa } from './qa.ts';
import { deviceAt, mostDevices, otherCameFirst } from './devices.ts';
import { decideRoster } from './roster.ts';
import type { RosterCommand } from './roster.ts';
import type { QaCommand } from './qa.ts';
import { currentAsked, seatsWithCode } from './state.ts';
import { drawnTeam, hasTeam } from './teams.ts';

/** All that can be asked of a lesson: what comes from outside, and what the program itself asks. */
export type LessonCommand =
  | TeacherCommand
  | WorkCommand
  | {
      type: 'answer';
      commandId: CommandId;
      questionId: QuestionId;
      round: number;
      answer: unknown;
      /** How sure the student is. */
      sure?: boolean | undefined;
      /** Left out where it comes as it is tapped. */
      tap?: Tap;
      /** Which device it comes from. */
      device?: string;
    }
  /** The one who asks goes into a team. */
  | { type: 'chooseTeam'; team: number }
  | QaCommand
  | RosterCommand
  /** `suspect`: it comes from where somebody was taken out, and waits for the teacher's yes. */
  | { type: 'takeSeat'; seatId: SeatId; device: string; suspect?: boolean }
  /** A device without a seat comes to one that was taken with another. */
  | { type: 'comeBack'; seat: string | null; device: string }
  /** The timer of this round has run out. */
  | { type: 'timeIsUp'; questionId: QuestionId; round: number }
  /** The program was gone for `lostMs`; negative where the laptop's clock was set back meanwhile. */
  | { type: 'recover'; lostMs: number };

/**
 * A school's whole hall with room to spare; and as many again that were removed. Who makes up students must neither fill the
 * console nor the journal.
 */
const mostSeated = 2000;
const mostSeats = 5000;
/** So many late answers of a seat are kept although they do not count; whoever sends more wants to fill the disk. */
const keptTooLate = 50;

export type Decision = LessonEvent[] | Rejection;

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
      if (state.byDevice.has(command.device)) return [];
      if (state.seated >= mostSeated || state.seats.size >= mostSeats) return reject('lesson_full');
      // In a lesson with a list, who takes a new seat is not on it: the teacher is asked.
      return takeSeat(state, { ...command, suspect: command.suspect || state.roster !== null });
    case 'pickSeat':
    case 'callOff':
    case 'addSeats':
    case 'admitClaim':
    case 'refuseClaim':
    case 'markAttendance':
      return decideRoster(state, actor, command, (asked) =>
        state.seated >= mostSeated || state.seats.size >= mostSeats
          ? reject('lesson_full')
          : takeSeat(state, { type: 'takeSeat', ...asked }),
      );
    case 'comeBack':
      return comeBack(state, command);
    case 'answer':
      return answer(state, actor, command, now);
    case 'chooseTeam':
      return chooseTeam(state, actor, command.team);
    case 'moveSeat': {
      if (!hasTeam(state.settings, command.team)) return reject('not_in_this_lesson');
      const seat = state.seats.get(command.seatId);
      if (!seat) return reject('seat_unknown');
      return seat.team === command.team
        ? []
        : [{ type: 'teamJoined', seatId: seat.id, team: command.team }];
    }
    case 'showBoard':
      if (boardOf(state.settings) === null) return reject('not_in_this_lesson');
      if (currentAsked(state)?.progress.phase === 'open' || state.work?.standing === 'open')
        return reject('question_not_closed');
      return state.game.board === command.board
        ? []
        : [{ type: 'boardShown', board: command.board }];
    case 'hideBoard':
      return hideBoard(state);
    case 'goTo':
      return withQuestion(state, command.questionId, () =>
        state.current === command.questionId ? hideBoard(state) : moveTo(state, command.questionId),
      );
    case 'goToLobby':
      return moveTo(state, null);
    case 'openQuestion':
      return withQuestion(state, command.questionId, (asked) => openQuestion(state, asked, now));
    case 'closeQuestion':
      return withQuestion(state, command.questionId, (asked) =>
        asked.progress.phase === 'open'
          ? [{ type: 'questionClosed', questionId: command.questionId, because: 'teacher' }]
          : reject('question_not_open'),
      );
    case 'discuss':
      return withQuestion(state, command.questionId, (asked) =>
        discuss(state, asked, command.seconds, now),
      );
    case 'voteAgain':
      return withQuestion(state, command.questionId, (asked) => voteAgain(state, asked, now));
    case 'timeIsUp':
      return timeIsUp(state, command, now);
    case 'revealKey':
      return withQuestion(state, command.questionId, (asked) => revealKey(state, asked));
    case 'skipQuestion':
      return withQuestion(state, command.questionId, (asked) => skip(state, asked));
    case 'reorderQuestions':
      return isPermutation(command.order, state.order)
        ? [{ type: 'questionsReordered', order: command.order }]
        : reject('order_does_not_fit');
    case 'addQuestion': {
      if (state.asked.has(command.question.id)) return reject('question_asked_already');
      if (state.order.length >= 200) return reject('too_large');
      const at =
        state.current === null ? state.order.length : state.order.indexOf(state.current) + 1;
      return [{ type: 'questionAdded', question: command.question, position: at }];
    }
    case 'setKey':
      return withQuestion(state, command.questionId, ({ question }) => {
        const kind = kindOf(question);
        const key = command.key === null ? null : kind.keySchema.safeParse(command.key);
        if (key && !key.success) return reject('key_does_not_fit');
        if (!kind.withKey(question, key === null ? null : key.data))
          return reject('key_does_not_fit');
        return [{ type: 'keySet', questionId: question.id, key: key === null ? null : key.data }];
      });
    case 'acceptAnswer':
      return withQuestion(state, command.questionId, ({ question }) =>
        acceptAnswer(question, command),
      );
    case 'moderateCard':
      return withQuestion(state, command.questionId, (asked) => moderate(asked, command));
    case 'turnCards':
      return withQuestion(state, command.questionId, (asked) => turn(asked, command.page));
    case 'pauseLesson':
      return state.status === 'paused'
        ? reject('lesson_paused_already')
        : [{ type: 'lessonPaused' }];
    case 'resumeLesson':
      return state.status === 'paused' ? [{ type: 'lessonResumed' }] : reject('lesson_not_paused');
    case 'extendTimer': {
      if (state.work) return extendWork(state, command.seconds * 1000);
      const asked = currentAsked(state);
      if (!asked || (asked.progress.phase !== 'open' && !asked.talk))
        return reject('question_not_open');
      return [
        { type: 'timerExtended', questionId: asked.question.id, byMs: command.seconds * 1000 },
      ];
    }
    case 'setWall': {
      const { blank, join, results, light, compare } = command.wall;
      return [
        {
          type: 'wallSet',
          wall: {
            blank: blank ?? state.wall.blank,
            join: join ?? state.wall.join,
            results: results ?? state.wall.results,
            light: light ?? state.wall.light,
            compare: compare ?? state.wall.compare ?? false,
          },
        },
      ];
    }
    case 'removeSeat':
      return withSeat(state, command.seatId, ({ id, removed, waits }) => {
        if (removed && !waits) return [];
        return [{ type: 'seatRemoved', seatId: id, ...(command.mayReturn && { mayReturn: true }) }];
      });
    case 'restoreSeat':
      return withSeat(state, command.seatId, ({ id, removed }) =>
        removed ? [{ type: 'seatRestored', seatId: id }] : [],
      );
    case 'post':
    case 'votePost':
    case 'setPost':
    case 'showPost':
      return decideQa(state, actor, command);
    case 'lockDoor':
      return state.locked === command.locked
        ? []
        : [{ type: 'doorLocked', locked: command.locked }];
    case 'endLesson':
      return [...closeOpen(state), ...endWork(state), { type: 'ended' }];
    case 'recover': {
      const progress = currentAsked(state)?.progress;
      const timer = progress?.phase === 'open' ? progress.timer : state.work?.timer;
      const runs = timer?.running === true || talkTimerRuns(state);
      return runs && command.lostMs !== 0 ? [{ type: 'recovered', lostMs: command.lostMs }] : [];
    }
    case 'startWork':
    case 'closeWork':
    case 'releaseWork':
    case 'handIn':
    case 'takeBack':
    case 'workTimeIsUp':
      return decideWork(state, actor, command, now);
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

function comeBack(
  state: LessonState,
  { seat: code, device }: Extract<LessonCommand, { type: 'comeBack' }>,
): Decision {
  const [seat, another] = code === null ? [] : seatsWithCode(state, code);
  if (!seat) return reject('seat_code_unknown');
  // Nobody can tell whose it is; the teacher can, and the student joins anew.
  if (another) return reject('seat_code_doubled');
  if (seat.removed) return reject('seat_removed');
  const held = state.byDevice.get(device);
  if (held === seat.id) return [];
  // Another tab of this device took a seat meanwhile; giving it up is “I am somebody else”.
  if (held !== undefined) return reject('forbidden');
  if (seat.devices.length >= mostDevices) return reject('too_many');
  return [{ type: 'deviceJoined', seatId: seat.id, device }];
}

function takeSeat(
  state: LessonState,
  { seatId, device, suspect = false }: Extract<LessonCommand, { type: 'takeSeat' }>,
): Decision {
  const { lateJoin, approve } = playOf(state.settings);
  // A seat is one student's for good, also when nobody holds it any more.
  if (state.seats.has(seatId)) return reject('forbidden');
  if (state.locked) return reject('door_locked');
  if (state.begun && !lateJoin) return reject('too_late_to_join');
  const team = drawnTeam(state, seatId);
  return [
    {
      type: 'seatTaken',
      seatId,
      device,
      ...(team !== null && { team }),
      ...((approve || suspect) && { waits: true }),
    },
  ];
}

/** Once: whoever is in the wrong team asks the teacher, so that nobody follows the points. */
function chooseTeam(state: LessonState, actor: Actor, team: number): Decision {
  if (actor.as !== 'student') return reject('forbidden');
  const seat = state.seats.get(actor.seatId);
  if (!seat) return reject('not_joined');
  if (seat.removed) return reject('seat_removed');
  if (playOf(state.settings).teams?.by !== 'choice' || !hasTeam(state.settings, team))
    return reject('not_in_this_lesson');
  if (seat.team !== null) return seat.team === team ? [] : reject('team_chosen');
  return [{ type: 'teamJoined', seatId: seat.id, team }];
}

function answer(
  state: LessonState,
  actor: Actor,
  command: Extract<LessonCommand, { type: 'answer' }>,
  now: number,
): Decision {
  if (actor.as !== 'student') return reject('forbidden');
  const seat = state.seats.get(actor.seatId);
  if (!seat) return reject('not_joined');
  if (seat.removed) return reject('seat_removed');
  const handedIn = refusedByWork(state, seat.id);
  if (handedIn) return handedIn;
  const { questionId, round, commandId } = command;
  const asked = state.asked.get(questionId);
  if (!asked) return reject('question_unknown');
  // A round that never was is no late answer.
  const refused = state.status === 'ended' ? 'lesson_over' : 'question_not_open';
  if (asked.round === 0 || round > asked.round) return reject(refused);
  const standing = asked.answers.get(seat.id);
  // Paused lessons still take an answer: it was tapped before the pause reached the phone.
  const open = asked.progress.phase === 'open' && round === asked.round;
  const kind = kindOf(asked.question);
  const parsed = kind.answerSchema.safeParse(command.answer);
  if (!parsed.success || !kind.accepts(asked.question, parsed.data))
    return reject('answer_does_not_fit');
  const sure = asksSure(state.settings) ? command.sure : undefined;
  const adds = onlySaysHowSure(standing, parsed.data, sure);
  // A final answer stays, but how sure one is of it may still be said, once.
  const isFinal = answersAreFinal(state.settings) && !(adds && standing?.sure === undefined);
  if (
    open &&
    standing &&
    isFinal &&
    !otherCameFirst(state.settings, standing, deviceAt(seat, command.device))
  )
    return reject('answer_final');

  const by = deviceAt(seat, command.device);
  const beside = otherCameFirst(state.settings, standing, by);
  const given = {
    seatId: seat.id,
    questionId,
    round,
    answer: parsed.data,
    commandId,
    ...(sure !== undefined && { sure }),
    ...(by !== undefined && { by }),
  };
  const tap = command.tap ?? { at: now, awaySince: null };
  const tappedAt = tappedWithin(asked, seat, tap, now);
  const reason = beside
    ? 'other_device'
    : open
      ? isNewer(standing, tappedAt)
        ? 'newer_counts'
        : null
      : whyNotCounted(
          { ...state.settings, changes: !isFinal },
          asked,
          round,
          standing,
          { ...tap, at: tappedAt },
          now,
        );
  if (reason !== null)
    return seat.tooLate < keptTooLate
      ? [{ type: 'answerTooLate', ...given, tappedAt, reason }]
      : reject(refused);
  if (open && now - tappedAt <= clocksAgreeMs) return [{ type: 'answered', ...given }];
  const byMs = open ? 0 : Math.max(1, now - (asked.closedAt ?? now));
  return [{ type: 'answered', ...given, late: { tappedAt, byMs } }];
}

function openQuestion(state: LessonState, asked: Asked, now: number): Decision {
  // What is only shown is shown by going there.
  if (!takesAnswers(asked.question)) return moveTo(state, asked.question.id);
  if (state.status === 'paused') return reject('lesson_paused');
  if (asked.progress.phase === 'open') return reject('question_already_open');
  // Everybody has seen the key of a revealed question: its answers are kept, and voting starts anew.
  const round = asked.progress.phase === 'revealed' ? asked.round + 1 : Math.max(1, asked.round);
  return opened(state, asked, round, now);
}

/** A second vote without the key in between; the first one is kept beside it. */
function voteAgain(state: LessonState, asked: Asked, now: number): Decision {
  if (state.status === 'paused') return reject('lesson_paused');
  if (asked.progress.phase !== 'closed') return reject('question_not_closed');
  return opened(state, asked, asked.round + 1, now);
}

function discuss(state: LessonState, asked: Asked, seconds: number | null, now: number): Decision {
  const { question, progress } = asked;
  if (state.status === 'paused') return reject('lesson_paused');
  if (progress.phase !== 'open' && progress.phase !== 'closed')
    return reject('question_not_closed');
  const totalMs = seconds === null ? null : seconds * 1000;
  const move = state.current === question.id ? closeOpen(state) : moveTo(state, question.id);
  const endsAt = totalMs === null ? null : now + totalMs;
  return [...move, { type: 'discussionStarted', questionId: question.id, endsAt, totalMs }];
}

function opened(state: LessonState, asked: Asked, round: number, now: number): LessonEvent[] {
  const { question } = asked;
  const totalMs = question.seconds === null ? null : question.seconds * 1000;
  const move = state.current === question.id ? [] : moveTo(state, question.id);
  return [
    ...move,
    {
      type: 'questionOpened',
      questionId: question.id,
      round,
      closesAt: totalMs === null ? null : now + totalMs,
      totalMs,
    },
  ];
}

function timeIsUp(
  state: LessonState,
  command: Extract<LessonCommand, { type: 'timeIsUp' }>,
  now: number,
): Decision {
  return withQuestion(state, command.questionId, ({ progress, round }) => {
    if (progress.phase !== 'open' || round !== command.round) return reject('question_not_open');
    // The timer was extended or the lesson paused since this deadline was set.
    if (!progress.timer?.running || progress.timer.closesAt > now)
      return reject('question_not_timed');
    return [{ type: 'questionClosed', questionId: command.questionId, because: 'time' }];
  });
}

function revealKey(state: LessonState, asked: Asked): Decision {
  const { question, progress } = asked;
  if (progress.phase !== 'open' && progress.phase !== 'closed')
    return reject('question_not_closed');
  const move = state.current === question.id ? closeOpen(state) : moveTo(state, question.id);
  return [...move, { type: 'keyRevealed', questionId: question.id }];
}

function skip(state: LessonState, asked: Asked): Decision {
  const { question, progress } = asked;
  if (state.current !== null && state.current !== question.id)
    return reject('question_not_current');
  const at = state.order.indexOf(question.id);
  const next = state.order[at + 1] ?? null;
  const skipped: LessonEvent[] =
    // A slide asks nothing that could be passed over.
    progress.phase === 'revealed' || progress.phase === 'skipped' || !takesAnswers(question)
      ? []
      : [...closeOpen(state), { type: 'questionSkipped', questionId: question.id }];
  if (next === null) return skipped.length === 0 ? reject('no_questions') : skipped;
  return [...skipped, { type: 'wentTo', questionId: next }];
}

/** Moves the lesson to a question or the lobby; what is open there is closed first. */
function moveTo(state: LessonState, questionId: QuestionId | null): LessonEvent[] {
  if (state.current === questionId) return [];
  return [...closeOpen(state), { type: 'wentTo', questionId }];
}

/** Back to the question that stands behind the board. */
function hideBoard({ game }: LessonState): LessonEvent[] {
  return game.board === null ? [] : [{ type: 'boardHidden' }];
}

function closeOpen(state: LessonState): LessonEvent[] {
  const asked = currentAsked(state);
  if (asked?.progress.phase !== 'open') return [];
  return [{ type: 'questionClosed', questionId: asked.question.id, because: 'teacher' }];
}

function withQuestion(
  state: LessonState,
  questionId: QuestionId,
  then: (asked: Asked) => Decision,
): Decision {
  const asked = state.asked.get(questionId);
  return asked ? then(asked) : reject('question_unknown');
}

function withSeat(
  state: LessonState,
  seatId: SeatId,
  then: (seat: Seat) => LessonEvent[],
): Decision {
  const seat = state.seats.get(seatId);
  return seat ? then(seat) : reject('seat_unknown');
}

function isPermutation(order: QuestionId[], of: QuestionId[]): boolean {
  return (
    order.length === of.length &&
    new Set(order).size === order.length &&
    order.every((id) => of.includes(id))
  );
}
