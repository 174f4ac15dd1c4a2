import type { SeatId } from '../contract/ids.ts';
import type { Tap } from '../lesson/commands.ts';
import { clocksAgreeMs } from '../lesson/late.ts';
import type { Clock } from './clock.ts';

/** So long after its return, or after the newest of what it sends, a device may still be sending what it tapped while away. */
const flushMs = 15_000;

/** A connection that has been silent for longer than this was not there: it has left a ping unanswered. */
const silentMs = 12_000;

type Device = {
  connections: number;
  /** When it was last heard for certain; null: not since the program started. */
  heardAt: number | null;
  /** Since when it was away before it came back, or answers of it could not be stored; null: it sends at once what is tapped. */
  away: { since: number; until: number } | null;
};

/**
 * When each device could be heard, and what it still holds. In memory alone: after a restart of the program nothing is known, and
 * a device is believed back to the opening of its question.
 */
export type Reach = {
  /**
   * `anew`: it has come to its seat just now, so it cannot have tapped anything before, unless the seat was cut off from its
   * other device (since `cutOff`), whose answers it may bring.
   */
  arrive(device: string, anew?: boolean, cutOff?: number | null): void;
  /** `heard`: the connection was closed by the device itself, so it was there until now. */
  leave(device: string, heard: boolean): void;
  heard(device: string): void;
  /**
   * When an answer that comes now can have been tapped. A connected device would have sent it at once, so the claim is
   * moved to where the device was last heard, less what clocks may differ; `claimed` undefined = just now.
   */
  tap(device: string, claimed: number | undefined): Tap;
  /** An answer was stored or refused for good; `more` are still on the device. */
  settled(seatId: SeatId, device: string, more: number): void;
  /** An answer could not be stored just now: the device keeps it and sends it again. */
  failed(seatId: SeatId, device: string, more: number): void;
  /** When a device of this seat last told that it holds an answer; null: none does. */
  holdsSince(seatId: SeatId): number | null;
  /** Whether it is connected, and has left no ping unanswered. */
  isThere(device: string): boolean;
};

export function createReach(clock: Clock): Reach {
  const devices = new Map<string, Device>();
  const holders = new Map<SeatId, Map<string, number>>();

  function of(device: string): Device {
    const known = devices.get(device) ?? { connections: 0, heardAt: null, away: null };
    devices.set(device, known);
    return known;
  }

  /** Since when the device was away, while it may still be sending what it tapped meanwhile. */
  function awaySince({ away }: Device): number | null {
    return away && clock.now() <= away.until ? away.since : null;
  }

  function hold(seatId: SeatId, device: string, count: number) {
    const seat = holders.get(seatId) ?? new Map<string, number>();
    if (count > 0) seat.set(device, clock.now());
    else seat.delete(device);
    if (seat.size > 0) holders.set(seatId, seat);
    else holders.delete(seatId);
  }

  const connected = (known: Device) =>
    known.connections > 0 && known.heardAt !== null && clock.now() - known.heardAt <= silentMs;

  return {
    isThere(device) {
      const known = devices.get(device);
      return known !== undefined && connected(known);
    },
    arrive(device, anew = false, cutOff = null) {
      const known = of(device);
      const now = clock.now();
      const stillThere = connected(known);
      const since = anew ? cutOff : (known.heardAt ?? 0);
      if (!stillThere && since !== null) known.away = { since, until: now + flushMs };
      known.connections += 1;
      known.heardAt = now;
    },
    leave(device, heard) {
      const known = of(device);
      known.connections = Math.max(0, known.connections - 1);
      if (heard) known.heardAt = clock.now();
    },
    heard(device) {
      of(device).heardAt = clock.now();
    },
    tap(device, claimed) {
      const now = clock.now();
      const known = of(device);
      const since = awaySince(known);
      const earliest = (since ?? known.heardAt ?? 0) - clocksAgreeMs;
      return { at: claimed === undefined ? now : Math.max(claimed, earliest), awaySince: since };
    },
    settled(seatId, device, more) {
      const known = of(device);
      const since = awaySince(known);
      known.heardAt = clock.now();
      known.away = more === 0 || since === null ? null : { since, until: known.heardAt + flushMs };
      hold(seatId, device, more);
    },
    failed(seatId, device, more) {
      const known = of(device);
      known.away = { since: awaySince(known) ?? clock.now(), until: Number.POSITIVE_INFINITY };
      hold(seatId, device, more + 1);
    },
    holdsSince(seatId) {
      const seat = holders.get(seatId);
      return seat ? Math.max(...seat.values()) : null;
    },
  };
}
