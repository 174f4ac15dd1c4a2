import { ensurePages } from '../../scripts/pages.ts';

/** Once before the end-to-end tests: the pages as they are in the sources now. */
export default async function setup(): Promise<void> {
  await ensurePages();
}
