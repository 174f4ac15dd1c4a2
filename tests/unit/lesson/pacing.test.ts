import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  projectorViewSchema,
  seatViewSchema,
  studentViewSchema,
  teacherViewSchema,
} from '../../../lan-server/contract/frames.ts';
import { paperSchema } from '../../../lan-server/contract/work.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../../lan-server/lesson/state.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { matrixRows } from '../../../lan-server/lesson/views/matrix.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { paperOf, studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import { kindOf, takesAnswers } from '../../../lan-server/questions/index.ts';
import { play, questions, startSeated, workSteps } from './commands.ts';
import type { Played, Step } from './commands.ts';

const everybodyHere = {
  here: 3,
  isHere: () => true,
  goneAt: () => null,
  holdsSince: () => null,
};
const nameOf = (seatId: string) => `Name of ${seatId}`;
const feedback = fc.constantFrom('now' as const, 'end' as const);
const teacher = { as: 'teacher' } as const;
const ada = { as: 'student', seatId: 'seat-1' } as const;

function lessonOf(way: 'now' | 'end', minutes: number | null = null, changes = true): Played {
  return startSeated(changes, { pacing: 'self', feedback: way, minutes, mixed: false });
}

/** Begins the work in most runs: a lesson that never starts shows little. */
function eachStep(
  { given, way, begun }: { given: Step[]; way: 'now' | 'end'; begun: boolean },
  check: (played: Played) => void = () => {},
): Played {
  const played = lessonOf(way, 10);
  if (begun) play(played, teacher, { type: 'startWork' });
  for (const step of given) {
    played.now += step.wait;
    play(played, step.actor, step.command);
    check(played);
  }
  return played;
}

const lessons = fc.record({
  given: workSteps,
  way: feedback,
  begun: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
});

function answer(played: Played, seatId: string, number: number, wanted = 0): string | null {
  const question = questions[number];
  const fixture = question && kindOf(question).fixtures[0]?.answers[wanted];
  return play(
    played,
    { as: 'student', seatId },
    {
      type: 'answer',
      commandId: `command-${seatId}-${number}-${played.now}`,
      questionId: question?.id ?? '',
      round: 1,
      answer: fixture?.answer,
    },
  );
}

/** Of all that is asked; a slide is only shown. */
const phases = ({ asked }: LessonState) =>
  new Set(
    [...asked.values()].flatMap(({ question, progress }) =>
      takesAnswers(question) ? [progress.phase] : [],
    ),
  );

describe('whatever is asked of a lesson at one’s own speed, in whatever order,', () => {
  test('lessons made up here are lively: every event of the work happens, answers are taken', () => {
    const seen = new Map<string, number>();
    for (const lesson of fc.sample(lessons, { numRuns: 150, seed: 7 }))
      for (const { event } of eachStep(lesson).journal)
        seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
    expect(seen.get('answered')).toBeGreaterThan(300);
    for (const type of ['workOpened', 'workExtended', 'workClosed', 'workReleased', 'handedIn'])
      expect(seen.get(type), type).toBeGreaterThan(5);
    expect(seen.get('takenBack')).toBeGreaterThan(5);
    expect(seen.has('questionOpened')).toBe(false);
  });

  test('folding its journal gives the live state again', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { state, journal } = eachStep(lesson);
        expect(fold(journal)).toEqual(state);
      }),
      { numRuns: 200 },
    );
  });

  test('all questions are in one phase, and points are those of released ones', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { state } = eachStep(lesson, (played) => {
          const expected = { open: 'open', closed: 'closed', released: 'revealed' } as const;
          const { work } = played.state;
          expect([...phases(played.state)]).toEqual([work ? expected[work.standing] : 'fresh']);
          if (work?.standing !== 'released') expect(played.state.current).toBeNull();
        });
        for (const seat of state.seats.values()) {
          let points = 0;
          for (const { question, answers, progress } of state.asked.values()) {
            const given = answers.get(seat.id);
            const grade = given && kindOf(question).grade(question, given.answer);
            if (progress.phase === 'revealed' && grade) points += grade.credit * question.points;
          }
          expect(seat.points).toBeCloseTo(points, 6);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('no key leaves before the release; with feedback at once it reaches the seat alone whose answer stands', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        eachStep(lesson, ({ state, now }) => {
          const released = state.work?.standing === 'released';
          const forAll = JSON.stringify([
            studentView(state, now),
            projectorView(state, now, everybodyHere, nameOf),
            paperOf(state),
          ]);
          expect(forAll).not.toContain('SECRET note');
          if (!released) expect(forAll).not.toMatch(/SECRET|"right"|"key"|"explanation"|"shown"/);
          if (!state.work) for (const { text } of questions) expect(forAll).not.toContain(text);
          for (const seatId of state.seats.keys()) {
            const own = JSON.stringify(seatView(state, seatId, nameOf));
            expect(own).not.toContain('SECRET note');
            for (const { question, answers } of state.asked.values()) {
              const known = lesson.way === 'now' && answers.has(seatId);
              if (!released && !known) {
                expect(own).not.toContain(question.explanation);
                expect(own).not.toContain(`"questionId":"${question.id}","round":1,"right"`);
              }
            }
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  test('with feedback at once an answer that was stored stays; nobody who handed in adds one', () => {
    fc.assert(
      fc.property(lessons, ({ given, begun }) => {
        const { journal } = eachStep({ given, begun, way: 'now' });
        const stood = new Set<string>();
        const handedIn = new Set<string>();
        for (const { event } of journal) {
          if (event.type === 'handedIn') handedIn.add(event.seatId);
          if (event.type === 'takenBack') handedIn.delete(event.seatId);
          if (event.type !== 'answered') continue;
          const what = `${event.seatId} ${event.questionId}`;
          expect(stood.has(what)).toBe(false);
          expect(handedIn.has(event.seatId)).toBe(false);
          stood.add(what);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('every view is of the form that the contract states, and a row has a letter for each question', () => {
    fc.assert(
      fc.property(lessons, (lesson) => {
        const { state, now } = eachStep(lesson);
        for (const [schema, view] of [
          [studentViewSchema, studentView(state, now)],
          [teacherViewSchema, teacherView(state, now, everybodyHere)],
          [projectorViewSchema, projectorView(state, now, everybodyHere, nameOf)],
          [seatViewSchema, seatView(state, 'seat-1', nameOf)],
          [paperSchema.optional(), paperOf(state).paper],
        ] as const) {
          const parsed = schema.safeParse(view);
          expect(parsed.error).toBeUndefined();
          // Nothing that the contract does not name is sent either.
          expect(parsed.data).toEqual(view);
        }
        for (const { cells } of matrixRows(state, null, now))
          expect(cells).toHaveLength(state.order.length);
      }),
    );
  });
});

describe('work at one’s own speed', () => {
  test('is open for all at once, in any order, until it is handed in; taken back it goes on', () => {
    const played = lessonOf('end');
    expect(answer(played, 'seat-1', 0)).toBe('question_not_open');
    expect(play(played, ada, { type: 'handIn' })).toBe('work_not_open');
    expect(play(played, teacher, { type: 'startWork' })).toBeNull();
    expect(play(played, teacher, { type: 'startWork' })).toBe('work_started');
    // A slide between them can be read, and takes nothing.
    expect(paperOf(played.state).paper?.questions.map(({ round }) => round)).toEqual(
      questions.map((question) => (takesAnswers(question) ? 1 : 0)),
    );
    expect(answer(played, 'seat-1', 3)).toBeNull();
    expect(answer(played, 'seat-1', 1)).toBeNull();
    expect(answer(played, 'seat-1', 1)).toBeNull();
    expect(play(played, ada, { type: 'handIn' })).toBeNull();
    expect(answer(played, 'seat-1', 2)).toBe('handed_in');
    expect(teacherView(played.state, played.now, everybodyHere).work?.handedIn).toBe(1);
    // Whose answers do not count any more is not counted here either.
    play(played, teacher, { type: 'removeSeat', seatId: 'seat-1' });
    expect(teacherView(played.state, played.now, everybodyHere).work?.handedIn).toBe(0);
    play(played, teacher, { type: 'restoreSeat', seatId: 'seat-1' });
    expect(play(played, ada, { type: 'takeBack' })).toBeNull();
    expect(answer(played, 'seat-1', 2)).toBeNull();
    expect(seatView(played.state, 'seat-1', nameOf).work?.answers).toHaveLength(3);
  });

  test('is handed in for good where answers are final', () => {
    const played = lessonOf('end', null, false);
    play(played, teacher, { type: 'startWork' });
    expect(answer(played, 'seat-1', 0)).toBeNull();
    expect(answer(played, 'seat-1', 0)).toBe('answer_final');
    play(played, ada, { type: 'handIn' });
    expect(play(played, ada, { type: 'takeBack' })).toBe('handed_in');
  });

  test('single questions are not opened, closed, shown or skipped; after the release each can be gone to', () => {
    const played = lessonOf('end');
    const [first] = questions;
    const questionId = first?.id ?? '';
    const singly = ['openQuestion', 'closeQuestion', 'revealKey', 'skipQuestion'] as const;
    play(played, teacher, { type: 'startWork' });
    for (const type of singly)
      expect(play(played, teacher, { type, questionId })).toBe('self_paced');
    expect(play(played, teacher, { type: 'goTo', questionId })).toBe('self_paced');
    const order = played.state.order.toReversed();
    expect(play(played, teacher, { type: 'reorderQuestions', order })).toBe('work_started');
    answer(played, 'seat-1', 0);
    expect(play(played, teacher, { type: 'releaseWork' })).toBeNull();
    expect(play(played, teacher, { type: 'goTo', questionId })).toBeNull();
    const { stage } = studentView(played.state, played.now);
    expect(stage).toMatchObject({ at: 'revealed', explanation: first?.explanation });
    expect(play(played, teacher, { type: 'openQuestion', questionId })).toBe('self_paced');
  });

  test('its time runs out by the clock, stands while paused, and can be made longer; then it can be opened again', () => {
    const played = lessonOf('end', 10);
    const timer = () => teacherView(played.state, played.now, everybodyHere).work?.timer;
    const clock = { as: 'clock' } as const;
    play(played, teacher, { type: 'startWork' });
    played.now += 4 * 60_000;
    expect(timer()).toEqual({ leftMs: 6 * 60_000, totalMs: 10 * 60_000, running: true });
    play(played, teacher, { type: 'pauseLesson' });
    played.now += 60 * 60_000;
    play(played, teacher, { type: 'extendTimer', seconds: 60 });
    expect(timer()).toEqual({ leftMs: 7 * 60_000, totalMs: 11 * 60_000, running: false });
    play(played, teacher, { type: 'resumeLesson' });
    expect(play(played, clock, { type: 'workTimeIsUp' })).toBe('question_not_timed');
    // The program was gone: nobody loses what it was gone for.
    played.now += 30_000;
    play(played, clock, { type: 'recover', lostMs: 30_000 });
    expect(timer()?.leftMs).toBe(7 * 60_000);
    played.now += 7 * 60_000;
    expect(play(played, clock, { type: 'workTimeIsUp' })).toBeNull();
    answer(played, 'seat-1', 0);
    expect(played.journal.at(-1)?.event).toMatchObject({ reason: 'tapped_after_closing' });
    expect(play(played, teacher, { type: 'startWork' })).toBeNull();
    expect(timer()).toBeNull();
    expect(answer(played, 'seat-1', 0)).toBeNull();
  });

  test('an answer tapped before the closing counts although it comes after it', () => {
    const played = lessonOf('end');
    play(played, teacher, { type: 'startWork' });
    const tappedAt = (played.now += 1000);
    played.now += 20_000;
    play(played, teacher, { type: 'closeWork' });
    played.now += 5000;
    const [question] = questions;
    const given = question && kindOf(question).fixtures[0]?.answers[0]?.answer;
    const late = {
      type: 'answer',
      commandId: 'command-late',
      questionId: question?.id ?? '',
      round: 1,
      answer: given,
      tap: { at: tappedAt, awaySince: tappedAt },
    } as const;
    expect(play(played, ada, late)).toBeNull();
    expect(played.journal.at(-1)?.event).toMatchObject({ type: 'answered', late: { tappedAt } });
  });

  test('ending the lesson closes and releases it', () => {
    const played = lessonOf('end');
    play(played, teacher, { type: 'startWork' });
    answer(played, 'seat-1', 0);
    play(played, teacher, { type: 'endLesson' });
    expect(played.journal.slice(-3).map(({ event }) => event.type)).toEqual([
      'workClosed',
      'workReleased',
      'ended',
    ]);
    expect(seatView(played.state, 'seat-1', nameOf).work?.results).toHaveLength(1);
  });

  test('in a lesson that the teacher paces nothing of it can be asked', () => {
    const played = startSeated();
    expect(play(played, teacher, { type: 'startWork' })).toBe('not_self_paced');
    expect(play(played, ada, { type: 'handIn' })).toBe('not_self_paced');
    expect('work' in teacherView(played.state, played.now, everybodyHere)).toBe(false);
    expect('work' in seatView(played.state, 'seat-1', nameOf)).toBe(false);
  });

  test('what wall and students get does not grow with the class, and one answer is one row', () => {
    const sizes = [3, 300].map((seats) => {
      const played = lessonOf('end');
      for (let seat = 4; seat <= seats; seat += 1)
        play(
          played,
          { as: 'door' },
          { type: 'takeSeat', seatId: `seat-${seat}`, device: `device-${seat}` },
        );
      play(played, teacher, { type: 'startWork' });
      for (let seat = 1; seat <= seats; seat += 1) answer(played, `seat-${seat}`, 0);
      const anonymous = () => null;
      return JSON.stringify([
        studentView(played.state, played.now),
        paperOf(played.state),
        projectorView(played.state, played.now, { ...everybodyHere, here: seats }, anonymous),
      ]).length;
    });
    expect((sizes[1] ?? 0) - (sizes[0] ?? 0)).toBeLessThan(20);
  });
});
