import { parseArgs } from 'node:util';
import { describeFirstLoad, firstLoads } from './pages/first-load.ts';
import { places } from './pages/places.ts';
import { buildPages, buildSomePages } from './pages/build-pages.ts';
import type { PageName } from './pages/build-pages.ts';

// npm run build [-- --gallery]: builds all pages into dist/pages.
// npm run build -- --only student,gallery --out DIR: some pages, elsewhere, while others are being rewritten.
const { values } = parseArgs({
  options: {
    gallery: { type: 'boolean' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
});

const say = (line: string) => console.log(line);
try {
  if (values.only && values.out) {
    await buildSomePages(values.only.split(',') as PageName[], values.out);
  } else {
    await buildPages({ ...(values.gallery ? { gallery: true } : {}), say });
  }
  for (const load of await firstLoads(values.out ?? places.pages)) say(describeFirstLoad(load));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
