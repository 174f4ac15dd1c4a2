import type { VisitStore } from './visit.ts';

/** After this long out of sight nobody knows whether the connection still stands. */
const longSleepMs = 15_000;

/** Looks again when the phone wakes up, the network comes back, or another tab of this phone keeps or sends an answer. */
export function watchDevice(visit: VisitStore): void {
  let hiddenAt: number | null = null;
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      hiddenAt = Date.now();
      return;
    }
    const slept = hiddenAt === null ? 0 : Date.now() - hiddenAt;
    hiddenAt = null;
    if (slept > longSleepMs) visit.session()?.wake();
    else if (visit.session()?.snapshot().link.is === 'offline') visit.session()?.tryNow();
  });
  window.addEventListener('online', () => {
    if (visit.session()?.snapshot().link.is === 'offline') visit.session()?.tryNow();
  });
  window.addEventListener('storage', () => visit.session()?.lookAgain());
}
