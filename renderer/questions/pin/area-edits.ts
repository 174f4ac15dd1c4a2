import { centreOf } from '../../../lan-server/questions/pin/areas.ts';
import type { Area, Point } from '../../../lan-server/questions/pin/index.ts';

export type Shape = Area['shape'];

/** The smallest that an area can be made by hand, in parts of the picture. */
const least = 0.02;

const within = (value: number, low = 0, high = 1) => Math.max(low, Math.min(high, value));
/** As fine as a pixel of the largest picture. */
const tidy = (value: number) => Math.round(value * 10_000) / 10_000;
const tidied = ({ x, y }: Point): Point => ({ x: tidy(within(x)), y: tidy(within(y)) });

/** A new area of a useful size around a point. `ratio`: the picture's height by its width. */
export function freshArea(shape: Shape, at: Point, ratio: number): Area {
  const named = { name: '', right: true };
  const half = 0.1;
  const high = within(half / ratio, least, 0.4);
  switch (shape) {
    case 'circle':
      return { ...named, shape, ...tidied(at), r: half };
    case 'box':
      return movedTo({ ...named, shape, x: 0, y: 0, w: half * 2, h: tidy(high * 2) }, at);
    case 'polygon': {
      const corner = (dx: number, dy: number) =>
        tidied({ x: at.x + dx * half, y: at.y + dy * high });
      const points = [corner(0, -1), corner(1, 0), corner(0, 1), corner(-1, 0)];
      return { ...named, shape, points };
    }
    default:
      return shape satisfies never;
  }
}

/** Where an area can be taken hold of: in its middle, to move it; at its edge or its corners, to change it. */
export function handlesOf(area: Area): Point[] {
  const middle = centreOf(area);
  switch (area.shape) {
    case 'circle':
      return [middle, { x: area.x + area.r <= 1 ? area.x + area.r : area.x - area.r, y: area.y }];
    case 'box':
      return [middle, { x: area.x, y: area.y }, { x: area.x + area.w, y: area.y + area.h }];
    case 'polygon':
      return [middle, ...area.points];
    default:
      return area satisfies never;
  }
}

/** The area with its middle (as far as the picture goes) at a point. */
export function movedTo(area: Area, to: Point): Area {
  const middle = centreOf(area);
  const by = { x: to.x - middle.x, y: to.y - middle.y };
  switch (area.shape) {
    case 'circle':
      return { ...area, ...tidied(to) };
    case 'box':
      return {
        ...area,
        x: tidy(within(area.x + by.x, 0, 1 - area.w)),
        y: tidy(within(area.y + by.y, 0, 1 - area.h)),
      };
    case 'polygon': {
      const side = (values: number[], wish: number) =>
        within(wish, -Math.min(...values), 1 - Math.max(...values));
      const x = side(
        area.points.map((point) => point.x),
        by.x,
      );
      const y = side(
        area.points.map((point) => point.y),
        by.y,
      );
      return {
        ...area,
        points: area.points.map((point) => tidied({ x: point.x + x, y: point.y + y })),
      };
    }
    default:
      return area satisfies never;
  }
}

/** The area with one of its handles at a point. */
export function pulled(area: Area, handle: number, to: Point, ratio: number): Area {
  if (handle === 0) return movedTo(area, to);
  const at = tidied(to);
  switch (area.shape) {
    case 'circle': {
      const r = Math.hypot(at.x - area.x, (at.y - area.y) * ratio);
      return { ...area, r: tidy(within(r, least, 1)) };
    }
    case 'box': {
      // The other corner stays where it is.
      const fixed = handle === 1 ? { x: area.x + area.w, y: area.y + area.h } : area;
      const x = handle === 1 ? Math.min(at.x, fixed.x - least) : fixed.x;
      const y = handle === 1 ? Math.min(at.y, fixed.y - least) : fixed.y;
      const w = handle === 1 ? fixed.x - x : within(at.x - fixed.x, least, 1 - fixed.x);
      const h = handle === 1 ? fixed.y - y : within(at.y - fixed.y, least, 1 - fixed.y);
      return { ...area, x: tidy(within(x)), y: tidy(within(y)), w: tidy(w), h: tidy(h) };
    }
    case 'polygon':
      return {
        ...area,
        points: area.points.map((point, place) => (place === handle - 1 ? at : point)),
      };
    default:
      return area satisfies never;
  }
}

/** One corner more, in the middle of the longest side. */
export function withCorner(area: Extract<Area, { shape: 'polygon' }>): Area {
  const { points } = area;
  const sides = points.map((point, place) => {
    const next = points[(place + 1) % points.length] ?? point;
    const middle = tidied({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 });
    return { place, middle, length: Math.hypot(next.x - point.x, next.y - point.y) };
  });
  const [longest] = sides.toSorted((a, b) => b.length - a.length);
  return longest
    ? { ...area, points: points.toSpliced(longest.place + 1, 0, longest.middle) }
    : area;
}

/** Without one corner; the area itself where three are left. */
export function withoutCorner(area: Extract<Area, { shape: 'polygon' }>, corner: number): Area {
  if (area.points.length <= 3) return area;
  return { ...area, points: area.points.filter((_, place) => place !== corner) };
}
