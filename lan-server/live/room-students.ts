import type { StudentCommand } from '../contract/commands.ts';
import type { CommandId, SeatId } from '../contract/ids.ts';
import type { TooLate } from '../contract/late.ts';
import { reject } from '../contract/rejections.ts';
import type { Rejection } from '../contract/rejections.ts';
import { playOf } from '../lesson/events.ts';
import { studentPosts } from '../lesson/qa.ts';
import type { Seat } from '../lesson/state.ts';
import type { Clock } from './clock.ts';
import { isNotSaved } from './ledger.ts';
import type { Done, Ledger } from './ledger.ts';
import type { MoodRoom } from './moods.ts';
import type { LivePresence } from './presence.ts';

/** What a student does in a lesson, once there is a seat. */
export type RoomStudents = {
  /** `device` is the hash of the token of who answers: what it may claim of the time depends on when it was heard. */
  student(
    seatId: SeatId,
    id: CommandId,
    command: Extract<StudentCommand, { type: 'answer' }>,
    device?: string,
  ): Promise<Done | Rejection>;
  /** Goes into a team. */
  chooseTeam(seatId: SeatId, team: number): Promise<Done | Rejection>;
  /** Hands a seat's work in, or takes it back; asked twice, it is done once. */
  hand(
    seatId: SeatId,
    command: Extract<StudentCommand, { type: 'handIn' | 'takeBack' }>,
  ): Promise<Done | Rejection>;
  /** Asks the teacher something, or supports what somebody asked. `id` names a new question, so that a retry is the same one. */
  ask(
    seatId: SeatId,
    id: CommandId,
    command: Extract<StudentCommand, { type: 'post' | 'votePost' }>,
  ): Promise<Done | Rejection>;
  /** What the class has asked, as this seat may read it. */
  posts(seatId: SeatId): Done | Rejection;
  /** How it goes for this seat, or its applause: told at once, and never stored. */
  signal(
    seatId: SeatId,
    command: Extract<StudentCommand, { type: 'feel' | 'react' }>,
  ): Done | Rejection;
};

export function createRoomStudents({
  ledger: { state, ready, submit, publisher },
  presence: { reach },
  moods,
  clock,
}: {
  ledger: Ledger;
  presence: LivePresence;
  moods: MoodRoom;
  clock: Clock;
}): RoomStudents {
  /** The first reply to a command that this seat has sent before, also before a restart. */
  function firstReply(seatId: SeatId, id: CommandId): Done | Rejection | null {
    const reply = state()
      .seats.get(seatId)
      ?.replies.find(({ commandId }) => commandId === id);
    return reply ? told(reply) : null;
  }

  function notHere(seatId: SeatId): Rejection | null {
    if (!ready()) return reject('not_saved');
    if (state().status === 'ended') return reject('lesson_over');
    return state().seats.get(seatId)?.removed === false ? null : reject('seat_removed');
  }

  return {
    async student(
      seatId,
      id,
      { questionId, round, answer, sure, tappedAt, more = 0 },
      device = seatId,
    ) {
      const tap = reach.tap(device, tappedAt);
      const result = await submit(
        { as: 'student', seatId },
        { type: 'answer', commandId: id, questionId, round, answer, sure, tap, device },
        {
          first: () => firstReply(seatId, id),
          done: (done) => {
            const newest = state().seats.get(seatId)?.replies.at(-1);
            return newest?.late && newest.commandId === id ? told(newest) : done;
          },
        },
      );
      const held = reach.holdsSince(seatId);
      if (isNotSaved(result)) reach.failed(seatId, device, more);
      else reach.settled(seatId, device, more);
      if (held !== reach.holdsSince(seatId)) publisher.refresh();
      return result;
    },
    chooseTeam: (seatId, team) => submit({ as: 'student', seatId }, { type: 'chooseTeam', team }),
    hand: (seatId, command) => submit({ as: 'student', seatId }, command),
    ask: (seatId, id, command) =>
      submit(
        { as: 'student', seatId },
        command.type === 'post' ? { type: 'post', postId: id, text: command.text } : command,
      ),
    posts(seatId) {
      const refused = notHere(seatId) ?? notPlayed(playOf(state().settings).qa !== 'off');
      return refused ?? { at: clock.now(), posts: studentPosts(state(), seatId) };
    },
    signal(seatId, command) {
      const play = playOf(state().settings);
      const refused =
        notHere(seatId) ?? notPlayed(command.type === 'feel' ? play.pulse : play.reactions);
      if (refused) return refused;
      if (command.type === 'feel') moods.feel(seatId, command.mood);
      else moods.react(command.reaction);
      return { at: clock.now() };
    },
  };
}

function notPlayed(isPlayed: boolean): Rejection | null {
  return isPlayed ? null : reject('not_in_this_lesson');
}

/** What a student is told of an answer that is on disk. One that does not count is refused, although it is kept. */
function told({ at, late }: Seat['replies'][number]): Done | Rejection {
  switch (late) {
    case undefined:
      return { at };
    case 'counted':
      return { at, late: true };
    case 'answered_already':
    case 'newer_counts':
    case 'other_device':
      return reject('answer_final', { late } satisfies TooLate);
    case 'tapped_after_closing':
    case 'key_shown':
    case 'rule':
    case 'other_round':
      return reject('question_not_open', { late } satisfies TooLate);
    default:
      return late satisfies never;
  }
}
