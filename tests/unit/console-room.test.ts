import { describe, expect, test } from 'vitest';
import { questionKinds } from '../../lan-server/questions/index.ts';
import type { Question } from '../../lan-server/questions/index.ts';
import {
  canSetKey,
  keyAfterPress,
  keyFor,
  rightPlaces,
} from '../../renderer/teacher/console/keys-to-set.ts';
import { comingQuestions, moveComing } from '../../renderer/teacher/console/order-coming.ts';
import {
  connectedIn,
  countSeats,
  noteOffline,
  readSeats,
  tilesFor,
} from '../../renderer/teacher/console/seats.ts';

const roster = ['Amara', 'Ben', 'Chiara', 'Dilan', 'Elif'].map((name, at) => ({
  seatId: `seat-${at}`,
  name,
}));

describe('The room', () => {
  test('reads a state for each seat from the grid, capitals being offline', () => {
    const seats = readSeats('awAWx', roster);
    expect(seats.map(({ name, state }) => `${name ?? ''} ${state}`)).toEqual([
      'Amara answered',
      'Ben waiting',
      'Chiara offline',
      'Dilan offline',
      'Elif removed',
    ]);
    expect(countSeats(seats)).toEqual({
      answered: 1,
      waiting: 1,
      held: 0,
      offline: 2,
      removed: 1,
      asks: 0,
    });
    expect(connectedIn('awAWx')).toBe(2);
  });

  test('reads what is late, and who holds or may hold an answer', () => {
    const seats = readSeats('lthHM', roster);
    expect(seats.map(({ state, note }) => `${state} ${note ?? ''}`)).toEqual([
      'answered late',
      'waiting tooLate',
      'held ',
      'held ',
      'offline mayHold',
    ]);
    expect(readSeats('L', roster)[0]).toMatchObject({ state: 'offline', note: 'late' });
    expect(connectedIn('lthHMLT')).toBe(3);
  });

  test('waits for a name instead of drawing a seat that it does not know', () => {
    expect(readSeats('awww', roster.slice(0, 2))).toHaveLength(2);
  });

  test('counts since when a seat is offline, and anew after it came back', () => {
    const first = noteOffline(new Map(), readSeats('wW', roster), 1000);
    const same = noteOffline(first, readSeats('aA', roster), 5000);
    expect(same).toBe(first);
    expect([...same]).toEqual([['seat-1', 1000]]);
    const back = noteOffline(same, readSeats('aa', roster), 6000);
    const again = noteOffline(back, readSeats('aA', roster), 9000);
    expect([...again]).toEqual([['seat-1', 9000]]);
  });

  test('draws thirty full tiles at 1366 × 768, low ones for more, and large ones where there is room', () => {
    expect(tilesFor(30, 546, 460).size).toBe('normal');
    expect(tilesFor(31, 546, 460).size).toBe('low');
    expect(tilesFor(8, 546, 460).size).toBe('large');
    expect(tilesFor(30, 880, 760).size).toBe('large');
    expect(tilesFor(500, 880, 760).size).toBe('low');
  });

  test('gives a long name a wider tile as long as all seats stay in sight', () => {
    expect(tilesFor(8, 546, 460, 120)).toEqual({ size: 'large', width: 132 });
    expect(tilesFor(15, 546, 460, 120)).toEqual({ size: 'normal', width: 132 });
    expect(tilesFor(30, 546, 460, 120)).toEqual({ size: 'normal', width: 84 });
    expect(tilesFor(60, 546, 460, 80)).toEqual({ size: 'low', width: 122 });
    expect(tilesFor(1, 546, 460, 900).width).toBe(132);
  });
});

describe('The order of the questions', () => {
  const order = ['one', 'two', 'three', 'four', 'five'];

  test('lets only those be moved that were not asked and are not on the wall', () => {
    const phases = ['revealed', 'fresh', 'skipped', 'fresh', 'fresh'] as const;
    expect(comingQuestions(order, phases, 'two')).toEqual(['four', 'five']);
  });

  test('keeps what was asked in its place while the others change theirs', () => {
    const coming = ['two', 'four', 'five'];
    expect(moveComing(order, coming, 'five', 'two')).toEqual([
      'one',
      'five',
      'three',
      'two',
      'four',
    ]);
    expect(moveComing(order, coming, 'two', 'four')).toEqual([
      'one',
      'four',
      'three',
      'two',
      'five',
    ]);
  });

  test('leaves the order as it is when a question is gone meanwhile', () => {
    expect(moveComing(order, ['two', 'four'], 'six', 'two')).toEqual(order);
  });
});

describe('A key set after asking', () => {
  const choice: Question = questionKinds.choice.blank('question-1');
  const truefalse: Question = questionKinds.truefalse.blank('question-2');
  const multiple: Question = questionKinds.multiple.blank('question-3');

  test('marks exactly the answer that was pressed, whatever the kind calls it', () => {
    expect(keyAfterPress(choice, 2)).toEqual({ right: 2 });
    expect(keyAfterPress(truefalse, 1)).toEqual({ right: false });
    expect(keyAfterPress(multiple, 3)).toEqual({ right: [3] });
  });

  test('adds and takes away where several answers may be right', () => {
    const keyed: Question = { ...questionKinds.multiple.blank('question-3'), right: [1] };
    expect(keyAfterPress(keyed, 0)).toEqual({ right: [0, 1] });
    expect(keyAfterPress(keyed, 1)).toBeNull();
  });

  test('is asked for where there are letters to choose from, and nowhere else', () => {
    expect([choice, truefalse, multiple].map(canSetKey)).toEqual([true, true, true]);
    expect(canSetKey(questionKinds.rating.blank('question-4'))).toBe(false);
    expect(canSetKey(questionKinds.wordcloud.blank('question-5'))).toBe(false);
    expect(keyFor(choice, [0, 1])).toBeNull();
    expect(rightPlaces(choice)).toEqual([]);
  });
});
