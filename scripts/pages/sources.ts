import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { places } from './places.ts';

/** All that goes into the pages. The lockfile stands for the packages. */
const folders = ['renderer', 'lan-server/contract', 'lan-server/questions', 'scripts/pages'];
const files = ['scripts/pages.ts', 'package-lock.json'];

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(places.root, folder), {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A hash over every source of the pages, the same on every system: equal hash, equal pages. */
export async function sourcesHash(): Promise<string> {
  const found = await Promise.all(folders.map(filesIn));
  const paths = [...found.flat(), ...files.map((file) => join(places.root, file))].sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(path.slice(places.root.length).replaceAll('\\', '/'));
    hash.update(await readFile(path));
  }
  return hash.digest('hex');
}
