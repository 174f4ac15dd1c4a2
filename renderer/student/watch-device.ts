import type { VisitStore } from './visit.ts';

/** After this long out of sight nobody knows whether the connection still stands. */
const longSleepMs = 15_000;

/** When a Wi-Fi comes back it does for the whole class at once, and all phones must not ask in the same moment. In ms. */
const spreadMs = 1000;

/** `document` and `window`, as far as they are watched. */
type Watched = {
  addEventListener(name: string, listener: (event: Event) => void): void;
};

/** Looks again when the phone wakes up, the network comes back, or another tab of this phone keeps or sends an answer. */
export function watchDevice(
  visit: VisitStore,
  page: Watched & { readonly hidden: boolean },
  frame: Watched,
): void {
  let hiddenAt: number | null = null;
  const wake = () => visit.session()?.wake();
  page.addEventListener('visibilitychange', () => {
    if (page.hidden) {
      hiddenAt = Date.now();
      return;
    }
    const slept = hiddenAt === null ? 0 : Date.now() - hiddenAt;
    hiddenAt = null;
    if (slept > longSleepMs) wake();
    else if (visit.session()?.snapshot().link.is === 'offline') visit.session()?.tryNow();
  });
  // Perhaps under another address: a connection that looks whole may lead nowhere.
  frame.addEventListener('online', () => setTimeout(wake, Math.random() * spreadMs));
  // Kept by the browser as it was left, with a connection of long ago.
  frame.addEventListener('pageshow', (event) => {
    if ('persisted' in event && event.persisted) wake();
  });
  frame.addEventListener('storage', () => visit.session()?.lookAgain());
}
