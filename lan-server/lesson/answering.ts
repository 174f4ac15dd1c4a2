import type { Actor } from '../contract/commands.ts';
import { reject } from '../contract/rejections.ts';
import { kindOf } from '../questions/index.ts';
import type { AnswerCommand, Decision } from './commands.ts';
import { asksSure, countedBy, onlySaysHowSure } from './confidence.ts';
import { countAnswer } from './counting.ts';
import { deviceAt, noteDevice, otherCameFirst } from './devices.ts';
import type { LessonEvent } from './events.ts';
import { reawardSeat } from './game.ts';
import { clocksAgreeMs, isNewer, tappedWithin, whyNotCounted } from './late.ts';
import { forgetMark } from './moderation.ts';
import { answersAreFinal, refusedByWork } from './pacing.ts';
import type { LessonState, Seat } from './state.ts';
import { askedOf, seatOf } from './state.ts';

/** A student answers: what counts, what is kept without counting, what is refused. Costs the same in a class of 10 and of 1000. */

/** So many late answers of a seat are kept although they do not count; whoever sends more wants to fill the disk. */
const keptTooLate = 50;

/** Retries come within seconds; older command ids need not be remembered. */
const rememberedReplies = 32;

/** What an answer leads to; `now` in ms since 1970 by the server's clock. */
export function answer(
  state: LessonState,
  actor: Actor,
  command: AnswerCommand,
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

/** Folds an answer that counts into its question and its seat, in place. */
export function answered(
  state: LessonState,
  event: Extract<LessonEvent, { type: 'answered' }>,
  at: number,
): void {
  const asked = askedOf(state, event.questionId);
  const seat = seatOf(state, event.seatId);
  noteDevice(asked, event.seatId, event);
  const counted = countedBy(asked.answers.get(event.seatId), event, at);
  forgetMark(asked, event.seatId, event.answer);
  if (event.late) {
    const take = () => countAnswer(asked, event.seatId, counted);
    if (asked.progress.phase === 'revealed') reawardSeat(state, asked, seat, take);
    else take();
  } else {
    countAnswer(asked, event.seatId, counted);
  }
  const { commandId } = event;
  reply(seat, event.late?.byMs ? { commandId, at, late: 'counted' } : { commandId, at });
}

/** The same of one that is kept and does not count. */
export function answeredTooLate(
  state: LessonState,
  event: Extract<LessonEvent, { type: 'answerTooLate' }>,
  at: number,
): void {
  const asked = askedOf(state, event.questionId);
  const seat = seatOf(state, event.seatId);
  seat.tooLate += 1;
  if (event.reason === 'other_device') noteDevice(asked, event.seatId, event);
  if (event.round === asked.round) asked.tooLate.set(event.seatId, event.reason);
  reply(seat, { commandId: event.commandId, at, late: event.reason });
}

function reply(seat: Seat, given: Seat['replies'][number]): void {
  seat.replies.push(given);
  if (seat.replies.length > rememberedReplies) seat.replies.shift();
}
