import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit } from '../../lan-server/gateway/rate.ts';

test('in any time a key gets what it has at once and what came since, and no more', () => {
  const steps = fc.array(fc.record({ wait: fc.nat(3000), tries: fc.nat(40) }), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (tried) => {
      let now = 1000;
      const limit = createRateLimit({ points: 25, seconds: 5 }, () => now);
      let taken = 0;
      for (const { wait, tries } of tried) {
        now += wait;
        for (let each = 0; each < tries; each += 1) {
          const had = limit.has('a phone');
          const got = limit.take('a phone');
          expect(got).toBe(had);
          if (got) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(25 + ((now - 1000) / 1000) * 5);
      }
      // After a while of quiet everything is there again.
      now += 5000;
      for (let each = 0; each < 25; each += 1) expect(limit.take('a phone')).toBe(true);
      expect(limit.take('a phone')).toBe(false);
      expect(limit.take('another phone')).toBe(true);
    }),
  );
});

test('of more keys than it keeps, the one that came first begins anew', () => {
  const limit = createRateLimit({ points: 1, seconds: 60 }, () => 0);
  expect(limit.take('first')).toBe(true);
  expect(limit.take('first')).toBe(false);
  for (let key = 1; key <= 20_000; key += 1) limit.take(`key ${key}`);
  expect(limit.take('first')).toBe(true);
  expect(limit.take('key 20000')).toBe(false);
});
