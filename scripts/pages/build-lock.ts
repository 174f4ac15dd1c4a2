import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { places } from './places.ts';

const lock = join(places.cache, 'building');

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Does the work while no other process builds here: tests start in parallel, and all of them want the pages.
 * A lock left by a process that is gone does not count.
 */
export async function aloneInBuilding<Result>(work: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(lock), { recursive: true });
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const holder = Number(await readFile(lock, 'utf8').catch(() => '0'));
      if (holder > 0 && !runs(holder)) await rm(lock, { force: true });
      else await wait(200);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
