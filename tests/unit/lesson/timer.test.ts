import { describe, expect, test } from 'vitest';
import { studentView } from '../../../lan-server/lesson/views/student.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import { play, questions, startLesson } from './commands.ts';
import type { Played } from './commands.ts';

const timed = questions.find(({ seconds }) => seconds === 60)?.id ?? '';
const untimed = questions.find(({ seconds }) => seconds === null)?.id ?? '';
const teacher = { as: 'teacher' } as const;
const clock = { as: 'clock' } as const;

function timerOf({ state, now }: Played) {
  const { stage } = studentView(state, now);
  return stage.at === 'open' ? stage.timer : undefined;
}

function opened(questionId = timed): Played {
  const played = startLesson();
  play(played, teacher, { type: 'openQuestion', questionId });
  return played;
}

describe('the timer of a question', () => {
  test('starts full and runs down', () => {
    const played = opened();
    expect(timerOf(played)).toEqual({ leftMs: 60_000, totalMs: 60_000, running: true });
    played.now += 12_000;
    expect(timerOf(played)?.leftMs).toBe(48_000);
  });

  test('stands still while the lesson is paused, and goes on with what was left', () => {
    const played = opened();
    played.now += 20_000;
    play(played, teacher, { type: 'pauseLesson' });
    played.now += 300_000;
    expect(timerOf(played)).toEqual({ leftMs: 40_000, totalMs: 60_000, running: false });
    expect(play(played, clock, { type: 'timeIsUp', questionId: timed, round: 1 })).toBe(
      'question_not_timed',
    );
    play(played, teacher, { type: 'resumeLesson' });
    expect(timerOf(played)).toEqual({ leftMs: 40_000, totalMs: 60_000, running: true });
  });

  test('gives back the time that a crash took', () => {
    const played = opened();
    played.now += 20_000;
    const restarted = { ...played, state: fold(played.journal), now: played.now + 90_000 };
    play(restarted, clock, { type: 'recover', lostMs: 90_000 });
    expect(timerOf(restarted)?.leftMs).toBe(40_000);
  });

  test('is extended, also when paused, and an untimed question gets one', () => {
    const played = opened();
    play(played, teacher, { type: 'extendTimer', seconds: 30 });
    expect(timerOf(played)).toEqual({ leftMs: 90_000, totalMs: 90_000, running: true });
    play(played, teacher, { type: 'pauseLesson' });
    play(played, teacher, { type: 'extendTimer', seconds: 10 });
    expect(timerOf(played)).toEqual({ leftMs: 100_000, totalMs: 100_000, running: false });

    const open = opened(untimed);
    expect(timerOf(open)).toBeNull();
    play(open, teacher, { type: 'extendTimer', seconds: 30 });
    expect(timerOf(open)).toEqual({ leftMs: 30_000, totalMs: 30_000, running: true });
  });

  test('closes the question only when it has really run out, and only its own round', () => {
    const played = opened();
    played.now += 59_999;
    expect(play(played, clock, { type: 'timeIsUp', questionId: timed, round: 1 })).toBe(
      'question_not_timed',
    );
    played.now += 1;
    expect(play(played, clock, { type: 'timeIsUp', questionId: timed, round: 2 })).toBe(
      'question_not_open',
    );
    expect(play(played, clock, { type: 'timeIsUp', questionId: timed, round: 1 })).toBeNull();
    expect(studentView(played.state, played.now).stage.at).toBe('closed');
  });
});

describe('asking again', () => {
  const answer = (played: Played, round: number, commandId = 'command-1') =>
    play(
      played,
      { as: 'student', seatId: 'seat-1' },
      { type: 'answer', commandId, questionId: timed, round, answer: { picked: 1 } },
    );

  function answered(): Played {
    const played = opened();
    play(played, { as: 'door' }, { type: 'takeSeat', seatId: 'seat-1', device: 'device-1' });
    expect(answer(played, 1)).toBeNull();
    return played;
  }

  test('a closed question opens again with its answers', () => {
    const played = answered();
    play(played, teacher, { type: 'closeQuestion', questionId: timed });
    play(played, teacher, { type: 'openQuestion', questionId: timed });
    expect(played.state.asked.get(timed)).toMatchObject({ round: 1, answered: 1 });
  });

  test('a revealed question begins a new round without answers, and the old round takes no more', () => {
    const played = answered();
    play(played, teacher, { type: 'revealKey', questionId: timed });
    expect(played.state.seats.get('seat-1')?.points).toBe(2);
    play(played, teacher, { type: 'openQuestion', questionId: timed });
    expect(played.state.asked.get(timed)).toMatchObject({ round: 2, answered: 0 });
    expect(played.state.seats.get('seat-1')?.points).toBe(0);
    expect(answer(played, 1, 'command-2')).toBeNull();
    expect(played.journal.at(-1)?.event).toMatchObject({ type: 'answerTooLate' });
    expect(answer(played, 2, 'command-3')).toBeNull();
  });

  test('an answer is final where the lesson says so', () => {
    const played = startLesson(false);
    play(played, { as: 'door' }, { type: 'takeSeat', seatId: 'seat-1', device: 'device-1' });
    play(played, teacher, { type: 'openQuestion', questionId: timed });
    expect(answer(played, 1)).toBeNull();
    expect(answer(played, 1, 'command-2')).toBe('answer_final');
  });
});
