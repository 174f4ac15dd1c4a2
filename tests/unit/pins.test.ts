import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areasOf, centreOf, isInside, mostMatched } from '../../lan-server/questions/pin/areas.ts';
import { questionKinds } from '../../lan-server/questions/index.ts';
import type { Area } from '../../lan-server/questions/pin/index.ts';
import { areaSchema } from '../../lan-server/questions/pin/schema.ts';
import {
  freshArea,
  handlesOf,
  movedTo,
  pulled,
  withCorner,
  withoutCorner,
} from '../../renderer/questions/pin/area-edits.ts';
import { arrowOf, movedBy, named, placed, taken } from '../../renderer/questions/pin/placing.ts';

const part = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: part, y: part });
const shape = fc.constantFrom('circle' as const, 'box' as const, 'polygon' as const);
const ratio = fc.double({ min: 0.3, max: 3, noNaN: true });
const plain = { name: '', right: true };

describe('an area', () => {
  test('holds what lies in it: round in pixels, with its edge, and not what a dent leaves out', () => {
    const circle: Area = { ...plain, shape: 'circle', x: 0.5, y: 0.5, r: 0.1 };
    expect(isInside(circle, { x: 0.6, y: 0.5 }, 0.5)).toBe(true);
    expect(isInside(circle, { x: 0.5, y: 0.69 }, 0.5)).toBe(true);
    expect(isInside(circle, { x: 0.5, y: 0.69 }, 1)).toBe(false);
    const box: Area = { ...plain, shape: 'box', x: 0.2, y: 0.2, w: 0.2, h: 0.1 };
    expect(isInside(box, { x: 0.4, y: 0.3 }, 1)).toBe(true);
    expect(isInside(box, { x: 0.41, y: 0.25 }, 1)).toBe(false);
    // An L: the corner that is cut out is outside.
    const corners = [
      [0, 0],
      [1, 0],
      [1, 0.5],
      [0.5, 0.5],
      [0.5, 1],
      [0, 1],
    ];
    const dented: Area = {
      ...plain,
      shape: 'polygon',
      points: corners.map(([x = 0, y = 0]) => ({ x, y })),
    };
    expect(isInside(dented, { x: 0.25, y: 0.75 }, 1)).toBe(true);
    expect(isInside(dented, { x: 0.75, y: 0.25 }, 1)).toBe(true);
    expect(isInside(dented, { x: 0.75, y: 0.75 }, 1)).toBe(false);
  });

  test('is fresh around a point, and holds its middle', () => {
    fc.assert(
      fc.property(shape, point, ratio, (kind, at, high) => {
        const area = freshArea(kind, at, high);
        expect(areaSchema.parse(area)).toEqual(area);
        if (kind !== 'polygon') expect(isInside(area, centreOf(area), high)).toBe(true);
      }),
    );
  });

  test('however it is moved and pulled stays one that can be stored', () => {
    const moves = fc.array(fc.record({ handle: fc.nat(5), to: point }), { maxLength: 8 });
    fc.assert(
      fc.property(shape, point, ratio, moves, (kind, at, high, all) => {
        let area = freshArea(kind, at, high);
        for (const { handle, to } of all) {
          area = pulled(area, handle % handlesOf(area).length, to, high);
          expect(areaSchema.parse(area)).toEqual(area);
        }
        const box = area.shape === 'box' ? [area.x + area.w, area.y + area.h] : [0];
        expect(Math.max(...box)).toBeLessThanOrEqual(1.000_2);
      }),
    );
  });

  test('that is moved keeps its size; one of corners gains and loses them', () => {
    const box = freshArea('box', { x: 0.5, y: 0.5 }, 1);
    const moved = movedTo(box, { x: 2, y: -1 });
    expect(moved).toMatchObject({ w: 0.2, h: 0.2, x: 0.8, y: 0 });
    const four = freshArea('polygon', { x: 0.5, y: 0.5 }, 1);
    if (four.shape !== 'polygon') throw new Error('no polygon');
    const five = withCorner(four);
    expect(five.shape === 'polygon' && five.points).toHaveLength(5);
    const three = withoutCorner(four, 0);
    expect(three.shape === 'polygon' && three.points).toHaveLength(3);
    expect(three.shape === 'polygon' && withoutCorner(three, 0)).toBe(three);
  });
});

describe('pins', () => {
  test('each have an area of their own where there is a way, whatever the order', () => {
    expect(mostMatched([[0, 1], [0]])).toBe(2);
    expect(mostMatched([[0], [0, 1]])).toBe(2);
    expect(mostMatched([[0], [0], []])).toBe(1);
    expect(mostMatched([[0, 1], [0, 2], [0]])).toBe(3);
  });

  test('are placed up to the most, then the last one touched moves', () => {
    const one = placed({ pins: [], active: 0 }, { x: 0.1, y: 0.1 }, 2);
    const two = placed(one, { x: 0.2, y: 0.2 }, 2);
    expect(two).toEqual({
      pins: [
        { x: 0.1, y: 0.1 },
        { x: 0.2, y: 0.2 },
      ],
      active: 1,
    });
    expect(placed(two, { x: 0.9, y: 0.9 }, 2).pins).toEqual([
      { x: 0.1, y: 0.1 },
      { x: 0.9, y: 0.9 },
    ]);
    expect(taken(two, 0)).toEqual({ pins: [{ x: 0.2, y: 0.2 }], active: 0 });
    expect(movedBy(two, 0, -0.5, 0.05).pins[0]).toEqual({ x: 0, y: 0.15 });
    expect(arrowOf('ArrowUp', true)).toEqual({ dx: 0, dy: -0.01 });
    expect(arrowOf('a', false)).toBeNull();
  });

  test('by name take the place of the last one, and go again', () => {
    const one = named({ pins: [{ x: 0.1, y: 0.1 }], active: 0 }, 3, 1);
    expect(one.pins).toEqual([{ area: 3 }]);
    expect(named(one, 3, 1).pins).toEqual([]);
    expect(areasOf({ area: 3 }, [], 1)).toEqual([]);
  });

  test('count in the grid of the wall where they are, and in the rows once a student', () => {
    const question = {
      ...questionKinds.pin.blank('question-1'),
      pins: 3,
      areas: [freshArea('circle', { x: 0.25, y: 0.5 }, 1)],
    };
    const tally = questionKinds.pin.emptyTally(question);
    const answer = {
      pins: [
        { x: 0.25, y: 0.5 },
        { x: 0.26, y: 0.5 },
        { x: 1, y: 1 },
      ],
    };
    questionKinds.pin.count(tally, answer, 1);
    const picture = questionKinds.pin.picture(question, tally);
    expect(picture.cells[12 * 32 + 8]).toBe(2);
    expect(picture.cells.at(-1)).toBe(1);
    expect([picture.total, picture.pins]).toEqual([1, 3]);
    expect(
      questionKinds.pin.rows(question, tally).map(({ label, count }) => [label, count]),
    ).toEqual([
      ['1', 1],
      ['elsewhere', 1],
    ]);
  });
});
