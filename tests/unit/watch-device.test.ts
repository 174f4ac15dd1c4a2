import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VisitStore } from '../../renderer/student/visit.ts';
import { watchDevice } from '../../renderer/student/watch-device.ts';

/** A browser's page, as far as it is watched, and what was asked of the session. */
function device(link: 'online' | 'offline') {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const frame = new EventTarget();
  const asked: string[] = [];
  const session = {
    wake: () => void asked.push('wake'),
    tryNow: () => void asked.push('tryNow'),
    lookAgain: () => void asked.push('lookAgain'),
    snapshot: () => ({ link: { is: link } }),
  };
  watchDevice({ session: () => session } as unknown as VisitStore, page, frame);
  return {
    asked,
    hide(ms: number) {
      page.hidden = true;
      page.dispatchEvent(new Event('visibilitychange'));
      vi.advanceTimersByTime(ms);
      page.hidden = false;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    says: (event: string, more: object = {}) =>
      frame.dispatchEvent(Object.assign(new Event(event), more)),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a phone that wakes', () => {
  test('renews a connection that looks whole after a long sleep, and leaves it after a glance elsewhere', () => {
    const { asked, hide } = device('online');
    hide(10_000);
    expect(asked).toEqual([]);
    hide(60_000);
    expect(asked).toEqual(['wake']);
  });

  test('does not wait for the next try where it was looking for the laptop', () => {
    const { asked, hide } = device('offline');
    hide(2000);
    expect(asked).toEqual(['tryNow']);
  });

  test('renews it when the browser shows a page again that it had put away', () => {
    const { asked, says } = device('online');
    says('pageshow', { persisted: false });
    expect(asked).toEqual([]);
    says('pageshow', { persisted: true });
    expect(asked).toEqual(['wake']);
  });

  test('renews it when the network is back, at a moment of its own within a second', () => {
    const moments: number[] = [];
    for (let phone = 0; phone < 50; phone += 1) {
      const { asked, says } = device('online');
      says('online');
      let moment = 0;
      for (; asked.length === 0 && moment < 2000; moment += 10) vi.advanceTimersByTime(10);
      expect(asked).toEqual(['wake']);
      moments.push(moment);
    }
    expect(Math.max(...moments)).toBeLessThanOrEqual(1010);
    expect(new Set(moments).size).toBeGreaterThan(20);
  });
});
