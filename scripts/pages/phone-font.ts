import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { phoneCharacters } from './phone-characters.ts';
import { places } from './places.ts';

// The three weights of the tokens are 400, 520 and 680: nothing lighter or heavier is drawn.
const weights = { min: 400, max: 680 };
// Figures of one width for the clock, and accents put together. Kerning would cost a sixth of the file.
const features = ['tnum', 'ccmp'];

/**
 * Cuts the student page's font out of the full one and gives its path. Kept in the cache under a name made from all
 * that went into it, so that it is cut once.
 */
export async function phoneFont(): Promise<string> {
  const full = await readFile(places.font);
  const recipe = createHash('sha256')
    .update(full)
    .update(phoneCharacters)
    .update(JSON.stringify({ weights, features }))
    .digest('hex')
    .slice(0, 12);
  const path = join(places.cache, `phone-font-${recipe}.woff2`);
  if (existsSync(path)) return path;
  const cut = await subsetFont(full, phoneCharacters, {
    targetFormat: 'woff2',
    variationAxes: { wght: weights },
    keepFeatures: features,
    noHinting: true,
  });
  await mkdir(places.cache, { recursive: true });
  await writeFile(path, cut);
  return path;
}
