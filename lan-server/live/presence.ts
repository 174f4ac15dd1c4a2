import type { SeatId } from '../contract/ids.ts';
import type { Presence } from '../lesson/views/people.ts';
import type { Clock } from './clock.ts';
import { createReach } from './reach.ts';
import type { Reach } from './reach.ts';

/** Which seats have a device connected, and how many. A seat may have two: two tabs, or phone and tablet. */
export type LivePresence = Presence & {
  arrive(seatId: SeatId): void;
  leave(seatId: SeatId): void;
  connections(seatId: SeatId): number;
  readonly reach: Reach;
};

/**
 * Begins with nobody there. `since`: the seats that a lesson had when the program came back, of which nobody knows whether they
 * were there: they count as gone at that moment.
 */
export function createPresence(clock: Clock, since: Iterable<SeatId> = []): LivePresence {
  const connected = new Map<SeatId, number>();
  const gone = new Map<SeatId, number>();
  const reach = createReach(clock);
  for (const seatId of since) gone.set(seatId, clock.now());
  return {
    reach,
    get here() {
      return connected.size;
    },
    isHere: (seatId) => connected.has(seatId),
    connections: (seatId) => connected.get(seatId) ?? 0,
    goneAt: (seatId) => gone.get(seatId) ?? null,
    holdsSince: reach.holdsSince,
    isThere: reach.isThere,
    arrive(seatId) {
      connected.set(seatId, (connected.get(seatId) ?? 0) + 1);
      gone.delete(seatId);
    },
    leave(seatId) {
      const left = (connected.get(seatId) ?? 0) - 1;
      if (left > 0) {
        connected.set(seatId, left);
        return;
      }
      connected.delete(seatId);
      gone.set(seatId, clock.now());
    },
  };
}
