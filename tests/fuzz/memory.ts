import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Program } from '../support/program.ts';

const probe = fileURLToPath(new URL('memory-probe.ts', import.meta.url));

export type MemoryOf = {
  /** For the program's environment. */
  env: Record<string, string>;
  /** Bytes that the program holds after it has collected everything that nobody needs. */
  read(program: Program): Promise<number>;
  tidy(): void;
};

/** A way to ask a running program what it really holds. */
export function memoryOf(): MemoryOf {
  const folder = mkdtempSync(join(tmpdir(), 'chalkbox-memory-'));
  const file = join(folder, 'memory.json');
  return {
    env: { NODE_OPTIONS: `--expose-gc --import ${probe}`, CHALKBOX_MEMORY_FILE: file },
    async read({ pid }) {
      rmSync(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      const usage = await expect
        .poll(() => {
          try {
            return JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage;
          } catch {
            return null;
          }
        })
        .not.toBeNull()
        .then(() => JSON.parse(readFileSync(file, 'utf8')) as NodeJS.MemoryUsage);
      return usage.heapUsed + usage.external;
    },
    tidy: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const megabytes = (bytes: number) => Math.round(bytes / 104_857.6) / 10;
