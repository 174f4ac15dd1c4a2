import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLoadBudget, firstLoads } from '../../scripts/pages/first-load.ts';
import { places } from '../../scripts/pages/places.ts';
import { figure, median } from './figures.ts';
import type { Figure } from './figures.ts';
import { startMeasured } from './measured-process.ts';
import { writePastLessons } from './past-lessons.ts';

const manyLessons = 100;

/** Start, restart with a long history, and what a phone has to load. */
export async function measureRecovery(
  runs: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  const empty = mkdtempSync(join(tmpdir(), 'chalkbox-load-'));
  const full = mkdtempSync(join(tmpdir(), 'chalkbox-load-'));
  try {
    const ready: number[] = [];
    for (let run = 1; run <= runs; run += 1) ready.push(await untilFirstPage(empty));
    say('start with an empty folder');
    const events = await writePastLessons(full, manyLessons, true);
    say(`${events} events of ${manyLessons} lessons written`);
    const restarted: number[] = [];
    for (let run = 1; run <= runs; run += 1) restarted.push(await untilFirstPage(full));
    say('restart with all of them');
    const loads = await firstLoads(places.pages);
    return [
      figure('ready', 0, 'ms', median(ready)),
      figure('ready-after-million-events', 500, 'ms', median(restarted), median(ready)),
      figure(
        'first-load-bytes',
        1,
        'bytes',
        Math.max(...loads.map(({ bytes }) => bytes)),
        firstLoadBudget.bytes,
        1,
      ),
    ];
  } finally {
    for (const folder of [empty, full]) rmSync(folder, { recursive: true, force: true });
  }
}

/** From the start of the process to the first student's page served, ms; then the program is killed. */
async function untilFirstPage(dataDir: string): Promise<number> {
  const from = performance.now();
  const server = await startMeasured<{ url: string }>('../../lan-server/cli.ts', [
    '--json',
    '--no-open',
    '--no-mdns',
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--data',
    dataDir,
  ]);
  const page = await fetch(server.ready.url);
  await page.text();
  const took = performance.now() - from;
  await server.kill();
  if (!page.ok) throw new Error(`The student's page answered ${page.status}.`);
  return took;
}
