import type { PlacedPin, Point } from '../../../lan-server/questions/pin/index.ts';

/** What stands on a phone: the pins so far, and the one that was touched last. */
export type Draft = { pins: PlacedPin[]; active: number };

/** Parts of the picture that an arrow key moves a pin by; the small one with Shift. */
export const steps = { coarse: 0.05, fine: 0.01 } as const;

/** As fine as a pixel of a large picture; no longer on the wire than needed. */
const tidy = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 10_000) / 10_000;

/** A place on the picture, within it. */
export function placeAt(x: number, y: number): Point {
  return { x: tidy(x), y: tidy(y) };
}

/** A pin more, while there may be one; else the one touched last goes there. */
export function placed({ pins, active }: Draft, at: Point, most: number): Draft {
  if (pins.length < most) return { pins: [...pins, at], active: pins.length };
  const moved = pins[active] ? active : pins.length - 1;
  return { pins: pins.map((pin, place) => (place === moved ? at : pin)), active: moved };
}

/** One pin at another place. */
export function movedTo({ pins }: Draft, which: number, at: Point): Draft {
  return { pins: pins.map((pin, place) => (place === which ? at : pin)), active: which };
}

/** One pin moved by parts of the picture; one that was chosen by name has no place of its own. */
export function movedBy(draft: Draft, which: number, dx: number, dy: number): Draft {
  const pin = draft.pins[which];
  if (!pin || !('x' in pin)) return draft;
  return movedTo(draft, which, placeAt(pin.x + dx, pin.y + dy));
}

/** Without one pin. */
export function taken({ pins }: Draft, which: number): Draft {
  const left = pins.filter((_, place) => place !== which);
  return { pins: left, active: Math.max(0, left.length - 1) };
}

/** An area chosen by its name, or not any more; where no more pins may be, it takes the place of the last one. */
export function named(draft: Draft, area: number, most: number): Draft {
  const held = draft.pins.findIndex((pin) => 'area' in pin && pin.area === area);
  if (held >= 0) return taken(draft, held);
  const kept: PlacedPin[] = draft.pins.slice(0, most - 1);
  kept.push({ area });
  return { pins: kept, active: kept.length - 1 };
}

/** What an arrow key does: parts of the picture across and down; null for any other key. */
export function arrowOf(key: string, fine: boolean): { dx: number; dy: number } | null {
  const step = fine ? steps.fine : steps.coarse;
  switch (key) {
    case 'ArrowLeft':
      return { dx: -step, dy: 0 };
    case 'ArrowRight':
      return { dx: step, dy: 0 };
    case 'ArrowUp':
      return { dx: 0, dy: -step };
    case 'ArrowDown':
      return { dx: 0, dy: step };
    default:
      return null;
  }
}
