import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDeviceStore, deviceToken, newDeviceToken } from '../../renderer/live/device.ts';
import { readWayBack, wayBackUrl } from '../../renderer/live/way-back.ts';
import { memoryStorage } from './student-storage.ts';

/** A browser's cookies of one address: whatever the port, they are the same. */
function jar() {
  const cookies = new Map<string, string>();
  const written: string[] = [];
  return {
    written,
    get cookie() {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    },
    set cookie(text: string) {
      written.push(text);
      const [name = '', value = ''] = (text.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    },
  };
}
/** The storage of one origin, which is address and port. */
function origin() {
  const storage = memoryStorage();
  return createDeviceStore(() => storage);
}

describe('a device’s token', () => {
  test('is the same on another port of the same address, and another one elsewhere', () => {
    const cookies = jar();
    const token = deviceToken(origin(), cookies);
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(deviceToken(origin(), cookies)).toBe(token);
    expect(deviceToken(origin(), jar())).not.toBe(token);
    // Never to a page of another site, and not over HTTPS alone: the laptop has none.
    expect(cookies.written[0]).toMatch(/;path=\/;max-age=\d+;samesite=strict$/);
  });

  test('of before the cookie stays, and a newer one of another port goes before it', () => {
    const cookies = jar();
    const old = origin();
    old.set('chalkbox.device', 'a-token-of-before-the-cookie-was');
    expect(deviceToken(old, cookies)).toBe('a-token-of-before-the-cookie-was');
    const somebodyElse = newDeviceToken(origin(), cookies);
    expect(deviceToken(old, cookies)).toBe(somebodyElse);
  });

  test('is kept without cookies by the storage, and what is no token is not taken from a cookie', () => {
    const store = origin();
    const blind = { cookie: 'lang=es; chalkbox-device=short; other=1' };
    const token = deviceToken(store, { ...blind });
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(deviceToken(store, { ...blind })).toBe(token);
  });
});

describe('the way back by the laptop’s name', () => {
  const kept = fc.record({
    id: fc.stringMatching(/^[\w-]{8,40}$/),
    questionId: fc.string(),
    round: fc.nat(),
    number: fc.nat(),
    answer: fc.jsonValue(),
    keptAt: fc.nat(),
    tappedAt: fc.nat(),
    code: fc.constant('4827'),
    order: fc.nat(),
  });

  test('brings along seat, name and unsent answers, whatever is in them', () => {
    const brought = fc.record({
      seat: fc.stringMatching(/^[2-9CDFG]{5}$/),
      id: fc.stringMatching(/^[\w-]{16}$/),
      name: fc.option(fc.string({ minLength: 1, maxLength: 24, unit: 'grapheme' })),
      kept: fc.array(kept, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(brought, (carried) => {
        const url = new URL(wayBackUrl('chalkbox.local:4747', '4827', carried));
        expect(url.origin + url.pathname).toBe('http://chalkbox.local:4747/j/4827');
        expect(readWayBack(url.hash)).toEqual(JSON.parse(JSON.stringify(carried)));
      }),
    );
  });

  test('brings nothing where the address has nothing, and no answer that cannot be one', () => {
    expect(readWayBack('')).toBeNull();
    expect(readWayBack('#top')).toBeNull();
    expect(readWayBack('#seat=')).toBeNull();
    const seatAlone = { seat: '2C3D4', id: '', name: null, kept: [] };
    for (const told of [
      '',
      'null',
      '{}',
      '[null,1,"x",{}]',
      '[{"id":"../../x"}]',
      '[{"id":7}]',
      '[',
    ])
      expect(readWayBack(`#seat=2C3D4&kept=${encodeURIComponent(told)}`)).toEqual(seatAlone);
  });
});
