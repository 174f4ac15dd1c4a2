import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from './places.ts';
import { sourcesHash } from './sources.ts';

export type PagesOptions = {
  /** Build /gallery too. Default: only when CHALKBOX_GALLERY is set. */
  gallery?: boolean;
  /** Takes each line of progress. Default: none. */
  say?: (line: string) => void;
};

/** Whether the gallery belongs to the build. */
export const wantsGallery = (options: PagesOptions) =>
  options.gallery ?? Boolean(process.env['CHALKBOX_GALLERY']);

/** What the pages in dist/pages were made from; null if there are none. */
async function builtFrom(): Promise<{ hash: string; gallery: boolean } | null> {
  try {
    const text = await readFile(join(places.pages, 'built-from.json'), 'utf8');
    return JSON.parse(text) as { hash: string; gallery: boolean };
  } catch {
    return null;
  }
}

/** Whether dist/pages was built from the sources as they are now. A build with the gallery serves for one without. */
export async function pagesAreFresh(options: PagesOptions = {}): Promise<boolean> {
  const built = await builtFrom();
  if (!built || (wantsGallery(options) && !built.gallery)) return false;
  return built.hash === (await sourcesHash());
}
