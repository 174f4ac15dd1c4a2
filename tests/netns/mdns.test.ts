import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Neighbour } from '../../lan-server/network/service-record.ts';
import { connect, moveTo, runOn, whyNoNamespaces, type Machines } from './machines.ts';

const reason = whyNoNamespaces();
if (reason) console.log(`skipped: ${reason}`);

const A = `cb-a-${process.pid}`;
const B = `cb-b-${process.pid}`;

describe.skipIf(reason)(
  `two laptops on one network${reason ? ` (skipped: ${reason})` : ''}`,
  () => {
    let machines: Machines | undefined;
    const running: ReturnType<typeof runOn>[] = [];
    const start = (...args: Parameters<typeof runOn>) => {
      const program = runOn(...args);
      running.push(program);
      return program;
    };
    const addressOf = async (name: string): Promise<string | null> => {
      const asking = start(B, 'resolve.ts', name);
      return (await asking.until<{ address: string | null }>(() => true)).address;
    };
    type Held = { held: string | null };

    beforeAll(() => {
      machines = connect(A, B);
    });
    afterEach(() => {
      for (const program of running.splice(0)) program.kill();
    });
    afterAll(() => {
      machines?.remove();
    });

    test('one finds the other, opens its name, and loses both when it stops', async () => {
      const browsing = start(B, 'browse.ts', 'watcher');
      const publishing = start(A, 'publish.ts', 'aaaa1111', 'Room 12', '4747');
      expect((await publishing.until<Held>(({ held }) => held !== null)).held).toBe(
        'chalkbox.local',
      );

      const list = await browsing.until<Neighbour[]>((neighbours) => neighbours.length === 1);
      expect(list).toEqual([
        {
          id: 'aaaa1111',
          title: 'Room 12',
          host: 'chalkbox.local',
          addresses: ['10.77.0.1'],
          port: 4747,
        },
      ]);
      expect(await addressOf('chalkbox.local')).toBe('10.77.0.1');

      expect(await publishing.stop()).toBe(0);
      await browsing.until<Neighbour[]>((neighbours) => neighbours.length === 0);
      expect(await addressOf('chalkbox.local')).toBeNull();
    }, 30_000);

    test('the second to come gets another name, and both can be opened', async () => {
      const first = start(A, 'publish.ts', 'aaaa1111', 'Room 12', '4747');
      await first.until<Held>(({ held }) => held === 'chalkbox.local');
      const second = start(B, 'publish.ts', 'bbbb2222', 'Room 12', '4747');
      const { held } = await second.until<Held>((line) => line.held !== null);

      expect(held).toBe('chalkbox-2.local');
      expect(first.heard).toEqual([{ held: 'chalkbox.local' }]);
      expect(await addressOf('chalkbox.local')).toBe('10.77.0.1');
      expect(await addressOf('chalkbox-2.local')).toBe('10.77.0.2');
    }, 30_000);

    test('two that start at the same moment end with two names', async () => {
      const both = [
        start(A, 'publish.ts', 'aaaa1111', 'Room 12', '4747'),
        start(B, 'publish.ts', 'bbbb2222', 'Room 13', '4747'),
      ];
      const holds = (line: Held): boolean => line.held !== null;
      const names = await Promise.all(both.map((program) => program.until<Held>(holds)));
      expect(new Set(names.map(({ held }) => held))).toEqual(
        new Set(['chalkbox.local', 'chalkbox-2.local']),
      );
    }, 30_000);

    test('a laptop that changes its network is found at its next address, and its program goes on', async () => {
      const publishing = start(A, 'publish.ts', 'aaaa1111', 'Room 12', '4747');
      await publishing.until<Held>(({ held }) => held !== null);
      // Packets that arrive while the adapter has no address are what ciao does not survive.
      const asking = setInterval(() => void start(B, 'resolve.ts', 'chalkbox.local'), 300);
      moveTo(A, '10.77.0.1/24', undefined);
      const lost = publishing.until<Held>(({ held }) => held === null);
      await lost;
      clearInterval(asking);
      moveTo(A, undefined, '10.77.0.99/24');
      await expect
        .poll(() => addressOf('chalkbox.local'), { timeout: 25_000, interval: 500 })
        .toBe('10.77.0.99');
      expect(await publishing.stop()).toBe(0);
    }, 60_000);
  },
);
