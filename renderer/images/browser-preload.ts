import formulas from '../rich/fonts/stix-two-math-subset.woff2?url';
import { createPreload } from './preload.ts';

/** With what a browser has for it; Safari has no idle moments of its own. */
export function browserPreload(): (names: readonly string[]) => void {
  const { requestIdleCallback } = window as Partial<Window>;
  return createPreload({
    fetch: (url) =>
      new Promise((resolve, reject) => {
        const image = document.createElement('img');
        image.setAttribute('fetchpriority', 'low');
        image.onload = () => resolve();
        image.onerror = () => reject(new Error('a picture did not come'));
        image.src = url;
      }),
    // Only into the browser's store, from where the page's own style takes it.
    font: () =>
      fetch(formulas)
        .then((response) => response.blob())
        .then(() => undefined),
    idle(run) {
      if (requestIdleCallback) requestIdleCallback.call(window, () => run(), { timeout: 2000 });
      else setTimeout(run, 200);
    },
  });
}
