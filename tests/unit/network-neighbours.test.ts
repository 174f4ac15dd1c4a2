import { EventEmitter } from 'node:events';
import type { Bonjour } from 'bonjour-service';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createNeighbours } from '../../lan-server/network/neighbours.ts';
import { readNeighbour, serviceLabel } from '../../lan-server/network/service-record.ts';

type Packet = Record<string, unknown>;

function packet(id: string, more: Packet = {}): Packet {
  return {
    host: `${id}.local.`,
    port: 4747,
    addresses: ['192.168.1.30'],
    txt: { id, title: `Room ${id}`, version: '1' },
    ...more,
  };
}

/** bonjour-service as far as it is used: browsers that hear what the test says. */
function ether() {
  const browsers: (EventEmitter & { update: () => void })[] = [];
  const mdns = new EventEmitter();
  const warnings: unknown[] = [];
  const listener = {
    server: { mdns },
    find(_query: unknown, up: (service: unknown) => void) {
      const browser = Object.assign(new EventEmitter(), {
        update: vi.fn(),
        stop() {
          browser.removeAllListeners();
        },
      });
      browser.on('up', up);
      browsers.push(browser);
      return browser;
    },
    destroy: (done: () => void) => done(),
  };
  const log = {
    info: () => {},
    error: () => {},
    warn: (details: object) => {
      warnings.push(details);
    },
  };
  const say = (event: string, heard: Packet): void => {
    browsers.at(-1)?.emit(event, heard);
  };
  return { listen: () => listener as unknown as Bonjour, mdns, log, warnings, say, browsers };
}

function start(air: ReturnType<typeof ether>) {
  const lists: string[][] = [];
  const neighbours = createNeighbours({
    instanceId: 'self',
    log: air.log,
    onChange: (list) => lists.push(list.map(({ id }) => id)),
    listen: air.listen,
  });
  return { neighbours, lists };
}

describe('finding other Chalkboxes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a neighbour is listed with what a person needs to open it, and oneself never', () => {
    const air = ether();
    const { neighbours, lists } = start(air);
    air.say('up', packet('self'));
    air.say('up', packet('bbbb', { referer: { address: '192.168.1.31' } }));
    air.say('up', packet('aaaa'));
    expect(lists).toEqual([['bbbb'], ['aaaa', 'bbbb']]);
    expect(neighbours.list()[1]).toEqual({
      id: 'bbbb',
      title: 'Room bbbb',
      host: 'bbbb.local',
      addresses: ['192.168.1.31', '192.168.1.30'],
      port: 4747,
    });
  });

  test('a goodbye takes it off the list, a new port changes it, hearing the same again does nothing', () => {
    const air = ether();
    const { neighbours, lists } = start(air);
    air.say('up', packet('aaaa'));
    air.say('srv-update', packet('aaaa', { port: 4750 }));
    air.say('up', packet('aaaa', { port: 4750 }));
    expect(neighbours.list()[0]?.port).toBe(4750);
    expect(lists).toHaveLength(2);
    air.say('down', packet('aaaa'));
    expect(neighbours.list()).toEqual([]);
  });

  test('one that fell silent without a goodbye is forgotten after some rounds, one that answers stays', () => {
    const air = ether();
    const { neighbours } = start(air);
    air.say('up', packet('dead'));
    for (let minute = 0; minute < 5; minute += 1) {
      vi.advanceTimersByTime(60_000);
      air.say('up', packet('live'));
    }
    expect(neighbours.list().map(({ id }) => id)).toEqual(['live']);
  });

  test('a socket error and a packet that breaks the reader are logged and end nothing', () => {
    const air = ether();
    const { neighbours } = start(air);
    air.mdns.on('response', () => {
      throw new TypeError('absurd packet');
    });
    expect(() => air.mdns.emit('error', new Error('EADDRINUSE'))).not.toThrow();
    expect(() => air.mdns.emit('response', {})).not.toThrow();
    expect(air.warnings).toHaveLength(2);
    air.say('up', packet('aaaa'));
    expect(neighbours.list()).toHaveLength(1);
  });

  test('a network that comes after the start is asked at once', () => {
    const air = ether();
    start(air);
    air.mdns.emit('networkInterface');
    expect(air.browsers[0]?.update).toHaveBeenCalledTimes(1);
  });

  test('where nothing can be listened to, the list is empty and stop resolves', async () => {
    const air = ether();
    const neighbours = createNeighbours({
      instanceId: 'self',
      log: air.log,
      listen: () => {
        throw new Error('no sockets here');
      },
    });
    expect(neighbours.list()).toEqual([]);
    await neighbours.stop();
    expect(air.warnings).toHaveLength(1);
  });

  test('after stop nothing is asked any more', async () => {
    const air = ether();
    const { neighbours } = start(air);
    await neighbours.stop();
    vi.advanceTimersByTime(600_000);
    expect(air.browsers).toHaveLength(1);
  });
});

describe('reading what another machine published', () => {
  test.each([
    ['no id', { txt: {} }],
    ['no description at all', { txt: undefined }],
    ['an id that is not one', { txt: { id: '../../x' } }],
    ['a port of zero', { port: 0 }],
    ['a port in words', { port: '80' }],
    ['a host that would end the URL', { host: 'evil.local/#' }],
    ['no address that can be reached', { addresses: ['127.0.0.1', 'fe80::1', 'x', null] }],
  ])('%s is no neighbour', (_, broken) => {
    expect(readNeighbour(packet('aaaa', broken))).toBeUndefined();
  });

  test('a title cannot turn the text around it or fill the page', () => {
    const title = `\u202eevil\u0000${'x'.repeat(1000)}`;
    const read = readNeighbour(packet('aaaa', { txt: { id: 'aaaa', title } }));
    expect(read?.title).toMatch(/^evil x{1,195}$/);
  });

  test('a label fits into DNS in any language', () => {
    expect(Buffer.byteLength(serviceLabel('教室'.repeat(40), 'k7f2m9q4aaaa'))).toBeLessThanOrEqual(
      63,
    );
    expect(serviceLabel('...', 'k7f2m9q4')).toBe('Chalkbox k7f2m9q4');
  });
});
