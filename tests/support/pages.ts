import { ensurePages } from '../../scripts/pages.ts';

/** Once before the tests: the pages as they are in the sources now. */
export default async function setup(): Promise<void> {
  await ensurePages();
}
