import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSeatCode, seatCode } from '../../lan-server/contract/seat-code.ts';
import { createGuesses } from '../../lan-server/gateway/guesses.ts';
import { delayBeforeTry } from '../../renderer/live/retry-delay.ts';

const seatIds = fc.stringMatching(/^[A-Za-z0-9_-]{16}$/);

describe('a seat’s code', () => {
  test('is read back however it is typed: small, spaced, with look-alikes', () => {
    const alike: Record<string, string> = { '2': 'z', '5': 's', '8': 'b', V: 'u' };
    fc.assert(
      fc.property(seatIds, (seatId) => {
        const code = seatCode(seatId);
        expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWXY]{5}$/);
        const typed = Array.from(code, (sign) => alike[sign] ?? sign.toLowerCase()).join(' ');
        expect(readSeatCode(typed)).toBe(code);
      }),
    );
  });

  test('cannot be what is too short, too long or holds a sign that no code has', () => {
    for (const typed of ['', '2345', '234567', 'AEIOU', '0L1LL', '2345É'])
      expect(readSeatCode(typed)).toBeNull();
  });

  test('tells the seats of a lesson apart, about as often as chance lets it', () => {
    const codes = Array.from({ length: 3000 }, (_, seat) => seatCode(`seat-of-the-lesson-${seat}`));
    // By chance 0.46 of 3000 seats' pairs are alike; ids that differ in their end alone must not be worse.
    expect(new Set(codes).size).toBeGreaterThanOrEqual(2995);
    for (let place = 0; place < 5; place += 1)
      expect(new Set(codes.map((code) => code.charAt(place))).size).toBe(25);
  });
});

describe('guessing seat codes', () => {
  function room() {
    let now = 1000;
    const guesses = createGuesses({ now: () => now });
    return { guesses, pass: (ms: number) => void (now += ms) };
  }
  const by = (device: number, address = 'one', lesson = 'lesson') => ({
    device: `device ${device}`,
    address,
    lesson,
  });

  test('a class of thirty behind one address may mistype three times each', () => {
    const { guesses } = room();
    for (let student = 0; student < 30; student += 1)
      for (let wrong = 0; wrong < 3; wrong += 1) expect(guesses.begin(by(student))).toBe(0);
    expect(guesses.begin(by(31))).toBe(0);
  });

  test('a device waits after eight wrong tries, ever longer, and a try while it waits is not looked at', () => {
    const { guesses, pass } = room();
    for (let wrong = 0; wrong < 8; wrong += 1) expect(guesses.begin(by(1))).toBe(0);
    expect(guesses.begin(by(1))).toBe(5000);
    expect(guesses.begin(by(2))).toBe(0);
    pass(5000);
    expect(guesses.begin(by(1))).toBe(0);
    expect(guesses.begin(by(1))).toBe(10_000);
  });

  test('new devices do not help an address, new addresses do not help within a lesson', () => {
    const { guesses } = room();
    let looked = 0;
    for (let device = 0; device < 1000; device += 1)
      if (guesses.begin(by(device)) === 0) looked += 1;
    expect(looked).toBe(120);
    for (let device = 1000; device < 3000; device += 1)
      if (guesses.begin(by(device, `address ${device}`)) === 0) looked += 1;
    expect(looked).toBe(400);
    expect(guesses.begin(by(1, 'another', 'another lesson'))).toBe(0);
  });

  test('nobody makes room for guesses by a code of their own', () => {
    const { guesses } = room();
    let looked = 0;
    for (let round = 0; round < 500; round += 1) {
      if (guesses.begin(by(round)) === 0) looked += 1;
      const own = by(1000 + round);
      if (guesses.begin(own) === 0) guesses.takeBack(own);
    }
    expect(looked).toBeLessThanOrEqual(120);
  });

  test('after a class has mistyped too often, right codes do not keep the others waiting', () => {
    const { guesses, pass } = room();
    for (let device = 0; device < 130; device += 1) {
      pass(guesses.begin(by(device)));
      guesses.begin(by(device));
    }
    pass(15 * 60_000);
    for (let device = 200; device < 230; device += 1) {
      expect(guesses.begin(by(device))).toBe(0);
      guesses.takeBack(by(device));
    }
    // A wrong one still does, as long as before.
    expect(guesses.begin(by(300))).toBe(0);
    expect(guesses.begin(by(301))).toBeGreaterThan(60_000);
  });

  test('an hour later an address is as new', () => {
    const { guesses, pass } = room();
    for (let device = 0; device < 200; device += 1) guesses.begin(by(device));
    expect(guesses.begin(by(500))).toBeGreaterThan(0);
    pass(60 * 60_000);
    expect(guesses.begin(by(500))).toBe(0);
  });
});

describe('the tries of a class to connect again', () => {
  /** When each of so many phones tries, in ms after the break, while the laptop is away for so long. */
  function triesOf(phones: number, awayMs: number, tookMs: number): number[][] {
    let seed = 42;
    const random = () => {
      // Park and Miller's generator: the same class at each run.
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    return Array.from({ length: phones }, () => {
      const tries = [delayBeforeTry(0, 0, random)];
      for (let failures = 1; (tries.at(-1) ?? 0) < awayMs; failures += 1)
        tries.push((tries.at(-1) ?? 0) + tookMs + delayBeforeTry(failures, tookMs, random));
      return tries;
    });
  }

  /** The most tries in any tenth of a second from a moment on. */
  function busiest(tries: number[], from: number): number {
    const counts = new Map<number, number>();
    for (const at of tries.filter((at) => at >= from))
      counts.set(Math.floor(at / 100), (counts.get(Math.floor(at / 100)) ?? 0) + 1);
    return Math.max(...counts.values());
  }

  test('are spread: of 500 dropped at once at most a fifth come in the same tenth of a second', () => {
    const first = triesOf(500, 0, 0).map(([at = 0]) => at);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(400);
    expect(Math.max(...first)).toBeLessThan(1200);
    expect(busiest(first, 0)).toBeLessThan(100);
  });

  test('stay spread while it lasts, and all come within 3.6 s after the laptop is back, also after an hour', () => {
    for (const away of [2000, 10_000, 60_000, 3_600_000]) {
      const tries = triesOf(away > 100_000 ? 50 : 500, away, 0);
      const back = tries.map((each) => (each.at(-1) ?? 0) - away);
      expect(Math.max(...back)).toBeLessThanOrEqual(3600);
      if (away <= 60_000) expect(busiest(tries.flat(), 2000)).toBeLessThan(70);
    }
  });

  test('wait no longer for a laptop that answers nothing than for one that refuses', () => {
    const [tries = []] = triesOf(1, 60_000, 8000);
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    // Eight seconds until an attempt is given up, and then at once again, but never all in step.
    for (const gap of gaps) expect(gap).toBeLessThanOrEqual(8300);
    expect(new Set(gaps).size).toBe(gaps.length);
  });

  test('any random number gives a wait that is neither none nor long', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.nat(20_000),
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        (failures, took, random) => {
          const delay = delayBeforeTry(failures, took, () => random);
          expect(delay).toBeGreaterThanOrEqual(100);
          expect(delay).toBeLessThanOrEqual(3600);
        },
      ),
    );
  });
});
