import type { Display, Rectangle } from 'electron';

/** Where the wall stands: full screen on a display of its own, or a window beside the teacher's. */
export type Place =
  | { kind: 'projector'; displayId: number; bounds: Rectangle }
  | { kind: 'window'; bounds: Rectangle };

const WINDOW_SHARE = 0.7;

/**
 * The projector is the display that the teacher's window is not on; one that is plugged in comes before
 * the laptop's own. With a single (or a mirrored) display the wall is an ordinary window.
 */
export function placeWall(displays: readonly Display[], teacherDisplayId: number): Place {
  const others = displays.filter(({ id }) => id !== teacherDisplayId);
  const projector = others.find(({ internal }) => !internal) ?? others[0];
  if (projector) {
    return { kind: 'projector', displayId: projector.id, bounds: projector.bounds };
  }
  const own = displays.find(({ id }) => id === teacherDisplayId) ?? displays[0];
  const area = own?.workArea ?? { x: 0, y: 0, width: 1280, height: 720 };
  return { kind: 'window', bounds: centred(area) };
}

/** A 16:9 window in the middle of the display's free area, so that the wall looks as it will look. */
function centred(area: Rectangle): Rectangle {
  const width = Math.round(Math.min(area.width, (area.height * 16) / 9) * WINDOW_SHARE);
  const height = Math.round((width * 9) / 16);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
    width,
    height,
  };
}

export function samePlace(a: Place | undefined, b: Place): boolean {
  if (!a || a.kind !== b.kind) return false;
  // A window that a person has moved stays where it is; a projector may have changed its size.
  return a.kind === 'window' || JSON.stringify(a) === JSON.stringify(b);
}
