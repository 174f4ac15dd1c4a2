import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('slow-fsync.c', import.meta.url));
const cache = fileURLToPath(new URL('../../.cache', import.meta.url));

/**
 * What a process needs in its environment so that each of its flushes to disk takes `ms` longer, as on an SD card or a worn
 * laptop; or why that cannot be had here.
 */
export function slowDisk(ms = 5): { env: Record<string, string> } | { skipped: string } {
  if (process.platform !== 'linux') return { skipped: 'libc can be preloaded on Linux only' };
  try {
    return { env: { LD_PRELOAD: built(), CHALKBOX_FSYNC_MS: String(ms) } };
  } catch (error) {
    return { skipped: `no C compiler: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The same without delay, for a disk whose flushes fail with an input/output error while there is a file `sign`. */
export function brokenDisk(sign: string): ReturnType<typeof slowDisk> {
  const slow = slowDisk(0);
  return 'skipped' in slow ? slow : { env: { ...slow.env, CHALKBOX_FSYNC_FAILS: sign } };
}

/** The library's path; made once for each version of its source. */
function built(): string {
  const version = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 12);
  const library = join(cache, `slow-fsync-${process.arch}-${version}.so`);
  if (existsSync(library)) return library;
  mkdirSync(cache, { recursive: true });
  // Under a name of its own until it is whole: another test may build it at the same time.
  const begun = `${library}.${process.pid}`;
  execFileSync('cc', ['-O2', '-shared', '-fPIC', '-o', begun, source, '-ldl'], { stdio: 'pipe' });
  renameSync(begun, library);
  return library;
}
