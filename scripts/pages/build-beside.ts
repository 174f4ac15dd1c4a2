import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { wantsGallery } from './fresh.ts';
import type { PagesOptions } from './fresh.ts';
import { stuckExitCode } from './stuck.ts';

const program = fileURLToPath(new URL('../build.ts', import.meta.url));

/** How often a build that stood still is begun again. */
const tries = 4;

/**
 * Builds all pages in a process of their own, and begins again where it stands still: on machines with few cores the
 * bundler's threads sometimes wait for each other for good. Throws what the build said where it failed.
 */
export async function buildBeside(options: PagesOptions = {}): Promise<void> {
  const args = [program, ...(wantsGallery(options) ? ['--gallery'] : [])];
  for (let left = tries; ; left -= 1) {
    const { code, said } = await run(args, options.say ?? (() => {}));
    if (code === 0) return;
    if (code !== stuckExitCode || left === 1) throw new Error(said.trim());
  }
}

async function run(
  args: string[],
  say: (line: string) => void,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let half = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (half + text).split('\n');
    half = lines.pop() ?? '';
    for (const line of lines) say(line);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}
