import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { stuckExitCode } from '../../scripts/pages/stuck.ts';

const watch = fileURLToPath(new URL('../../scripts/pages/stuck.ts', import.meta.url));

/** Runs a process that watches itself while it does `work`; gives its exit code and what it printed. */
function watched(work: string): Promise<{ code: number | null; printed: string }> {
  const script = `
    import { endWhenStuck } from ${JSON.stringify(watch)};
    const end = endWhenStuck(() => console.log('cleared'), 300);
    ${work}
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, printed }));
  });
}

test('a build that stands still clears up behind it and ends, so that it can be begun again', async () => {
  expect(await watched('await new Promise(() => {});')).toEqual({
    code: stuckExitCode,
    printed: 'cleared\n',
  });
});

test('a build that works goes on for as long as it takes', async () => {
  const work = `
    while (process.cpuUsage().user < 1_500_000) {
      const until = performance.now() + 20;
      while (performance.now() < until);
      await new Promise(setImmediate);
    }
    end();
    console.log('done');
  `;
  expect(await watched(work)).toEqual({ code: 0, printed: 'done\n' });
});
