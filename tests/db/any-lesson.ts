import * as fc from 'fast-check';
import { seatCode } from '../../lan-server/contract/seat-code.ts';
import { isRejection } from '../../lan-server/contract/rejections.ts';
import { decide } from '../../lan-server/lesson/decide.ts';
import type { LessonCommand } from '../../lan-server/lesson/commands.ts';
import { evolve, fold } from '../../lan-server/lesson/evolve.ts';
import type { LessonState } from '../../lan-server/lesson/state.ts';
import type { LessonEvent, StoredEvent } from '../../lan-server/ports.ts';
import { kindOf } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import { choiceQuestion, startedEvent } from './lesson-events.ts';

/** What a lesson does next; numbers choose among what is there. */
export const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        a: fc.nat(9),
        b: fc.nat(9),
        c: fc.nat(9),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'join',
          'comeBack',
          'open',
          'open',
          'close',
          'reveal',
          'skip',
          'reorder',
          'add',
          'setKey',
          'clearKey',
          'pause',
          'resume',
          'remove',
          'restore',
          'goTo',
          'lobby',
        ),
        a: fc.nat(9),
        b: fc.nat(9),
        c: fc.nat(9),
      }),
    },
  ),
  { maxLength: 80, size: '+1' },
);
export type Step = { do: string; a: number; b: number; c: number };

function of<T>(list: T[], index: number): T {
  return list[index % list.length] as T;
}

function commandOf(
  step: Step,
  state: LessonState,
  number: number,
): [who: string, LessonCommand] | null {
  const questionId = of(state.order, step.a);
  const seats = [...state.seats.keys()];
  const seatId = of(seats.length === 0 ? ['seat-000'] : seats, step.b);
  const asked = state.asked.get(questionId);
  if (!asked) return null;
  switch (step.do) {
    case 'join':
      return ['door', { type: 'takeSeat', seatId: `seat-${number}`, device: `device-${number}` }];
    case 'comeBack':
      return ['door', { type: 'comeBack', seat: seatCode(seatId), device: `device-${number}` }];
    case 'answer': {
      const open = [...state.asked.values()].find(({ progress }) => progress.phase === 'open');
      // Now and then one that was tapped while the phone was away, to whatever question.
      const isLate = step.c % 3 === 0;
      const once = [...state.asked.values()].filter(({ round }) => round > 0);
      const { question, round, openedAt } = (isLate ? once[step.b % once.length] : open) ?? asked;
      const { answers } = of(kindOf(question).fixtures, isLate ? 0 : step.c);
      // To a slide no answer fits.
      const answer: unknown = answers.length === 0 ? {} : of(answers, step.a).answer;
      const tap = { at: openedAt + step.b * 10, awaySince: step.a % 2 === 0 ? 0 : null };
      const commandId = `command-${number}`;
      return [
        seatId,
        {
          type: 'answer',
          commandId,
          questionId: question.id,
          round,
          answer,
          ...(step.b % 3 > 0 && { sure: step.b % 3 === 1 }),
          ...(isLate && { tap }),
        },
      ];
    }
    case 'open':
      return ['teacher', { type: 'openQuestion', questionId }];
    case 'close':
      return ['teacher', { type: 'closeQuestion', questionId }];
    case 'reveal':
      return ['teacher', { type: 'revealKey', questionId }];
    case 'skip':
      return ['teacher', { type: 'skipQuestion', questionId }];
    case 'reorder':
      return [
        'teacher',
        {
          type: 'reorderQuestions',
          order: state.order.toSorted((x, y) => (x < y ? 1 : -1) * (step.b % 2 === 0 ? 1 : -1)),
        },
      ];
    case 'add':
      return ['teacher', { type: 'addQuestion', question: choiceQuestion(`added-${number}`) }];
    case 'setKey':
    case 'clearKey': {
      const fixture = of(kindOf(asked.question).fixtures, step.b);
      const key = step.do === 'clearKey' ? null : kindOf(asked.question).key(fixture.question);
      return ['teacher', { type: 'setKey', questionId, key }];
    }
    case 'pause':
      return ['teacher', { type: 'pauseLesson' }];
    case 'resume':
      return ['teacher', { type: 'resumeLesson' }];
    case 'remove':
      return ['teacher', { type: 'removeSeat', seatId }];
    case 'restore':
      return ['teacher', { type: 'restoreSeat', seatId }];
    case 'goTo':
      return ['teacher', { type: 'goTo', questionId }];
    default:
      return ['teacher', { type: 'goToLobby' }];
  }
}

/** Plays steps through the lesson's own rules; the events that follow from each step are one batch. */
export function play(lessonId: string, questions: Question[], script: Step[]): StoredEvent[][] {
  const first: StoredEvent = { seq: 1, at: 1000, event: startedEvent(lessonId, questions) };
  const state = fold([first]);
  const batches: StoredEvent[][] = [[first]];
  for (const [index, step] of script.entries()) {
    const next = commandOf(step, state, index + 100);
    if (!next) continue;
    const [who, command] = next;
    const actor =
      who === 'teacher' || who === 'door'
        ? ({ as: who } as const)
        : { as: 'student' as const, seatId: who };
    const at = 2000 + index * 10;
    const decision: LessonEvent[] | { rejected: string } = decide(state, actor, command, at);
    if (isRejection(decision)) continue;
    const batch = (decision as LessonEvent[]).map((event, place) => ({
      seq: state.seq + place + 1,
      at,
      event,
    }));
    for (const stored of batch) evolve(state, stored);
    if (batch.length > 0) batches.push(batch);
  }
  return batches;
}
