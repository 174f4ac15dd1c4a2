import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createServerProcess, type Ready } from '../../main/server-process.ts';
import { asChild, fakeChild } from './electron-fakes.ts';

const reached = {
  port: 4750,
  url: 'http://127.0.0.1:4750',
  launchKey: 'k'.repeat(24),
  dataDir: '/data',
};
const ready = { type: 'ready', ...reached };

function server() {
  const children: ReturnType<typeof fakeChild>[] = [];
  const ports: (number | undefined)[] = [];
  const readies: Ready[] = [];
  const lives: boolean[] = [];
  const givenUp: string[] = [];
  const process = createServerProcess({
    fork: (port) => {
      ports.push(port);
      const child = fakeChild();
      children.push(child);
      return asChild(child);
    },
    onReady: (next) => readies.push(next),
    onLive: (live) => lives.push(live),
    onGivenUp: (reason) => givenUp.push(reason),
  });
  process.start();
  return { process, children, ports, readies, lives, givenUp };
}

describe('the server beside the windows', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('says when it is ready and whether a lesson is live', () => {
    const { children, readies, lives } = server();
    children[0]?.emit('message', ready);
    children[0]?.emit('message', { type: 'live', live: true });
    expect(readies).toEqual([reached]);
    expect(lives).toEqual([true]);
  });

  test('is started again on the same port when it dies, and the laptop may sleep until then', () => {
    const { children, ports, lives } = server();
    children[0]?.emit('message', ready);
    children[0]?.emit('message', { type: 'live', live: true });
    children[0]?.emit('exit', 1);
    expect(lives).toEqual([true, false]);
    expect(ports).toEqual([undefined]);
    vi.advanceTimersByTime(500);
    expect(ports).toEqual([undefined, 4750]);
  });

  test('waits longer after each death, and asks the teacher after five without being ready once', () => {
    const { process, children, givenUp } = server();
    for (const wait of [500, 1000, 2000, 4000]) {
      children.at(-1)?.emit('message', { type: 'failed', reason: 'the disk is full' });
      children.at(-1)?.emit('exit', 1);
      const before = children.length;
      vi.advanceTimersByTime(wait - 1);
      expect(children).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(children).toHaveLength(before + 1);
    }
    children.at(-1)?.emit('message', { type: 'failed', reason: 'the disk is full' });
    children.at(-1)?.emit('exit', 1);
    expect(givenUp).toEqual(['the disk is full']);
    vi.advanceTimersByTime(60_000);
    expect(children).toHaveLength(5);

    process.start();
    expect(children).toHaveLength(6);
  });

  test('asks at once when the server says that another try would be in vain', () => {
    const { children, givenUp } = server();
    children[0]?.emit('message', { type: 'failed', reason: 'made by a newer one', final: true });
    children[0]?.emit('exit', 1);
    expect(givenUp).toEqual(['made by a newer one']);
    vi.advanceTimersByTime(60_000);
    expect(children).toHaveLength(1);
  });

  test('being ready once makes the next death the first again', () => {
    const { children, givenUp } = server();
    for (let death = 0; death < 8; death += 1) {
      children.at(-1)?.emit('message', ready);
      children.at(-1)?.emit('exit', 1);
      vi.advanceTimersByTime(500);
    }
    expect(children).toHaveLength(9);
    expect(givenUp).toEqual([]);
  });

  test('stops in order, and is killed when it does not', async () => {
    const polite = server();
    const child = polite.children[0];
    child?.postMessage.mockImplementation(() => child.emit('exit', 0));
    await polite.process.stop();
    expect(child?.postMessage).toHaveBeenCalledWith({ type: 'stop' });
    expect(child?.kill).not.toHaveBeenCalled();

    const stuck = server();
    const stopped = stuck.process.stop();
    await vi.advanceTimersByTimeAsync(5000);
    await stopped;
    expect(stuck.children[0]?.kill).toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(stuck.children).toHaveLength(1);
  });

  test('a message that makes no sense is passed over', () => {
    const { children, readies, lives } = server();
    for (const absurd of [
      null,
      'ready',
      { type: 'ready' },
      { type: 'live', live: 'yes' },
      { type: 'x' },
    ]) {
      children[0]?.emit('message', absurd);
    }
    expect([...readies, ...lives]).toEqual([]);
  });
});
