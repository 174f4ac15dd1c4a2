import { describe, expect, test } from 'vitest';
import type { Phase, TeacherView } from '../../lan-server/contract/frames.ts';
import { phaseLetters } from '../../lan-server/contract/frames.ts';
import { movesOf } from '../../renderer/teacher/console/moves.ts';
import { nextStep, phasesOf, stepCommand } from '../../renderer/teacher/console/next-step.ts';
import { stationOf } from '../../renderer/teacher/console/way.ts';

const order = ['question-1', 'question-2', 'question-3'];

type Where = {
  phases?: Phase[];
  /** Number of the question on the wall, from 1. */
  at?: number;
  status?: TeacherView['status'];
  answered?: number;
  of?: number;
  right?: number | null;
};

function view({
  phases,
  at,
  status,
  answered = 0,
  of = 27,
  right = null,
}: Where = {}): TeacherView {
  const all = phases ?? ['fresh', 'fresh', 'fresh'];
  return {
    lesson: {
      id: 'lesson-1',
      title: 'Osmosis',
      subject: '',
      identity: 'nickname',
      changes: true,
      startedAt: 0,
      endedAt: null,
    },
    status: status ?? 'live',
    wall: { blank: false, join: false, results: false, light: false },
    seats: of,
    here: of,
    grid: 'w'.repeat(of),
    holding: 0,
    outOfReach: 0,
    phases: all.map((phase) => phaseLetters[phase]).join(''),
    current:
      at === undefined
        ? null
        : {
            number: at,
            of: all.length,
            answered,
            seated: of,
            questionId: order[at - 1] ?? '',
            phase: all[at - 1] ?? 'fresh',
            round: 1,
            timer: null,
            picture: { total: answered, counts: [answered, 0] },
            right,
          },
  };
}

describe('The next step of a lesson', () => {
  test('opens the first question from the join screen, in one press', () => {
    const step = nextStep(view(), order);
    expect(step).toEqual({ do: 'open', questionId: 'question-1', number: 1 });
    expect(stepCommand(step)).toEqual({ type: 'openQuestion', questionId: 'question-1' });
  });

  test('opens the question that stands on the wall', () => {
    expect(nextStep(view({ at: 2 }), order)).toEqual({
      do: 'open',
      questionId: 'question-2',
      number: 2,
    });
  });

  test('closes an open question and says how many still have to answer', () => {
    const step = nextStep(view({ phases: ['open', 'fresh', 'fresh'], at: 1, answered: 19 }), order);
    expect(step).toEqual({ do: 'close', questionId: 'question-1', waiting: 8 });
    expect(stepCommand(step)).toEqual({ type: 'closeQuestion', questionId: 'question-1' });
  });

  test('reveals a closed question and knows whether there is a key to show', () => {
    const phases: Phase[] = ['closed', 'fresh', 'fresh'];
    expect(nextStep(view({ phases, at: 1, right: 11 }), order)).toMatchObject({
      do: 'reveal',
      keyed: true,
    });
    const unkeyed = nextStep(view({ phases, at: 1 }), order);
    expect(unkeyed).toEqual({ do: 'reveal', questionId: 'question-1', keyed: false });
    expect(stepCommand(unkeyed)).toEqual({ type: 'revealKey', questionId: 'question-1' });
  });

  test('goes to the following question after the reveal without opening it', () => {
    const step = nextStep(view({ phases: ['revealed', 'fresh', 'fresh'], at: 1 }), order);
    expect(step).toEqual({ do: 'go', questionId: 'question-2', number: 2 });
    expect(stepCommand(step)).toEqual({ type: 'goTo', questionId: 'question-2' });
  });

  test('passes over questions that were asked or skipped before', () => {
    const phases: Phase[] = ['revealed', 'skipped', 'fresh'];
    expect(nextStep(view({ phases, at: 1 }), order)).toMatchObject({ do: 'go', number: 3 });
    expect(nextStep(view({ phases, at: 2 }), order)).toMatchObject({ do: 'go', number: 3 });
  });

  test('goes back to a closed question that was never revealed only if it comes later', () => {
    const phases: Phase[] = ['revealed', 'closed', 'fresh'];
    expect(nextStep(view({ phases, at: 1 }), order)).toMatchObject({ do: 'go', number: 2 });
    expect(nextStep(view({ phases: ['closed', 'revealed', 'fresh'], at: 2 }), order)).toMatchObject(
      {
        do: 'go',
        number: 3,
      },
    );
  });

  test('shows a closed question from the join screen instead of opening it again', () => {
    expect(nextStep(view({ phases: ['closed', 'fresh', 'fresh'] }), order)).toMatchObject({
      do: 'go',
      number: 1,
    });
  });

  test('ends the lesson after the last question and counts what was not asked', () => {
    const all: Phase[] = ['revealed', 'revealed', 'revealed'];
    expect(nextStep(view({ phases: all, at: 3 }), order)).toEqual({ do: 'end', unasked: 0 });
    const step = nextStep(view({ phases: ['revealed', 'fresh', 'revealed'], at: 3 }), order);
    expect(step).toEqual({ do: 'end', unasked: 1 });
    expect(stepCommand(step)).toBeNull();
  });

  test('resumes a paused lesson, whatever is on the wall', () => {
    const step = nextStep(
      view({ phases: ['open', 'fresh', 'fresh'], at: 1, status: 'paused' }),
      order,
    );
    expect(step).toEqual({ do: 'resume' });
    expect(stepCommand(step)).toEqual({ type: 'resumeLesson' });
  });

  test('leads to the results once the lesson has ended', () => {
    const step = nextStep(view({ status: 'ended' }), order);
    expect(step).toEqual({ do: 'results' });
    expect(stepCommand(step)).toBeNull();
  });

  test('offers a question asked aloud where nothing is prepared', () => {
    expect(nextStep(view({ phases: [] }), [])).toEqual({ do: 'add', more: false });
  });

  test('offers one more question asked aloud where none was prepared, and never the end', () => {
    const all: Phase[] = ['revealed', 'revealed', 'revealed'];
    const step = nextStep(view({ phases: all, at: 3 }), order, { aloud: true });
    expect(step).toEqual({ do: 'add', more: true });
    expect(stepCommand(step)).toBeNull();
  });

  test('reads an unknown phase letter of a newer program as not yet asked', () => {
    expect(phasesOf({ phases: 'focr?s' })).toEqual([
      'fresh',
      'open',
      'closed',
      'revealed',
      'fresh',
      'skipped',
    ]);
  });
});

describe('The smaller moves beside the next step', () => {
  test('back leads to the question before, and from the first to the join screen', () => {
    expect(movesOf(view({ at: 2 }), order).back).toEqual({
      can: true,
      command: { type: 'goTo', questionId: 'question-1' },
    });
    expect(movesOf(view({ at: 1 }), order).back).toEqual({
      can: true,
      command: { type: 'goToLobby' },
    });
    expect(movesOf(view(), order).back).toEqual({ can: false, reason: 'atStart' });
  });

  test('an open or closed question can be revealed, no other', () => {
    const reveal = (phase: Phase) =>
      movesOf(view({ phases: [phase, 'fresh', 'fresh'], at: 1 }), order).reveal;
    expect(reveal('open').can).toBe(true);
    expect(reveal('closed').can).toBe(true);
    expect(reveal('fresh')).toEqual({ can: false, reason: 'notAsked' });
    expect(reveal('skipped')).toEqual({ can: false, reason: 'notAsked' });
    expect(reveal('revealed')).toEqual({ can: false, reason: 'isRevealed' });
  });

  test('asking again tells a reopened round from a new one', () => {
    const again = (phase: Phase, status: TeacherView['status'] = 'live') =>
      movesOf(view({ phases: [phase, 'fresh', 'fresh'], at: 1, status }), order).again;
    expect(again('closed')).toMatchObject({ can: true, newRound: false });
    expect(again('revealed')).toMatchObject({ can: true, newRound: true });
    expect(again('skipped').can).toBe(true);
    expect(again('open')).toMatchObject({ can: false, reason: 'isOpen' });
    expect(again('fresh')).toMatchObject({ can: false, reason: 'notAsked' });
    expect(again('closed', 'paused')).toMatchObject({ can: false, reason: 'paused' });
  });

  test('the last question can be skipped while it is not done, and no further', () => {
    const skip = (phase: Phase) =>
      movesOf(view({ phases: ['revealed', 'revealed', phase], at: 3 }), order).skip;
    expect(skip('fresh').can).toBe(true);
    expect(skip('revealed')).toEqual({ can: false, reason: 'last' });
    expect(movesOf(view(), order).skip).toEqual({ can: false, reason: 'nothingShown' });
  });

  test('time can be added while a question is open only', () => {
    const open = view({ phases: ['open', 'fresh', 'fresh'], at: 1 });
    expect(movesOf(open, order).extend).toEqual({
      can: true,
      command: { type: 'extendTimer', seconds: 30 },
    });
    expect(movesOf(view({ at: 1 }), order).extend).toEqual({ can: false, reason: 'notOpen' });
  });

  test('pause turns into resume, and nothing can be done after the end', () => {
    expect(movesOf(view(), order).pause).toMatchObject({ command: { type: 'pauseLesson' } });
    expect(movesOf(view({ status: 'paused' }), order).pause).toMatchObject({
      command: { type: 'resumeLesson' },
    });
    const over = movesOf(view({ at: 1, status: 'ended' }), order);
    for (const move of Object.values(over)) expect(move).toMatchObject({ reason: 'over' });
  });
});

describe('The way of a question', () => {
  test('names the station that comes next', () => {
    const station = (phase: Phase) => stationOf(view({ phases: [phase, 'fresh', 'fresh'], at: 1 }));
    expect(station('fresh')).toBe('open');
    expect(station('open')).toBe('close');
    expect(station('closed')).toBe('reveal');
    expect(station('revealed')).toBe('next');
    expect(station('skipped')).toBe('next');
    expect(stationOf(view())).toBeNull();
    expect(stationOf(view({ at: 1, status: 'ended' }))).toBeNull();
  });
});
