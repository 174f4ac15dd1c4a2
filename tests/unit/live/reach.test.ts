import { describe, expect, test } from 'vitest';
import { createReach } from '../../../lan-server/live/reach.ts';

/** Seconds are what this is about; what clocks may differ is 5 s. */
function laptop() {
  let now = 1_000_000;
  const begin = now;
  const reach = createReach({ now: () => now });
  return {
    reach,
    passes: (seconds: number) => {
      now += seconds * 1000;
    },
    /** What becomes of the claim that something was tapped `second` s after the beginning. */
    tap(device: string, second?: number) {
      const claimed = second === undefined ? undefined : begin + second * 1000;
      const { at, awaySince } = reach.tap(device, claimed);
      const seconds = (ms: number) => (ms - begin) / 1000;
      return { at: seconds(at), awaySince: awaySince === null ? null : seconds(awaySince) };
    },
  };
}

describe('What a phone says of the time of a tap', () => {
  test('is believed back to when it was last heard, and not further', () => {
    const { reach, passes, tap } = laptop();
    reach.arrive('phone', true);
    passes(60);
    reach.heard('phone');
    passes(8);
    expect(tap('phone', 10)).toEqual({ at: 55, awaySince: null });
    expect(tap('phone', 57)).toEqual({ at: 57, awaySince: null });
    expect(tap('phone')).toEqual({ at: 68, awaySince: null });
  });

  test('is believed over the time that it was away, for as long as it sends what it kept', () => {
    const { reach, passes, tap } = laptop();
    reach.arrive('phone', true);
    passes(20);
    reach.leave('phone', true);
    passes(100);
    reach.arrive('phone');
    expect(tap('phone', 50)).toEqual({ at: 50, awaySince: 20 });
    expect(tap('phone', 1)).toEqual({ at: 15, awaySince: 20 });
    reach.settled('seat', 'phone', 2);
    passes(10);
    reach.settled('seat', 'phone', 1);
    passes(10);
    expect(tap('phone', 50).at).toBe(50);
    reach.settled('seat', 'phone', 0);
    expect(tap('phone', 50)).toEqual({ at: 135, awaySince: null });
  });

  test('is not believed long after it came back, nor from a second connection beside a living one', () => {
    const { reach, passes, tap } = laptop();
    reach.arrive('phone', true);
    passes(5);
    reach.leave('phone', false);
    passes(30);
    reach.arrive('phone');
    passes(20);
    expect(tap('phone', 10)).toEqual({ at: 30, awaySince: null });
    reach.heard('phone');
    reach.arrive('phone');
    expect(tap('phone', 10).awaySince).toBeNull();
  });

  test('counts a connection that answers no ping as gone', () => {
    const { reach, passes, tap } = laptop();
    reach.arrive('phone', true);
    passes(13);
    reach.arrive('phone');
    expect(tap('phone', 7)).toEqual({ at: 7, awaySince: 0 });
  });

  test('is believed back to when the disk refused it', () => {
    const { reach, passes, tap } = laptop();
    reach.arrive('phone', true);
    passes(30);
    reach.failed('seat', 'phone', 0);
    passes(300);
    reach.heard('phone');
    expect(tap('phone', 30)).toEqual({ at: 30, awaySince: 30 });
    expect(reach.holdsSince('seat')).not.toBeNull();
    reach.settled('seat', 'phone', 0);
    expect(reach.holdsSince('seat')).toBeNull();
    expect(tap('phone', 30).awaySince).toBeNull();
  });

  test('is believed back to the opening where the program has just started', () => {
    const { reach, tap } = laptop();
    reach.arrive('phone');
    expect(tap('phone', -500)).toMatchObject({ at: -500 });
  });

  test('is not believed from a device that has only now come to a seat', () => {
    const { reach, passes, tap } = laptop();
    passes(40);
    reach.arrive('new', true);
    expect(tap('new', 10)).toEqual({ at: 35, awaySince: null });
  });

  test('tells who holds answers by device, so that one that is done does not speak for the other', () => {
    const { reach } = laptop();
    reach.settled('seat', 'phone', 1);
    reach.settled('seat', 'tablet', 0);
    expect(reach.holdsSince('seat')).not.toBeNull();
    reach.settled('seat', 'phone', 0);
    expect(reach.holdsSince('seat')).toBeNull();
  });
});
