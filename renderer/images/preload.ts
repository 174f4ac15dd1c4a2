import { formulaFont, mediaPath } from '../../lan-server/contract/paths.ts';

/** How pictures and the typeface of formulas are fetched, and when nothing else is to be done. */
export type Preloading = {
  /** Fetches one and resolves when it is there; rejects when it did not come. */
  fetch: (url: string) => Promise<void>;
  font: () => Promise<void>;
  /** Calls back in an idle moment. */
  idle: (run: () => void) => void;
};

/**
 * Loads pictures before they are needed: one at a time, each in an idle moment, so that joining and answering never wait for one. One
 * that does not come is left: it is fetched when it is shown. Browsers keep what has come, because a name never changes its
 * picture.
 */
export function createPreload({
  fetch,
  font,
  idle,
}: Preloading): (names: readonly string[]) => void {
  const known = new Set<string>();
  const waiting: string[] = [];
  let busy = false;

  function next() {
    const name = waiting.shift();
    busy = name !== undefined;
    if (name === undefined) return;
    const go = () => idle(next);
    const coming = name === formulaFont ? font() : fetch(`${mediaPath}/${name}`);
    coming.then(go, () => {
      // After the next break in the connection it is told, and tried, again.
      known.delete(name);
      go();
    });
  }

  return (names) => {
    for (const name of names) {
      if (known.has(name)) continue;
      known.add(name);
      waiting.push(name);
    }
    if (!busy && waiting.length > 0) {
      busy = true;
      idle(next);
    }
  };
}
