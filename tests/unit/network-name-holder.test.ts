import { EventEmitter } from 'node:events';
import type { CiaoService, ServiceOptions } from '@homebridge/ciao';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHolder } from '../../lan-server/network/name-holder.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** A network in which some host names are taken, told in the way ciao tells it. */
function network({
  taken = [],
  advertise = () => Promise.resolve(),
  shutdown = () => Promise.resolve(),
}: {
  taken?: string[];
  advertise?: () => Promise<void>;
  shutdown?: () => Promise<void>;
} = {}) {
  const asked: ServiceOptions[] = [];
  const services: EventEmitter[] = [];
  const shutdowns = vi.fn(shutdown);
  const responder = () => ({
    createService(options: ServiceOptions) {
      asked.push(options);
      let host = `${options.hostname}.local.`;
      const service = Object.assign(new EventEmitter(), {
        getHostname: () => host,
        async advertise() {
          await advertise();
          if (!taken.includes(options.hostname ?? '')) return;
          host = `${options.hostname}-(2).local.`;
          service.emit('name-change', `${options.name} (2)`);
          service.emit('hostname-change', `${options.hostname}-(2)`);
        },
      });
      services.push(service);
      return service as unknown as CiaoService;
    },
    shutdown: shutdowns,
  });
  return { responder, asked, services, shutdowns };
}

function hold(net: Pick<ReturnType<typeof network>, 'responder'>, instanceTitle = 'Room 12') {
  const told: (string | null)[] = [];
  const failures: unknown[] = [];
  const holder = createHolder({
    port: 4747,
    instanceTitle,
    instanceId: 'k7f2m9q4',
    version: '1.2.3',
    log: silent,
    onHeld: (host) => told.push(host),
    onFailure: (error) => failures.push(error),
    responder: net.responder,
  });
  return { holder, told, failures };
}

describe('holding a name in the network', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a free name is held, with the service and its description', async () => {
    const net = network();
    const { told } = hold(net, 'Mr. Smith, room 12');
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['chalkbox.local']);
    expect(net.asked).toEqual([
      {
        name: 'Mr Smith, room 12 k7f2m9q4',
        type: 'chalkbox',
        port: 4747,
        hostname: 'chalkbox',
        txt: { id: 'k7f2m9q4', title: 'Mr. Smith, room 12', version: '1.2.3' },
      },
    ]);
  });

  test('a taken name gives way to the next number, and only the name really held is told', async () => {
    const net = network({ taken: ['chalkbox', 'chalkbox-2'] });
    const { told } = hold(net);
    await vi.advanceTimersByTimeAsync(0);
    expect(told.filter((host) => host !== null)).toEqual(['chalkbox-3.local']);
    expect(net.shutdowns).toHaveBeenCalledTimes(2);
  });

  test('a building full of Chalkboxes ends at a name with the id in it', async () => {
    const numbers = Array.from({ length: 8 }, (_, index) => `chalkbox-${index + 2}`);
    const { told } = hold(network({ taken: ['chalkbox', ...numbers] }));
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toBe('chalkbox-k7f2m9.local');
  });

  test('a name lost later, when two networks were joined, is taken back before the next one is told', async () => {
    const net = network();
    const { told } = hold(net);
    await vi.advanceTimersByTimeAsync(0);
    net.services[0]?.emit('hostname-change', 'chalkbox-(2)');
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['chalkbox.local', null, 'chalkbox-2.local']);
  });

  test.each([
    ['refuses', () => Promise.reject(new Error('EACCES 5353')), 'EACCES 5353'],
    ['never answers', () => new Promise<void>(() => {}), 'no answer within 60 s'],
  ])('a network that %s is a failure with its reason', async (_, advertise, reason) => {
    const { told, failures } = hold(network({ advertise }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(failures).toEqual([new Error(reason)]);
    expect(told).toEqual([]);
  });

  test('a responder that cannot even be made is a failure and does not throw', async () => {
    const responder = () => {
      throw new Error('no sockets here');
    };
    const { failures } = hold({ responder });
    await vi.advanceTimersByTimeAsync(0);
    expect(failures).toEqual([new Error('no sockets here')]);
  });

  test('stop says goodbye once and does not wait for a dead network', async () => {
    const net = network({ shutdown: () => new Promise(() => {}) });
    const { holder, failures } = hold(net);
    await vi.advanceTimersByTimeAsync(0);
    const stopped = Promise.all([holder.stop(), holder.stop()]);
    await vi.advanceTimersByTimeAsync(2000);
    await stopped;
    expect(net.shutdowns).toHaveBeenCalledTimes(1);
    expect(failures).toEqual([]);
  });
});
