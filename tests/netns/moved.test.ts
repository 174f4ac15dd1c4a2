import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SeatView } from '../../lan-server/contract/frames.ts';
import { seatCode } from '../../lan-server/contract/seat-code.ts';
import { connect, moveTo, runOn, whyNoNamespaces, type Machines } from './machines.ts';

const reason = whyNoNamespaces();
if (reason) console.log(`skipped: ${reason}`);

const LAPTOP = `cb-laptop-${process.pid}`;
const PHONES = `cb-phones-${process.pid}`;

type Desk = { code: string; url: string; seats: number; here: number };

describe.skipIf(reason)(
  `a laptop and phones on one network${reason ? ` (skipped: ${reason})` : ''}`,
  () => {
    let machines: Machines | undefined;
    const dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-moved-'));
    const running: ReturnType<typeof runOn>[] = [];
    const start = (...args: Parameters<typeof runOn>) => {
      const program = runOn(...args);
      running.push(program);
      return program;
    };

    beforeAll(() => {
      machines = connect(LAPTOP, PHONES);
    });
    afterAll(() => {
      for (const program of running) program.kill();
      machines?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    });

    test('the laptop gets another address: the QR follows, and who scans it is in the same seat by its code', async () => {
      const flags = ['--json', '--no-open', '--no-mdns', '--port', '0', '--data', dataDir];
      const program = start(LAPTOP, '../../lan-server/cli.ts', ...flags);
      const { port, launchKey } = await program.until<{ port: number; launchKey: string }>(
        (line) => 'launchKey' in line,
      );
      const desk = start(LAPTOP, 'desk.ts', String(port), launchKey);
      const before = await desk.until<Desk>(({ url }) => url.includes('10.77.0.1:'));
      expect(before.url).toBe(`http://10.77.0.1:${port}/j/${before.code}`);
      const first = start(PHONES, 'phone.ts', before.url, 'name', 'Ada');
      const { seatId } = await first.until<SeatView>(({ seatId }) => seatId !== undefined);

      moveTo(LAPTOP, '10.77.0.1/24', '10.77.0.99/24');
      const after = await desk.until<Desk>(({ url }) => !url.includes('10.77.0.1:'));
      expect(after.url).toBe(`http://10.77.0.99:${port}/j/${before.code}`);
      first.kill();

      const second = start(PHONES, 'phone.ts', after.url, 'seat', seatCode(seatId));
      expect(await second.until<SeatView>(() => true)).toMatchObject({ seatId, name: 'Ada' });
      // The wall counts one student, whatever became of the connection to the address that is gone.
      expect((desk.heard.at(-1) as Desk).seats).toBe(1);
    });
  },
);
