import type { Area, PlacedPin, Point } from './schema.ts';

/**
 * Whether a point lies in an area; its edge belongs to it. `ratio`: the picture's height by its width, because a circle is
 * round in pixels and not in parts of each side. A polygon by the even-odd rule: the crossings of a ray to the right are
 * counted (W. R. Franklin, pnpoly).
 */
export function isInside(area: Area, { x, y }: Point, ratio: number): boolean {
  switch (area.shape) {
    case 'circle':
      return Math.hypot(x - area.x, (y - area.y) * ratio) <= area.r;
    case 'box':
      return x >= area.x && x <= area.x + area.w && y >= area.y && y <= area.y + area.h;
    case 'polygon': {
      let inside = false;
      for (const [at, a] of area.points.entries()) {
        const b = area.points[(at || area.points.length) - 1] ?? a;
        if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x)
          inside = !inside;
      }
      return inside;
    }
    default:
      return area satisfies never;
  }
}

/** A point in the middle of an area. */
export function centreOf(area: Area): Point {
  switch (area.shape) {
    case 'circle':
      return { x: area.x, y: area.y };
    case 'box':
      return { x: Math.min(1, area.x + area.w / 2), y: Math.min(1, area.y + area.h / 2) };
    case 'polygon': {
      const { length } = area.points;
      return {
        x: area.points.reduce((sum, point) => sum + point.x, 0) / length,
        y: area.points.reduce((sum, point) => sum + point.y, 0) / length,
      };
    }
    default:
      return area satisfies never;
  }
}

/** The areas in which a pin lies, by place; several where they overlap. */
export function areasOf(pin: PlacedPin, areas: readonly Area[], ratio: number): number[] {
  if ('area' in pin) return areas[pin.area] ? [pin.area] : [];
  return areas.flatMap((area, place) => (isInside(area, pin, ratio) ? [place] : []));
}

/**
 * The most pins that can each have an area of their own, of those in which they lie: where areas overlap it does not matter in which
 * order they were drawn or tapped. Augmenting paths (Kuhn); five pins and twelve areas at most.
 */
export function mostMatched(reach: readonly (readonly number[])[]): number {
  const heldBy = new Map<number, number>();
  const place = (pin: number, seen: Set<number>): boolean =>
    (reach[pin] ?? []).some((area) => {
      if (seen.has(area)) return false;
      seen.add(area);
      const holder = heldBy.get(area);
      if (holder !== undefined && !place(holder, seen)) return false;
      heldBy.set(area, pin);
      return true;
    });
  return reach.filter((_, pin) => place(pin, new Set())).length;
}
