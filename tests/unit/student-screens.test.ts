import { describe, expect, test } from 'vitest';
import type { SeatView, StudentView } from '../../lan-server/contract/frames.ts';
import { screenName, screenOf } from '../../renderer/phone/screen.ts';
import { optionPressed } from '../../renderer/phone/option-keys.ts';
import { timeSaid } from '../../renderer/student/time-said.ts';

const question = {
  id: 'question-1',
  kind: 'choice' as const,
  text: '',
  points: 1,
  options: ['', ''],
};
const asked = { number: 1, of: 2, round: 2, question };
const stages = {
  lobby: { at: 'lobby' },
  ready: { at: 'ready', number: 1, of: 2 },
  open: { at: 'open', ...asked, timer: null },
  closed: { at: 'closed', ...asked },
  revealed: {
    at: 'revealed',
    ...asked,
    key: { right: 1 },
    explanation: '',
    picture: { total: 1, counts: [0, 1] },
  },
} satisfies Record<string, StudentView['stage']>;

const view = (stage: StudentView['stage'], more: Partial<StudentView> = {}): StudentView => ({
  lesson: { id: 'lesson-1', title: 'Osmosis', code: '4827', identity: 'nickname' },
  status: 'live',
  changes: true,
  stage,
  ...more,
});
const seat: SeatView = {
  seatId: 'seat-1',
  name: 'Priya',
  removed: false,
  points: 0,
  answer: null,
  result: null,
};
const answer = { questionId: 'question-1', round: 2, answer: { picked: 1 }, at: 77 };
const answered = { ...seat, answer };
const pending = { answer: { picked: 0 }, keptAt: 99, stuck: false };

describe('the screen of a phone', () => {
  test('follows the lesson through its phases', () => {
    const is = (at: keyof typeof stages) => screenOf(view(stages[at]), seat, null, false).is;
    expect([is('lobby'), is('ready'), is('open'), is('closed'), is('revealed')]).toEqual([
      'lobby',
      'ready',
      'ask',
      'closed',
      'result',
    ]);
  });

  test('shows the answer that is still on the phone before the one that is stored', () => {
    const mine = (waits: typeof pending | null) => {
      const screen = screenOf(view(stages.open), answered, waits, false);
      return screen.is === 'sent' ? screen.mine : null;
    };
    expect(mine(null)).toEqual({ answer: { picked: 1 }, is: 'stored', at: 77 });
    expect(mine(pending)).toEqual({ answer: { picked: 0 }, is: 'sending', at: 99 });
    expect(mine({ ...pending, stuck: true })?.is).toBe('kept');
  });

  test('does not take the answer of another round or question for this one’s', () => {
    for (const other of [{ round: 1 }, { questionId: 'question-2' }]) {
      const before = { ...seat, answer: { ...answer, ...other } };
      expect(screenOf(view(stages.open), before, null, false)).toMatchObject({
        is: 'ask',
        mine: null,
      });
    }
    const result = { questionId: 'question-1', round: 1, right: true, points: 1, total: 1 };
    expect(screenOf(view(stages.revealed), { ...answered, result }, null, false)).toMatchObject({
      is: 'result',
      result: null,
    });
  });

  test('asks again only where answers may be changed and the lesson is not paused', () => {
    const editing = (more: Partial<StudentView>) =>
      screenOf(view(stages.open, more), answered, null, true);
    expect(editing({})).toMatchObject({ is: 'ask', mine: { is: 'stored' } });
    expect(editing({ changes: false })).toMatchObject({ is: 'sent', mayChange: false });
    expect(editing({ status: 'paused' })).toMatchObject({ is: 'sent', mayChange: false });
  });

  test('is the pause only while there is nothing of one’s own to see', () => {
    const paused = (at: keyof typeof stages, who: SeatView) =>
      screenOf(view(stages[at], { status: 'paused' }), who, null, false).is;
    expect(paused('lobby', seat)).toBe('paused');
    expect(paused('ready', seat)).toBe('paused');
    expect(paused('open', seat)).toBe('paused');
    expect(paused('open', answered)).toBe('sent');
    expect(paused('revealed', answered)).toBe('result');
  });

  test('puts removal before the end, and the end before every phase', () => {
    const ended = { status: 'ended' as const };
    expect(screenOf(view(stages.open, ended), answered, pending, true).is).toBe('ended');
    expect(screenOf(view(stages.open, ended), { ...seat, removed: true }, null, false).is).toBe(
      'removed',
    );
  });

  test('has another name for another phase, question or round, and the same while an answer is on its way', () => {
    const name = (stage: StudentView['stage'], waits: typeof pending | null = null) =>
      screenName(screenOf(view(stage), answered, waits, false));
    expect(name(stages.open, pending)).toBe(name(stages.open));
    expect(name(stages.open)).not.toBe(name(stages.closed));
    const names = [1, 2].map((round) =>
      screenName(screenOf(view({ ...stages.open, round }), seat, null, false)),
    );
    expect(names[0]).not.toBe(names[1]);
  });
});

test('letters and figures pick the options that there are, and no others', () => {
  expect(optionPressed('a', 4)).toBe(0);
  expect(optionPressed('4', 4)).toBe(3);
  expect(['e', '5', '0', 'enter', 'ab', ''].map((key) => optionPressed(key, 4))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

describe('the time that a screen reader hears', () => {
  const said = (left: number | null, total: number) => timeSaid(left, total, { t: (key) => key });

  test('is told at 30 and at 10 seconds, once each', () => {
    expect(said(31_000, 60_000)).toBeNull();
    expect(said(29_000, 60_000)).toBe('student.timer.thirty');
    expect(said(20_000, 60_000)).toBe('');
    expect(said(9000, 60_000)).toBe('student.timer.ten');
    expect(said(2000, 60_000)).toBe('');
  });

  test('is never more than the question had', () => {
    expect(said(19_000, 20_000)).toBeNull();
    expect(said(9000, 20_000)).toBe('student.timer.ten');
    expect(said(9000, 10_000)).toBeNull();
    expect(said(null, 0)).toBeNull();
  });
});
