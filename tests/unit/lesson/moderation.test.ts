import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../lan-server/lesson/card-board.ts';
import { fold } from '../../../lan-server/lesson/evolve.ts';
import { cardList } from '../../../lan-server/lesson/moderation.ts';
import { teacherView } from '../../../lan-server/lesson/views/console.ts';
import { seatView } from '../../../lan-server/lesson/views/seat.ts';
import { studentView } from '../../../lan-server/lesson/views/student.ts';
import { projectorView } from '../../../lan-server/lesson/views/wall.ts';
import type { OpenText } from '../../../lan-server/questions/opentext/index.ts';
import { play, startSeated } from './commands.ts';
import type { Played } from './commands.ts';

const questionId = 'fixture-opentext';
const teacher = { as: 'teacher' } as const;
const student = (seat: number) => ({ as: 'student', seatId: `seat-${seat}` }) as const;
const nobody = { here: 0, isHere: () => false, goneAt: () => null, holdsSince: () => null };

function write(lesson: Played, seat: number, text: string) {
  lesson.now += 10;
  const commandId = `command-${seat}-${lesson.now}`;
  const answer = { text };
  return play(lesson, student(seat), { type: 'answer', commandId, questionId, round: 1, answer });
}
function askedOf(lesson: Played) {
  const asked = lesson.state.asked.get(questionId);
  if (!asked) throw new Error('no such question');
  return asked;
}
function decide(lesson: Played, seat: number, change: object) {
  lesson.now += 10;
  const seatId = `seat-${seat}`;
  const answeredAt = askedOf(lesson).answers.get(seatId)?.at ?? 0;
  return play(lesson, teacher, { type: 'moderateCard', questionId, seatId, answeredAt, ...change });
}
function opened(show: OpenText['show'] = 'approved') {
  const lesson = startSeated();
  askedOf(lesson).question = { ...(askedOf(lesson).question as OpenText), show };
  play(lesson, teacher, { type: 'openQuestion', questionId });
  return lesson;
}
function wallOf({ state, now }: Played): string[] {
  const { stage } = projectorView(state, now, nobody, () => 'Name');
  const picture = 'picture' in stage ? stage.picture : null;
  const board = picture && 'board' in picture ? picture.board : undefined;
  return (board?.columns ?? [])
    .flat()
    .map(({ text, starred, heading }) =>
      [heading === null ? '' : `${heading}: `, text, starred ? '*' : ''].join(''),
    );
}

describe('the moderated wall', () => {
  test('shows what the teacher lets through and nothing else; phones and other seats get none of it', () => {
    const lesson = opened();
    write(lesson, 1, 'Nobody asked.');
    write(lesson, 2, 'Not for the wall');
    expect(wallOf(lesson)).toEqual([]);
    expect(decide(lesson, 1, { standing: 'shown' })).toBeNull();
    expect(wallOf(lesson)).toEqual(['Nobody asked.']);
    play(lesson, teacher, { type: 'revealKey', questionId });
    expect(wallOf(lesson)).toEqual(['Nobody asked.']);
    const { state, now } = lesson;
    const told = JSON.stringify([
      studentView(state, now),
      seatView(state, 'seat-1', () => null),
      projectorView(state, now, nobody, () => null),
      teacherView(state, now, nobody),
    ]);
    expect(told).not.toContain('Not for the wall');
    expect(JSON.stringify(studentView(state, now))).not.toContain('Nobody asked');
    expect(teacherView(state, now, nobody).current?.cards).toMatchObject({
      waiting: 1,
      shown: 1,
      hidden: 0,
    });
  });

  test('stars come first, headings stand together, the newest before the older; each act can be taken back', () => {
    const lesson = opened();
    for (const [seat, text] of [
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
    ] as const) {
      write(lesson, seat, text);
      decide(lesson, seat, { standing: 'shown' });
    }
    expect(wallOf(lesson)).toEqual(['three', 'two', 'one']);
    decide(lesson, 1, { starred: true });
    expect(wallOf(lesson)).toEqual(['one*', 'three', 'two']);
    decide(lesson, 2, { heading: 'Weather' });
    expect(wallOf(lesson)).toEqual(['Weather: two', 'one*', 'three']);
    decide(lesson, 1, { starred: false });
    decide(lesson, 2, { heading: '' });
    decide(lesson, 3, { standing: 'waiting' });
    expect(wallOf(lesson)).toEqual(['two', 'one']);
    expect(cardList(lesson.state, askedOf(lesson), 'waiting', 0).cards).toMatchObject([
      { text: 'three', seatId: 'seat-3' },
    ]);
    expect(fold(lesson.journal).asked.get(questionId)?.cards).toEqual(askedOf(lesson).cards);
  });

  test('another text is another answer: it waits again, and what was hidden stays hidden', () => {
    const lesson = opened();
    write(lesson, 1, 'fine');
    decide(lesson, 1, { standing: 'shown' });
    write(lesson, 1, 'fine');
    expect(wallOf(lesson)).toEqual(['fine']);
    const seen = askedOf(lesson).answers.get('seat-1')?.at ?? 0;
    write(lesson, 1, 'rude');
    expect(wallOf(lesson)).toEqual([]);
    // It was changed between the teacher's eye and finger.
    expect(decide(lesson, 1, { answeredAt: seen, standing: 'shown' })).toBe('answer_changed');

    const atOnce = opened('atOnce');
    write(atOnce, 2, 'rude');
    expect(wallOf(atOnce)).toEqual(['rude']);
    decide(atOnce, 2, { standing: 'hidden' });
    write(atOnce, 2, 'rude again');
    expect(wallOf(atOnce)).toEqual([]);
  });

  test('who is removed leaves the wall, and comes back with the undo; a new round begins without cards', () => {
    const lesson = opened('atOnce');
    write(lesson, 1, 'mine');
    write(lesson, 2, 'yours');
    play(lesson, teacher, { type: 'removeSeat', seatId: 'seat-1' });
    expect(wallOf(lesson)).toEqual(['yours']);
    play(lesson, teacher, { type: 'restoreSeat', seatId: 'seat-1' });
    expect(wallOf(lesson)).toHaveLength(2);
    decide(lesson, 1, { starred: true });
    play(lesson, teacher, { type: 'revealKey', questionId });
    play(lesson, teacher, { type: 'openQuestion', questionId });
    expect(askedOf(lesson).cards.size).toBe(0);
  });

  test('students, and answers that are not there, are refused', () => {
    const lesson = opened();
    expect(decide(lesson, 1, { standing: 'shown' })).toBe('answer_unknown');
    const card = { type: 'turnCards', questionId, page: 1 } as const;
    expect(play(lesson, student(1), card)).toBe('forbidden');
    expect(play(lesson, teacher, { ...card, questionId: 'fixture-choice' })).toBe('answer_unknown');
  });
});

describe('the pages of the wall', () => {
  const card = fc.record({
    text: fc.string({ minLength: 1, maxLength: 500 }),
    starred: fc.boolean(),
    heading: fc.constantFrom('', '', 'A', 'B'),
    at: fc.nat(1000),
  });

  test('hold every card once, whatever there is, at most two dozen each', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 120 }), (cards) => {
        const { pages } = boardOf(cards, 0);
        const all = Array.from({ length: pages }, (_, page) => boardOf(cards, page));
        expect(all.flatMap(({ columns }) => columns.flat())).toHaveLength(cards.length);
        for (const [at, { columns, page }] of all.entries()) {
          expect(page).toBe(at);
          expect(columns.flat().length).toBeLessThanOrEqual(24);
          expect(columns.length).toBeLessThanOrEqual(2);
        }
        expect(boardOf(cards, 999)).toEqual(all.at(-1));
      }),
    );
  });

  test('of a thousand long answers are no larger than of a hundred', () => {
    const size = (count: number) =>
      JSON.stringify(
        boardOf(
          Array.from({ length: count }, (_, at) => ({
            text: 'word '.repeat(100),
            starred: false,
            heading: '',
            at,
          })),
          0,
        ),
      ).length;
    expect(size(1000)).toBeLessThan(size(100) + 20);
  });
});
