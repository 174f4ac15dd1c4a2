import { figure } from './figures.ts';
import type { Figure } from './figures.ts';
import { measureLive } from './live.ts';
import { slowDisk } from './slow-disk.ts';

const n = 500;

/** A class of 500 on a disk that takes 5 ms longer for every flush, as an SD card does; the floor has the same disk. */
export async function measureSlowDisk(
  runs: number,
  say: (line: string) => void,
): Promise<Figure[]> {
  const disk = slowDisk(5);
  if ('skipped' in disk) {
    say(`slow disk skipped: ${disk.skipped}`);
    return [];
  }
  const result = (await measureLive([n], runs, (line) => say(`slow disk: ${line}`), disk.env)).get(
    n,
  );
  if (!result) return [];
  const { own, floor } = result;
  return [
    figure(`slow-disk-ack-p50-${n}`, n, 'ms', own.ackP50, floor.ackP50),
    figure(`slow-disk-ack-p99-${n}`, n, 'ms', own.ackP99, floor.ackP99, 1.5),
  ];
}
