import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  confidenceSchema,
  countConfidence,
  noConfidence,
} from '../../../lan-server/contract/confidence.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import { play, startSeated, steps } from './commands.ts';
import type { Played } from './commands.ts';

const here = { here: 3, isHere: () => true, goneAt: () => null, holdsSince: () => null };
const teacher = { as: 'teacher' } as const;

function opened(changes: boolean, confidence = true): Played & { id: string } {
  const played = startSeated(changes, { confidence });
  const asked = [...played.state.asked.values()].find(({ question }) => question.kind === 'choice');
  const id = asked?.question.id ?? '';
  play(played, teacher, { type: 'setKey', questionId: id, key: { right: 0 } });
  play(played, teacher, { type: 'openQuestion', questionId: id });
  return { ...played, id };
}

let ids = 0;
function answer(
  played: Played & { id: string },
  seat: number,
  picked: number,
  sure?: boolean,
  tap?: { at: number; awaySince: number | null },
): string | null {
  const given = { questionId: played.id, round: 1, answer: { picked }, sure };
  return play(
    played,
    { as: 'student', seatId: `seat-${seat}` },
    { type: 'answer', commandId: `sure-${(ids += 1)}`, ...given, ...(tap && { tap }) },
  );
}

const desk = (played: Played) => teacherView(played.state, played.now, here).current;
const mine = (played: Played, seat: number) =>
  seatView(played.state, `seat-${seat}`, () => null).answer;

describe('how sure students are', () => {
  test('is said after the answer without making it another one, and counted by right and wrong', () => {
    const played = opened(true);
    expect(answer(played, 1, 0)).toBeNull();
    const tapped = mine(played, 1);
    expect(desk(played)).not.toHaveProperty('confidence');
    played.now += 7000;
    expect(answer(played, 1, 0, true)).toBeNull();
    // Points by speed go by the time of the answer, not by when it was said.
    expect(mine(played, 1)).toEqual({ ...tapped, sure: true });
    answer(played, 2, 1, true);
    answer(played, 3, 1, false);
    expect(desk(played)?.confidence).toEqual({
      sure: 2,
      unsure: 1,
      rightSure: 1,
      rightUnsure: 0,
      wrongSure: 1,
      wrongUnsure: 1,
    });
    // Another answer is asked about anew.
    answer(played, 2, 0);
    expect(mine(played, 2)).not.toHaveProperty('sure');
    play(played, teacher, { type: 'removeSeat', seatId: 'seat-1' });
    expect(desk(played)?.confidence).toMatchObject({ sure: 0, rightSure: 0, unsure: 1 });
    play(played, teacher, { type: 'setKey', questionId: played.id, key: { right: 1 } });
    expect(desk(played)?.confidence).toMatchObject({ rightUnsure: 1, wrongUnsure: 0 });
    // Every revision is kept.
    expect(played.journal.filter(({ event }) => event.type === 'answered')).toHaveLength(5);
    expect(fold(played.journal)).toEqual(played.state);
    expect(JSON.stringify(projectorView(played.state, played.now, here, () => null))).not.toMatch(
      /sure/i,
    );
  });

  test('may be said once of an answer that is final', () => {
    const played = opened(false);
    answer(played, 1, 0);
    expect(answer(played, 1, 1, true)).toBe('answer_final');
    expect(answer(played, 1, 0, true)).toBeNull();
    expect(answer(played, 1, 0, false)).toBe('answer_final');
    expect(answer(played, 1, 0)).toBe('answer_final');
    expect(mine(played, 1)).toMatchObject({ answer: { picked: 0 }, sure: true });
  });

  test('follows the rule for late answers: what was said in time counts, after the closing it changes nothing', () => {
    const played = opened(false);
    answer(played, 1, 0);
    played.now += 10_000;
    play(played, teacher, { type: 'closeQuestion', questionId: played.id });
    const closedAt = played.now;
    played.now += 20_000;
    expect(answer(played, 1, 0, true, { at: closedAt + 1000, awaySince: 0 })).toBeNull();
    expect(mine(played, 1)).not.toHaveProperty('sure');
    expect(answer(played, 1, 0, false, { at: closedAt - 1000, awaySince: 0 })).toBeNull();
    expect(mine(played, 1)).toMatchObject({ sure: false });
    // It came with the answer itself, late and in time.
    expect(answer(played, 2, 1, true, { at: closedAt - 1000, awaySince: 0 })).toBeNull();
    expect(desk(played)?.confidence).toMatchObject({ wrongSure: 1, rightUnsure: 1 });
  });

  test('is asked only where the lesson wants it and something can be right', () => {
    const asks = (played: Played) => 'asksSure' in studentView(played.state, played.now).stage;
    const without = opened(true, false);
    expect(asks(without)).toBe(false);
    expect(answer(without, 1, 0, true)).toBeNull();
    expect(mine(without, 1)).not.toHaveProperty('sure');
    const played = opened(true);
    expect(asks(played)).toBe(true);
    for (const { question } of played.state.asked.values()) {
      play(played, teacher, { type: 'openQuestion', questionId: question.id });
      if (question.kind === 'wordcloud' || question.kind === 'rating')
        expect(asks(played)).toBe(false);
    }
  });

  test('whatever happens, the counts are what a count from nothing gives', () => {
    let seen = 0;
    fc.assert(
      fc.property(steps, fc.boolean(), (given, changes) => {
        const played = startSeated(changes, { confidence: true });
        for (const { actor, command, wait } of given) {
          played.now += wait;
          play(played, actor, command);
        }
        expect(fold(played.journal)).toEqual(played.state);
        for (const { question, answers, confidence } of played.state.asked.values()) {
          expect(confidenceSchema.parse(confidence)).toEqual(confidence);
          const anew = noConfidence();
          for (const [seatId, { answer, sure }] of answers) {
            if (sure === undefined || played.state.seats.get(seatId)?.removed) continue;
            seen += 1;
            const grade = kindOf(question).grade(question, answer);
            countConfidence(anew, sure, grade === null ? null : grade.right, 1);
          }
          expect(confidence).toEqual(anew);
        }
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
