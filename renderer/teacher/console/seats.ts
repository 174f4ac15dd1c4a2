import type { SeatId } from '../../../lan-server/contract/ids.ts';

/** A seat as the room draws it. */
export type RoomSeat = {
  seatId: SeatId;
  /** null in an anonymous lesson: the number stands for it. */
  name: string | null;
  /** Place in the order of joining, from 1; never reused. */
  number: number;
  state: 'answered' | 'waiting' | 'held' | 'offline' | 'removed' | 'asks';
  /** What else there is to say: its answer came after the closing, too late to count, or may be on the phone still. */
  note: SeatNote | null;
};
export type SeatNote = 'late' | 'tooLate' | 'mayHold' | 'differ';

/** Counts for the legend; one who is offline counts there, whether answered or not. */
export type SeatCounts = Record<RoomSeat['state'], number>;

const states: Record<string, RoomSeat['state']> = {
  a: 'answered',
  l: 'answered',
  w: 'waiting',
  t: 'waiting',
  h: 'held',
  H: 'held',
  x: 'removed',
  q: 'asks',
  Q: 'asks',
};
const notes: Record<string, SeatNote> = { l: 'late', t: 'tooLate', m: 'mayHold' };

/**
 * Reads the grid, one character a seat in the order of the roster (see `teacherViewSchema`). Seats whose roster entry has
 * not come yet are left out until it has.
 */
export function readSeats(
  grid: string,
  roster: readonly { seatId: SeatId; name: string | null }[],
): RoomSeat[] {
  const seats: RoomSeat[] = [];
  for (let at = 0; at < grid.length; at += 1) {
    const entry = roster[at];
    if (entry) {
      const letter = grid.charAt(at);
      const state = states[letter] ?? 'offline';
      const note = notes[letter.toLowerCase()] ?? null;
      seats.push({ seatId: entry.seatId, name: entry.name, number: at + 1, state, note });
    }
  }
  return seats;
}

/** How many seats are in each state. */
export function countSeats(seats: readonly RoomSeat[]): SeatCounts {
  const counts: SeatCounts = { answered: 0, waiting: 0, held: 0, offline: 0, removed: 0, asks: 0 };
  for (const seat of seats) counts[seat.state] += 1;
  return counts;
}

/** How many students are connected now. A removed student's device may be connected still, and does not count. */
export function connectedIn(grid: string): number {
  let connected = 0;
  for (const letter of grid) if ('awlth'.includes(letter)) connected += 1;
  return connected;
}

/** Since when each seat is offline, by the console's own clock, ms. */
export type OfflineSince = ReadonlyMap<SeatId, number>;

/**
 * Notes who went offline or came back at `now`; who stays offline keeps the moment. Gives the same map when nothing changed,
 * which is nearly always.
 */
export function noteOffline(
  since: OfflineSince,
  seats: readonly RoomSeat[],
  now: number,
): OfflineSince {
  const changed = seats.some(({ seatId, state }) => (state === 'offline') !== since.has(seatId));
  if (!changed) return since;
  const next = new Map<SeatId, number>();
  for (const { seatId, state } of seats)
    if (state === 'offline') next.set(seatId, since.get(seatId) ?? now);
  return next;
}

/** How large the tiles are drawn: `low` ones are a line each, and the room scrolls. */
export type TileSize = 'large' | 'normal' | 'low';

/** How the tiles are drawn: their size, and the least width of one in px. */
export type Tiles = { size: TileSize; width: number };

const gap = 8;
/** Least width and height of a tile in px, and what of its width is no room for the name. */
const large = { size: 'large', width: 112, height: 104, frame: 22 } as const;
const normal = { size: 'normal', width: 76, height: 84, frame: 22 } as const;
const low = { size: 'low', width: 112, frame: 42 } as const;
/** A tile is never made wider than this for a name's sake, px. */
const widest = 132;

/**
 * The tiles with which all seats are in sight in a room of this many px, without scrolling: as wide as the names need,
 * and then as large as there is room. `word`: px of the longest word of a name, which stands unbroken where it can.
 */
export function tilesFor(seats: number, width: number, height: number, word = 0): Tiles {
  const wanted = (tile: { width: number; frame: number }) =>
    Math.max(tile.width, Math.min(widest, Math.ceil(word) + tile.frame));
  const fitting = [large, normal].flatMap((tile): Tiles[] => {
    const rows = Math.max(1, Math.floor((height + gap) / (tile.height + gap)));
    const columns = Math.max(
      Math.ceil(seats / rows),
      Math.floor((width + gap) / (wanted(tile) + gap)),
    );
    const each = Math.floor((width + gap) / Math.max(1, columns) - gap);
    return each < tile.width ? [] : [{ size: tile.size, width: Math.min(each, wanted(tile)) }];
  });
  const [best] = fitting.toSorted((one, other) => other.width - one.width);
  return best ?? { size: low.size, width: wanted(low) };
}
