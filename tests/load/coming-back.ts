import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../support/teacher.ts';
import { figure, median, quantile } from './figures.ts';
import type { Figure } from './figures.ts';
import type { Measured } from './measured-process.ts';
import { startMeasured } from './measured-process.ts';
import { seatPhones, timesBack } from './reconnect.ts';

const n = 500;
/** What is promised: so long after the program is there again everybody is back, ms. */
const promisedMs = 5000;

type Program = Measured<{ url: string; port: number; launchKey: string }>;

/** 500 phones, the program killed in mid-lesson and started again: how long until half of them, and all, are back. */
export async function measureComingBack(
  runs: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  const half: number[] = [];
  const all: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const times = await oneBreak();
    half.push(quantile(times, 0.5));
    all.push(quantile(times, 1));
    say(`${n} phones come back, run ${run} of ${runs}`);
  }
  return [
    figure(`reconnect-p50-${n}`, n, 'ms', median(half)),
    figure(`reconnect-${n}`, n, 'ms', median(all), promisedMs, 1),
  ];
}

async function oneBreak(): Promise<number[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-load-'));
  let program = await started(dataDir, 0);
  try {
    const { url, port } = program.ready;
    const teacher = await signIn(program.ready);
    const lesson = await teacher.startLesson();
    const phones = await seatPhones(url, lesson.code, n);
    const times = await timesBack(phones, async () => {
      await program.kill();
      program = await started(dataDir, port);
    });
    for (const { connection } of phones) connection.close();
    return times;
  } finally {
    await program.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function started(dataDir: string, port: number): Promise<Program> {
  const where = ['--host', '127.0.0.1', '--port', String(port), '--data', dataDir];
  return startMeasured('../../lan-server/cli.ts', ['--json', '--no-open', '--no-mdns', ...where]);
}
