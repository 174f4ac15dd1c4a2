import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LateRule } from '../../../lan-server/contract/late.ts';
import type { LessonEvent } from '../../../lan-server/lesson/events.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import type { Tap } from '../../../lan-server/lesson/commands.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { questionKinds } from '../../../lan-server/questions/index.ts';
import type { Question } from '../../../lan-server/questions/index.ts';
import { play, store } from './commands.ts';
import type { Played } from './commands.ts';
import { emptyLesson } from '../../../lan-server/lesson/state.ts';

const question = {
  ...questionKinds.choice.blank('question-1'),
  text: 'Which?',
  options: ['First', 'Second', 'Third'],
  right: 1,
  points: 2,
} as Question;
const other = { ...question, id: 'question-2' };
const questionId = question.id;
const teacher = { as: 'teacher' } as const;

/** A lesson with two seats, `late` as given; undefined: a journal of an older program. */
function started(late?: LateRule, changes = true): Played {
  const played: Played = { state: emptyLesson(), journal: [], now: 1_000_000 };
  store(played, [
    {
      type: 'started',
      lessonId: 'lesson-1',
      title: '',
      subject: '',
      code: '4827',
      settings: { identity: 'nickname', changes, ...(late && { late }) },
      questions: [question, other],
    },
    { type: 'seatTaken', seatId: 'seat-1', device: 'device-1' },
    { type: 'seatTaken', seatId: 'seat-2', device: 'device-2' },
  ]);
  played.now += 10_000;
  return played;
}

let ids = 0;
function answer(played: Played, picked: number, tap?: Tap, round = 1, seatId = 'seat-1') {
  ids += 1;
  return play(
    played,
    { as: 'student', seatId },
    {
      type: 'answer',
      commandId: `command-${ids}`,
      questionId,
      round,
      answer: { picked },
      ...(tap && { tap }),
    },
  );
}

function later(played: Played, ms: number, ...commands: Parameters<typeof play>[2][]) {
  played.now += ms;
  for (const command of commands) expect(play(played, teacher, command)).toBeNull();
}

const last = (played: Played): LessonEvent | undefined => played.journal.at(-1)?.event;
const counted = (played: Played) => played.state.asked.get(questionId)?.answers.get('seat-1');
const open = { type: 'openQuestion', questionId } as const;
const close = { type: 'closeQuestion', questionId } as const;
const reveal = { type: 'revealKey', questionId } as const;

describe('an answer that arrives after the closing', () => {
  test('does not count for a device that was there, also where the laptop’s clock was set back since', () => {
    const played = started();
    later(played, 1, open);
    later(played, 60_000, close);
    played.now -= 3_600_000;
    answer(played, 1, { at: played.now, awaySince: null });
    expect(last(played)).toMatchObject({ type: 'answerTooLate', reason: 'tapped_after_closing' });
    // One that was away may have tapped it in time: nobody can tell any more.
    answer(played, 2, { at: played.now, awaySince: 0 });
    expect(last(played)).toMatchObject({ type: 'answered' });
  });

  test('counts when it was tapped before, and says how late it came', () => {
    const played = started();
    later(played, 0, open);
    const tappedAt = played.now + 3000;
    later(played, 5000, close);
    played.now += 42_000;
    expect(answer(played, 1, { at: tappedAt, awaySince: tappedAt - 1000 })).toBeNull();
    expect(last(played)).toMatchObject({ type: 'answered', late: { tappedAt, byMs: 42_000 } });
    expect(counted(played)?.answer).toEqual({ picked: 1 });
    expect(played.state.asked.get(questionId)).toMatchObject({ answered: 1, right: 1 });
  });

  test('counts after the reveal too, with its points, result and place on the wall', () => {
    const played = started();
    later(played, 0, open);
    const tap = { at: played.now + 1000, awaySince: played.now };
    later(played, 5000, reveal);
    played.now += 5000;
    answer(played, 1, tap);
    expect(played.state.seats.get('seat-1')?.points).toBe(2);
    expect(seatView(played.state, 'seat-1', () => null).result).toMatchObject({
      points: 2,
      total: 2,
    });
    expect(fold(played.journal)).toEqual(played.state);
  });

  test('does not count after the reveal from a device that was connected when the key was shown', () => {
    for (const awaySince of [null, 1]) {
      const played = started();
      later(played, 0, open);
      const at = played.now + 4000;
      later(played, 5000, reveal);
      played.now += 500;
      answer(played, 1, { at, awaySince: awaySince === null ? null : played.now });
      expect(last(played)).toMatchObject({ type: 'answerTooLate', reason: 'key_shown' });
      expect(played.state.seats.get('seat-1')?.points).toBe(0);
    }
  });

  test('does not count when it comes as it is tapped, were it only a moment after', () => {
    const played = started();
    later(played, 0, open);
    later(played, 5000, close);
    answer(played, 1);
    expect(last(played)).toMatchObject({ reason: 'tapped_after_closing' });
    expect(counted(played)).toBeUndefined();
  });

  test.each([
    ['never', close, 'rule'],
    ['untilReveal', close, null],
    ['untilReveal', reveal, 'key_shown'],
    ['tapped', reveal, null],
    [undefined, reveal, null],
  ] as const)('follows the rule %s: %o gives %s', (rule, end, reason) => {
    const played = started(rule);
    later(played, 0, open);
    const tap = { at: played.now + 1000, awaySince: played.now };
    later(played, 5000, end);
    played.now += 1000;
    answer(played, 0, tap);
    expect(last(played)).toMatchObject(
      reason === null ? { type: 'answered' } : { type: 'answerTooLate', reason },
    );
  });

  test('is kept with its reason where it was tapped after the closing or in an earlier round', () => {
    const played = started();
    later(played, 0, open);
    later(played, 5000, reveal);
    answer(played, 2, { at: played.now + 2000, awaySince: 0 });
    played.now += 2000;
    answer(played, 2, { at: played.now, awaySince: 0 });
    expect(last(played)).toMatchObject({
      type: 'answerTooLate',
      seatId: 'seat-1',
      answer: { picked: 2 },
      reason: 'tapped_after_closing',
    });
    later(played, 1000, open);
    answer(played, 2, { at: played.now - 5000, awaySince: 0 });
    expect(last(played)).toMatchObject({ type: 'answerTooLate', round: 1, reason: 'other_round' });
    expect(counted(played)).toBeUndefined();
  });

  test('never takes the place of a newer one of the same student, nor of a final one', () => {
    const played = started();
    later(played, 0, open);
    played.now += 20_000;
    answer(played, 1);
    const standing = played.now;
    answer(played, 0, { at: standing - 15_000, awaySince: 0 });
    expect(last(played)).toMatchObject({ type: 'answerTooLate', reason: 'newer_counts' });
    later(played, 5000, close);
    answer(played, 0, { at: standing - 15_000, awaySince: 0 });
    expect(last(played)).toMatchObject({ reason: 'newer_counts' });
    answer(played, 2, { at: standing + 1000, awaySince: 0 });
    expect(counted(played)?.answer).toEqual({ picked: 2 });

    const final = started('tapped', false);
    later(final, 0, open);
    answer(final, 1);
    later(final, 5000, close);
    answer(final, 0, { at: final.now - 1000, awaySince: 0 });
    expect(last(final)).toMatchObject({ reason: 'answered_already' });
  });

  test('counts after the end of the lesson by the same rule; a removed student’s never does', () => {
    const played = started();
    later(played, 0, open);
    const tap = { at: played.now + 1000, awaySince: played.now };
    later(played, 5000, { type: 'endLesson' });
    answer(played, 1, tap);
    expect(counted(played)?.answer).toEqual({ picked: 1 });
    expect(play(played, teacher, open)).toBe('lesson_over');

    const without = started();
    later(without, 0, open);
    later(without, 1000, { type: 'removeSeat', seatId: 'seat-1' }, close);
    expect(answer(without, 1, tap)).toBe('seat_removed');
  });

  test('cannot be tapped before its seat was taken, and a flood of them is not kept', () => {
    const played = started();
    later(played, 0, open);
    later(played, 5000, close);
    played.now += 1000;
    play(played, { as: 'door' }, { type: 'takeSeat', seatId: 'seat-3', device: 'device-3' });
    played.now += 5000;
    answer(played, 1, { at: 0, awaySince: 0 }, 1, 'seat-3');
    expect(last(played)).toMatchObject({ reason: 'tapped_after_closing' });
    const refusals = Array.from({ length: 60 }, () => answer(played, 1));
    expect(refusals.filter((code) => code === null)).toHaveLength(50);
    expect(refusals.at(-1)).toBe('question_not_open');
  });

  test('of a journal without times of openings and rules is read as before', () => {
    const played = started();
    later(played, 0, open);
    answer(played, 1);
    const before = played.journal.map(({ event }) => event);
    expect(JSON.stringify(before)).not.toMatch(/late|tappedAt/i);
    expect(fold(played.journal).asked.get(questionId)?.answered).toBe(1);
  });
});

/** Whether something counts, worked out from the story alone: what was tapped when, and when it was closed and shown. */
type Story = { closedAt: number | null; revealed: boolean; rule: LateRule; changes: boolean };

describe('whatever the order of taps, closings and arrivals,', () => {
  const arrival = fc.record({
    /** When it is tapped and how much later it arrives, in tenths of the open time. */
    tap: fc.integer({ min: 0, max: 30 }),
    travel: fc.integer({ min: 0, max: 40 }),
    picked: fc.nat(2),
    seat: fc.constantFrom('seat-1', 'seat-2'),
  });

  test('an answer counts if and only if the rule says so, and the newest tap of a seat counts', () => {
    fc.assert(
      fc.property(
        fc.array(arrival, { minLength: 1, maxLength: 12 }),
        fc.constantFrom<LateRule>('tapped', 'untilReveal', 'never'),
        fc.boolean(),
        fc.integer({ min: 5, max: 25 }),
        fc.integer({ min: 0, max: 15 }),
        (arrivals, rule, changes, closing, showing) => {
          const step = 10_000;
          const played = started(rule, changes);
          later(played, 0, open);
          const from = played.now;
          const closedAt = from + closing * step;
          const revealedAt = closedAt + showing * step;
          const story = arrivals
            .map((one, place) => ({ ...one, place, at: from + one.tap * step }))
            .map((one) => ({ ...one, arrives: one.at + one.travel * step + 1 + one.place }))
            .toSorted((a, b) => a.arrives - b.arrives);
          const expected = new Map<string, { picked: number; at: number }>();
          for (const one of story) {
            const state: Story = {
              closedAt: one.arrives >= closedAt ? closedAt : null,
              revealed: one.arrives >= revealedAt,
              rule,
              changes,
            };
            if (state.closedAt !== null && played.state.asked.get(questionId)?.closedAt === null) {
              played.now = closedAt;
              expect(play(played, teacher, close)).toBeNull();
            }
            if (
              state.revealed &&
              played.state.asked.get(questionId)?.progress.phase !== 'revealed'
            ) {
              played.now = revealedAt;
              expect(play(played, teacher, reveal)).toBeNull();
            }
            played.now = one.arrives;
            answer(played, one.picked, { at: one.at, awaySince: one.at }, 1, one.seat);
            const standing = expected.get(one.seat);
            if (shouldCount(state, one.at, standing?.at))
              expected.set(one.seat, { picked: one.picked, at: one.at });
          }
          for (const seatId of ['seat-1', 'seat-2']) {
            const kept = played.state.asked.get(questionId)?.answers.get(seatId);
            expect(kept?.answer).toEqual(
              expected.has(seatId) ? { picked: expected.get(seatId)?.picked } : undefined,
            );
          }
          const refused =
            story.length - countOf(played, 'answered') - countOf(played, 'answerTooLate');
          // Only a second answer while the question is open, where the first is final, is not kept.
          if (changes) expect(refused).toBe(0);
          expect(fold(played.journal)).toEqual(played.state);
          expect(teacherView(played.state, played.now, nobody).current?.answered).toBe(
            expected.size,
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});

const nobody = { here: 0, isHere: () => false, goneAt: () => null, holdsSince: () => null };

const countOf = ({ journal }: Played, type: LessonEvent['type']) =>
  journal.filter(({ event }) => event.type === type).length;

function shouldCount(story: Story, tappedAt: number, standing: number | undefined): boolean {
  const newest = standing === undefined || (story.changes && tappedAt >= standing);
  if (story.closedAt === null) return newest;
  if (story.rule === 'never' || tappedAt >= story.closedAt) return false;
  if (story.rule === 'untilReveal' && story.revealed) return false;
  return newest;
}
