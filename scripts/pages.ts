import { aloneInBuilding } from './pages/build-lock.ts';
import { pagesAreFresh } from './pages/fresh.ts';
import type { PagesOptions } from './pages/fresh.ts';

/** Builds the pages where they are not fresh; one process at a time, the others wait and find them built. */
export async function ensurePages(options: PagesOptions = {}): Promise<void> {
  if (await pagesAreFresh(options)) return;
  await aloneInBuilding(async () => {
    if (await pagesAreFresh(options)) return;
    // What builds is loaded only now: a start with fresh pages must not wait for it.
    const { buildBeside } = await import('./pages/build-beside.ts');
    await buildBeside(options);
  });
}
