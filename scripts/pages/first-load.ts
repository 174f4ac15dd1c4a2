import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliOf } from './precompress.ts';

/** What a student's whole first load may be. Bytes of brotli, and requests. */
export const firstLoadBudget = { bytes: 50 * 1024, requests: 4 };

export type FirstLoad = {
  /** The page's file name: index.en.html. */
  page: string;
  files: { path: string; bytes: number }[];
  bytes: number;
};

async function size(path: string): Promise<number> {
  const content = await readFile(path);
  // A woff2 file is brotli inside already and goes out as it is.
  return path.endsWith('.woff2') ? content.length : (await brotliOf(content)).length;
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap((match) => (match[1] ? [match[1]] : []));

/** Follows each student page of a build as a browser would, and weighs what it loads. */
export async function firstLoads(folder: string): Promise<FirstLoad[]> {
  const names = await readdir(folder);
  const pages = names.filter((name) => /^index\.\w+\.html$/.test(name)).sort();
  return Promise.all(
    pages.map(async (page) => {
      const html = await readFile(join(folder, page), 'utf8');
      const linked = matches(html, /(?:src|href)="(\/[^"]+)"/g);
      const styles = linked.filter((path) => path.endsWith('.css'));
      const inStyles = await Promise.all(
        styles.map(async (path) =>
          matches(await readFile(join(folder, path), 'utf8'), /url\(["']?(\/[^)"']+)/g),
        ),
      );
      const paths = [...new Set([`/${page}`, ...linked, ...inStyles.flat()])];
      const files = await Promise.all(
        paths.map(async (path) => ({ path, bytes: await size(join(folder, path)) })),
      );
      return { page, files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
    }),
  );
}

/** One line a page: what it loads, in bytes of brotli. */
export function describeFirstLoad({ page, files, bytes }: FirstLoad): string {
  const each = files.map((file) => `${file.path} ${file.bytes}`).join(', ');
  return `${page}: ${bytes} bytes in ${files.length} requests (${each})`;
}

/** The pages that load more than a student's phone should have to. */
export function tooHeavy(loads: FirstLoad[]): FirstLoad[] {
  return loads.filter(
    (load) => load.bytes > firstLoadBudget.bytes || load.files.length > firstLoadBudget.requests,
  );
}
