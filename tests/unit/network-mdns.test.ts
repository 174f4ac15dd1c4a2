import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPublisher, type HeldName, type Thread } from '../../lan-server/network/mdns.ts';

function fakeThread({ leavesWhenAsked = true } = {}) {
  const events = new EventEmitter();
  const stdout = new PassThrough();
  const thread = Object.assign(events, {
    postMessage: vi.fn(() => leavesWhenAsked && events.emit('exit', 0)),
    terminate: vi.fn(() => Promise.resolve(1)),
    unref: vi.fn(),
    stdout,
    stderr: new PassThrough(),
  });
  return thread;
}

function publish(startThread: () => Thread) {
  const names: (HeldName | null)[] = [];
  const logged: string[] = [];
  const log = (details: object, message: string): void => {
    logged.push(`${message} ${JSON.stringify(details)}`);
  };
  const publisher = createPublisher({
    port: 4747,
    instanceTitle: 'Room 12',
    instanceId: 'k7f2m9q4',
    version: '1.2.3',
    log: { info: log, warn: log, error: log },
    onNames: (held) => names.push(held),
    startThread,
  });
  return { publisher, names, logged };
}

describe('publishing from a thread of its own', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('the name on the wall is the one that is held, and none while it is being changed', () => {
    const thread = fakeThread();
    const { publisher, names } = publish(() => thread);
    expect(publisher.state()).toEqual({ state: 'starting' });
    for (const host of [null, 'chalkbox.local', null, 'chalkbox-2.local']) {
      thread.emit('message', { kind: 'held', host });
    }
    expect(names).toEqual([{ host: 'chalkbox.local' }, null, { host: 'chalkbox-2.local' }]);
    expect(publisher.state()).toEqual({ state: 'on', host: 'chalkbox-2.local' });
  });

  test('a thread that dies is a state with its reason, and is started again, ever more rarely', () => {
    const threads: ReturnType<typeof fakeThread>[] = [];
    const { publisher, names } = publish(() => {
      const thread = fakeThread();
      threads.push(thread);
      return thread;
    });
    threads[0]?.emit('message', { kind: 'held', host: 'chalkbox.local' });
    threads[0]?.emit('error', new Error('netmask'));
    threads[0]?.emit('exit', 1);
    expect(publisher.state()).toEqual({ state: 'off', reason: 'netmask' });
    expect(names.at(-1)).toBeNull();

    vi.advanceTimersByTime(5000);
    expect(threads).toHaveLength(2);
    threads[1]?.emit('message', { kind: 'failed', reason: 'EACCES 5353' });
    threads[1]?.emit('exit', 0);
    expect(publisher.state()).toEqual({ state: 'off', reason: 'EACCES 5353' });
    vi.advanceTimersByTime(5000);
    expect(threads).toHaveLength(2);
    vi.advanceTimersByTime(5000);
    expect(threads).toHaveLength(3);
    threads[2]?.emit('message', { kind: 'held', host: 'chalkbox.local' });
    expect(publisher.state()).toEqual({ state: 'on', host: 'chalkbox.local' });
  });

  test('a thread that cannot even be started does not throw', async () => {
    const { publisher } = publish(() => {
      throw new Error('no threads here');
    });
    expect(publisher.state()).toEqual({ state: 'off', reason: 'no threads here' });
    await publisher.stop();
  });

  test('what the publisher prints goes to the log and not to standard output', async () => {
    const thread = fakeThread();
    const { logged } = publish(() => thread);
    thread.stdout.write('Could not bind\n');
    await vi.advanceTimersByTimeAsync(0);
    expect(logged.join()).toContain('Could not bind');
  });

  test('stop asks the thread to say goodbye, and ends one that does not', async () => {
    const polite = fakeThread();
    const first = publish(() => polite);
    polite.emit('message', { kind: 'held', host: 'chalkbox.local' });
    await first.publisher.stop();
    expect(polite.postMessage).toHaveBeenCalledExactlyOnceWith('stop');
    expect(first.names).toEqual([{ host: 'chalkbox.local' }, null]);

    const stuck = fakeThread({ leavesWhenAsked: false });
    const second = publish(() => stuck);
    const stopped = second.publisher.stop();
    await vi.advanceTimersByTimeAsync(3000);
    await stopped;
    expect(stuck.terminate).toHaveBeenCalled();
    expect(second.publisher.state()).toEqual({ state: 'off', reason: 'stopped' });
    vi.advanceTimersByTime(600_000);
    expect(stuck.postMessage).toHaveBeenCalledTimes(1);
  });
});
