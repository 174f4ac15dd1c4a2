import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../../lan-server/contract/comparison.ts';
import { comparison } from '../../../lan-server/lesson/peer.ts';
import type { Asked } from '../../../lan-server/lesson/asked.ts';
import { currentAsked } from '../../../lan-server/lesson/state.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import { play, startSeated, steps } from './commands.ts';
import type { Played } from './commands.ts';

const here = { here: 3, isHere: () => true, goneAt: () => null, holdsSince: () => null };
const teacher = { as: 'teacher' } as const;

const wall = (played: Played) => projectorView(played.state, played.now, here, () => null);
const desk = (played: Played) => teacherView(played.state, played.now, here).current;
const phones = (played: Played) => studentView(played.state, played.now);

/** A lesson at its first question, a single choice, with these answers to a first vote: option by seat, null = none. */
function voted(picks: (number | null)[]): Played & { question: Asked['question'] } {
  const played = startSeated();
  const question = [...played.state.asked.values()].find(
    (asked) => asked.question.kind === 'choice',
  )?.question;
  if (!question) throw new Error('no choice among the fixtures');
  // Right is what the fixture says; the tests below set it to the first option.
  ask(played, { type: 'setKey', questionId: question.id, key: { right: 0 } });
  ask(played, { type: 'openQuestion', questionId: question.id });
  vote({ ...played, question }, 1, picks);
  return { ...played, question };
}

function ask(played: Played, command: Parameters<typeof play>[2]): void {
  expect(play(played, teacher, command)).toBeNull();
}

let ids = 0;
function vote(
  played: Played & { question: Asked['question'] },
  round: number,
  picks: (number | null)[],
): void {
  for (const [seat, picked] of picks.entries()) {
    if (picked === null) continue;
    const refused = play(
      played,
      { as: 'student', seatId: `seat-${seat + 1}` },
      {
        type: 'answer',
        commandId: `vote-${(ids += 1)}`,
        questionId: played.question.id,
        round,
        answer: { picked },
      },
    );
    expect(refused).toBeNull();
  }
}

describe('peer instruction', () => {
  test('votes, talks, votes again, and shows at the reveal both votes and who moved, as counts', () => {
    const played = voted([0, 1, 1]);
    const { question } = played;
    ask(played, { type: 'closeQuestion', questionId: question.id });
    expect(desk(played)).toMatchObject({ worthTalking: true, right: 1, answered: 3 });
    ask(played, { type: 'setWall', wall: { results: true } });

    ask(played, { type: 'discuss', questionId: question.id, seconds: 120 });
    played.now += 30_000;
    const talk = { timer: { leftMs: 90_000, totalMs: 120_000, running: true } };
    expect(phones(played).stage).toMatchObject({ at: 'closed', talk });
    expect(wall(played).stage).toMatchObject({ at: 'closed', talk, picture: null });
    expect(desk(played)).toMatchObject({ talk });
    expect(desk(played)).not.toHaveProperty('worthTalking');

    ask(played, { type: 'voteAgain', questionId: question.id });
    expect(phones(played).stage).toMatchObject({ at: 'open', round: 2 });
    expect(phones(played).stage).not.toHaveProperty('talk');
    expect(seatView(played.state, 'seat-2', () => null)).toMatchObject({
      answer: null,
      first: { questionId: question.id, round: 1, answer: { picked: 1 } },
    });
    vote(played, 2, [0, 0, 1]);
    // A student who changes again is counted once.
    vote(played, 2, [null, null, 0]);
    expect(JSON.stringify(wall(played))).not.toContain('compared');

    ask(played, { type: 'revealKey', questionId: question.id });
    const { stage } = wall(played);
    expect(stage).toMatchObject({
      at: 'revealed',
      round: 2,
      compared: { round: 1, answered: 3, right: 1, both: 3, talked: true },
    });
    const { compared } = stage as { compared: { flow: number[][] } };
    expect(compared.flow[0]?.[0]).toBe(1);
    expect(compared.flow[1]?.[0]).toBe(2);
    expect(compared.flow.flat().reduce((sum, count) => sum + count)).toBe(3);
    expect(desk(played)).toMatchObject({ right: 3, compared: { right: 1 } });
  });

  test('is suggested between 30 and 70 % right, after the first vote alone, and never without a key', () => {
    const suggested = (picks: (number | null)[]) => {
      const played = voted(picks);
      expect(desk(played)).not.toHaveProperty('worthTalking');
      ask(played, { type: 'closeQuestion', questionId: played.question.id });
      return { played, is: desk(played)?.worthTalking === true };
    };
    expect(suggested([0, 0, 0]).is).toBe(false);
    expect(suggested([1, 1, 1]).is).toBe(false);
    expect(suggested([0, null, null]).is).toBe(false);
    expect(suggested([0, 0, 1]).is).toBe(true);
    const { played, is } = suggested([0, 1, null]);
    expect(is).toBe(true);
    ask(played, { type: 'setKey', questionId: played.question.id, key: null });
    expect(desk(played)).not.toHaveProperty('worthTalking');
    ask(played, { type: 'setKey', questionId: played.question.id, key: { right: 0 } });
    ask(played, { type: 'voteAgain', questionId: played.question.id });
    vote(played, 2, [0, 1, null]);
    ask(played, { type: 'closeQuestion', questionId: played.question.id });
    expect(desk(played)).not.toHaveProperty('worthTalking');
  });

  test('is refused where nothing was voted on or the key was shown; talking ends when the lesson moves on', () => {
    const played = voted([0, 1, 1]);
    const { id } = played.question;
    const other = played.state.order.find((one) => one !== id) ?? '';
    expect(play(played, teacher, { type: 'discuss', questionId: other, seconds: null })).toBe(
      'question_not_closed',
    );
    expect(play(played, teacher, { type: 'voteAgain', questionId: id })).toBe(
      'question_not_closed',
    );
    ask(played, { type: 'discuss', questionId: id, seconds: null });
    expect(phones(played).stage).toMatchObject({ talk: { timer: null } });
    // More time begins with a timer where there was none.
    ask(played, { type: 'extendTimer', seconds: 30 });
    expect(phones(played).stage).toMatchObject({ talk: { timer: { leftMs: 30_000 } } });
    ask(played, { type: 'pauseLesson' });
    played.now += 60_000;
    ask(played, { type: 'resumeLesson' });
    expect(phones(played).stage).toMatchObject({ talk: { timer: { leftMs: 30_000 } } });
    ask(played, { type: 'goTo', questionId: other });
    ask(played, { type: 'goTo', questionId: id });
    expect(phones(played).stage).not.toHaveProperty('talk');
    ask(played, { type: 'revealKey', questionId: id });
    for (const type of ['discuss', 'voteAgain'] as const) {
      const command = { type, questionId: id, seconds: null };
      expect(play(played, teacher, command)).toBe('question_not_closed');
    }
  });

  test('a question asked anew after its reveal is compared with its first time, on the wall once the teacher wants it', () => {
    const played = voted([1, 1, null]);
    const { id } = played.question;
    ask(played, { type: 'revealKey', questionId: id });
    for (const round of [2, 3]) {
      ask(played, { type: 'openQuestion', questionId: id });
      vote(played, round, [0, 1, 0]);
      ask(played, { type: 'revealKey', questionId: id });
    }
    expect(wall(played).stage).not.toHaveProperty('compared');
    ask(played, { type: 'setWall', wall: { compare: true } });
    expect(wall(played).stage).toMatchObject({
      round: 3,
      compared: { round: 1, answered: 2, right: 0, both: 2, talked: false },
    });
    ask(played, { type: 'removeSeat', seatId: 'seat-1' });
    expect(desk(played)).toMatchObject({
      answered: 2,
      right: 1,
      compared: { answered: 1, both: 1 },
    });
  });

  test('whatever happens, the flow adds up to those who voted both times, and says what a count from nothing says', () => {
    let seen = 0;
    fc.assert(
      fc.property(steps, (given) => {
        const played = startSeated();
        for (const { actor, command, wait } of given) {
          played.now += wait;
          play(played, actor, command);
          const asked = currentAsked(played.state);
          const compared = asked && comparison(asked);
          if (!compared) continue;
          seen += 1;
          expect(comparisonSchema.parse(compared)).toEqual(compared);
          const isIn = (seatId: string) => !played.state.seats.get(seatId)?.removed;
          const { question, first, answers } = asked;
          const kind = kindOf(question);
          const before = [...(first?.answers ?? [])].filter(([seatId]) => isIn(seatId));
          const both = before.filter(([seatId]) => answers.has(seatId));
          expect([compared.answered, compared.both]).toEqual([before.length, both.length]);
          const right = before.filter(([, { answer }]) => kind.grade(question, answer)?.right);
          if (compared.right !== null) expect(compared.right).toBe(right.length);
          const fresh = kind.emptyTally(question);
          for (const [, { answer }] of before) kind.count(fresh, answer, 1);
          expect(compared.picture).toEqual(kind.picture(question, fresh));
          if (!compared.flow) continue;
          const anew = compared.flow.map((row) => row.map(() => 0));
          for (const [seatId, { answer }] of both) {
            const place = kind.placing?.(question) ?? (() => -1);
            const from = place(answer);
            const now = answers.get(seatId);
            const to = now ? place(now.answer) : -1;
            anew[from]![to]! += 1;
          }
          expect(compared.flow).toEqual(anew);
        }
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
