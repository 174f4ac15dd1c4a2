import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a compressed copy saves nothing: it fits a packet as it is. Bytes. */
const smallest = 512;

/** Brotli at its best, in bytes: what a browser is sent. */
export async function brotliOf(content: Buffer): Promise<Buffer> {
  return brotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

/** Writes `.br` and `.gz` beside every file of a folder, so that the laptop never compresses while a class waits. */
export async function precompress(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  for (const name of names) {
    const path = join(folder, name);
    if (/\.(br|gz)$/.test(name) || !(await stat(path)).isFile()) continue;
    const content = await readFile(path);
    if (content.length < smallest) continue;
    const [br, gz] = await Promise.all([brotliOf(content), zip(content, { level: 9 })]);
    await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
  }
}
