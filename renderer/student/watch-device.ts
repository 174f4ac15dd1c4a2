import type { VisitStore } from './visit.ts';

/** After this long out of sight nobody knows whether the connection still stands. */
const longSleepMs = 15_000;

/** When a Wi-Fi comes back it does for the whole class at once, and all phones must not ask in the same moment. In ms. */
const spreadMs = 1000;

/** Looks again when the phone wakes up, the network comes back, or another tab of this phone keeps or sends an answer. */
export function watchDevice(visit: VisitStore): void {
  let hiddenAt: number | null = null;
  const wake = () => visit.session()?.wake();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      hiddenAt = Date.now();
      return;
    }
    const slept = hiddenAt === null ? 0 : Date.now() - hiddenAt;
    hiddenAt = null;
    if (slept > longSleepMs) wake();
    else if (visit.session()?.snapshot().link.is === 'offline') visit.session()?.tryNow();
  });
  // Perhaps under another address: a connection that looks whole may lead nowhere.
  window.addEventListener('online', () => setTimeout(wake, Math.random() * spreadMs));
  // Kept by the browser as it was left, with a connection of long ago.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) wake();
  });
  window.addEventListener('storage', () => visit.session()?.lookAgain());
}
