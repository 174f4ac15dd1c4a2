import type { SeatId } from '../contract/ids.ts';
import type { Presence } from '../lesson/views.ts';

/** Which seats have a device connected, and how many. A seat may have two: two tabs, or phone and tablet. */
export type LivePresence = Presence & {
  arrive(seatId: SeatId): void;
  leave(seatId: SeatId): void;
  connections(seatId: SeatId): number;
};

/** Begins with nobody there. */
export function createPresence(): LivePresence {
  const connected = new Map<SeatId, number>();
  return {
    get here() {
      return connected.size;
    },
    isHere: (seatId) => connected.has(seatId),
    connections: (seatId) => connected.get(seatId) ?? 0,
    arrive(seatId) {
      connected.set(seatId, (connected.get(seatId) ?? 0) + 1);
    },
    leave(seatId) {
      const left = (connected.get(seatId) ?? 0) - 1;
      if (left > 0) connected.set(seatId, left);
      else connected.delete(seatId);
    },
  };
}
