import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  projectorViewSchema,
  studentViewSchema,
  teacherViewSchema,
} from '../../../lan-server/contract/frames.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../../lan-server/lesson/state.ts';
import { currentAsked, emptyLesson } from '../../../lan-server/lesson/state.ts';
import { evolve } from '../../../lan-server/lesson/evolve.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import { play, startSeated, steps } from './commands.ts';
import type { Played, Step } from './commands.ts';

const everybodyHere = {
  here: 3,
  isHere: () => true,
  goneAt: () => null,
  holdsSince: () => null,
};
const nameOf = (seatId: string) => `Name of ${seatId}`;

function eachStep(
  given: Step[],
  check: (played: Played, step: Step, refused: string | null) => void,
): Played {
  const played = startSeated();
  for (const step of given) {
    played.now += step.wait;
    check(played, step, play(played, step.actor, step.command));
  }
  return played;
}

test('the lessons made up here are lively: most answers are taken, and every event happens', () => {
  const seen = new Map<string, number>();
  for (const given of fc.sample(steps, { numRuns: 200, seed: 7 })) {
    for (const { event } of eachStep(given, () => {}).journal)
      seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
  }
  expect(seen.get('answered')).toBeGreaterThan(150);
  expect([...seen.keys()].length).toBeGreaterThanOrEqual(18);
});

describe('whatever is asked of a lesson, in whatever order,', () => {
  test('folding its journal gives the live state again', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { state, journal } = eachStep(given, () => {});
        expect(fold(journal)).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  test('a seat has one counted answer to a question, and the counts are what a count from nothing gives', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { state } = eachStep(given, () => {});
        for (const { question, answers, tally, answered, right } of state.asked.values()) {
          const kind = kindOf(question);
          const fresh = kind.emptyTally(question);
          let rightAnew = 0;
          const counted = [...answers].filter(([seatId]) => !state.seats.get(seatId)?.removed);
          for (const [, { answer }] of counted) {
            kind.count(fresh, answer, 1);
            if (kind.grade(question, answer)?.right) rightAnew += 1;
          }
          expect(kind.picture(question, tally)).toEqual(kind.picture(question, fresh));
          expect([answered, right]).toEqual([counted.length, rightAnew]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no answer is taken outside an open phase unless it was tapped in it, in another round, or from a removed seat', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { journal } = eachStep(given, () => {});
        const state = emptyLesson();
        for (const stored of journal) {
          if (stored.event.type === 'answered') {
            const asked = state.asked.get(stored.event.questionId);
            if (stored.event.late?.byMs)
              expect(stored.event.late.tappedAt).toBeLessThan(asked?.closedAt ?? 0);
            else expect(asked?.progress.phase).toBe('open');
            expect(asked?.round).toBe(stored.event.round);
            expect(state.seats.get(stored.event.seatId)?.removed).toBe(false);
          }
          evolve(state, stored);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('students and wall see no key, explanation or note before the reveal', () => {
    fc.assert(
      fc.property(steps, (given) => {
        eachStep(given, ({ state, now }) => {
          const frames = JSON.stringify([
            studentView(state, now),
            projectorView(state, now, everybodyHere, nameOf),
            ...[...state.seats.keys()].map((seatId) => seatView(state, seatId, nameOf)),
          ]);
          const asked = currentAsked(state);
          const revealed = asked?.progress.phase === 'revealed' ? asked.question : null;
          expect(frames).not.toContain('SECRET note');
          for (const { question } of state.asked.values()) {
            if (question !== revealed) expect(frames).not.toContain(question.explanation);
          }
          if (!revealed) expect(frames).not.toMatch(/"right"|"key"|"explanation"/);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('at most one question is open, and it is the current one', () => {
    fc.assert(
      fc.property(steps, (given) => {
        eachStep(given, ({ state }) => {
          const open = [...state.asked.values()].filter(
            ({ progress }) => progress.phase === 'open',
          );
          expect(open.map(({ question }) => question.id)).toEqual(
            open.length === 0 ? [] : [state.current],
          );
        });
      }),
    );
  });

  test('every view is of the form that the contract states, and says nothing of another seat', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { state, now } = eachStep(given, () => {});
        expect(studentViewSchema.safeParse(studentView(state, now)).error).toBeUndefined();
        expect(
          teacherViewSchema.safeParse(teacherView(state, now, everybodyHere)).error,
        ).toBeUndefined();
        const wall = projectorView(state, now, everybodyHere, nameOf);
        expect(projectorViewSchema.safeParse(wall).error).toBeUndefined();
        expect(JSON.stringify(studentView(state, now))).not.toContain('seat-');
        expect(teacherView(state, now, everybodyHere).grid).toHaveLength(state.seats.size);
      }),
    );
  });

  test('points are the sum over the revealed questions', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { state } = eachStep(given, () => {});
        for (const seat of state.seats.values())
          expect(seat.points).toBeCloseTo(pointsAnew(state, seat.id), 6);
      }),
      { numRuns: 300 },
    );
  });

  test('only the one who may ask is heard', () => {
    fc.assert(
      fc.property(steps, (given) => {
        eachStep(given, (_played, { actor, command }, refused) => {
          if (actor.as === 'student' && command.type !== 'answer')
            expect(refused).toBe('forbidden');
          if (actor.as === 'teacher' && command.type === 'answer')
            expect(refused).toBe('forbidden');
          if (actor.as === 'door' && command.type !== 'takeSeat' && command.type !== 'comeBack')
            expect(refused).toBe('forbidden');
        });
      }),
    );
  });
});

function pointsAnew(state: LessonState, seatId: string): number {
  let sum = 0;
  for (const { question, progress, answers } of state.asked.values()) {
    const counted = answers.get(seatId);
    if (progress.phase !== 'revealed' || !counted) continue;
    sum += (kindOf(question).grade(question, counted.answer)?.credit ?? 0) * question.points;
  }
  return sum;
}
