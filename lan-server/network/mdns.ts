import { Worker } from 'node:worker_threads';
import type { ThreadMessage } from './mdns-thread.ts';
import type { Published } from './name-holder.ts';
import type { Log } from '../log.ts';

/** What other devices can find this Chalkbox by, once the network has agreed to it. */
export type HeldName = {
  /** `chalkbox.local`, or `chalkbox-2.local` where another machine was first. */
  host: string;
};

export type PublisherState =
  | { state: 'starting' }
  | { state: 'on'; host: string }
  | { state: 'off'; reason: string };

export type Publisher = {
  state(): PublisherState;
  /** Says goodbye to the network. Resolves within about three seconds, whatever the network does. */
  stop(): Promise<void>;
};

/** A worker thread as far as it is used here; tests bring their own. */
export type Thread = {
  on(event: 'message', listener: (message: ThreadMessage) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  postMessage(message: 'stop'): void;
  terminate(): Promise<unknown>;
  unref(): void;
  stdout: NodeJS.ReadableStream;
  stderr: NodeJS.ReadableStream;
};

const FIRST_RESTART_MS = 5000;
const LAST_RESTART_MS = 600_000;
const STOP_WITHIN_MS = 3000;

/**
 * Publishes the service `_chalkbox._tcp` and a host name on every network of this machine, and follows
 * its address changes. The name may be taken: `onNames` gets the one that is really held, or null
 * when none is any more. It never throws, rejects or ends the program: where publishing fails, `state()`
 * says why, and it is tried again, ever more rarely.
 *
 * ciao runs in a thread of its own: it ends the process where it sees no way on, and throws out of a socket's event
 * when an adapter loses its IPv4 address while a packet arrives. In a thread, both end the thread only.
 */
export function createPublisher({
  log,
  onNames,
  startThread = (workerData) =>
    new Worker(threadFile(), { workerData, stdout: true, stderr: true, execArgv: [] }),
  ...published
}: Published & {
  log: Log;
  onNames: (held: HeldName | null) => void;
  startThread?: (published: Published) => Thread;
}): Publisher {
  let state: PublisherState = { state: 'starting' };
  let thread: Thread | undefined;
  let restart: NodeJS.Timeout | undefined;
  let restartMs = FIRST_RESTART_MS;
  let stopped = false;

  const enter = (next: PublisherState): void => {
    const before = state.state === 'on' ? state.host : null;
    state = next;
    const now = next.state === 'on' ? next.host : null;
    if (now !== before) onNames(now === null ? null : { host: now });
  };

  const held = (host: string | null): void => {
    if (host === null) return enter({ state: 'starting' });
    restartMs = FIRST_RESTART_MS;
    log.info({ host, port: published.port }, 'mDNS: published');
    enter({ state: 'on', host });
  };

  const lost = (reason: string): void => {
    thread = undefined;
    if (stopped) return;
    log.warn({ reason, restartMs }, 'mDNS: publishing broke off; the address still works');
    enter({ state: 'off', reason });
    restart = setTimeout(start, restartMs);
    restart.unref();
    restartMs = Math.min(restartMs * 2, LAST_RESTART_MS);
  };

  const start = (): void => {
    let reason = 'its thread ended';
    try {
      const mine = startThread(published);
      thread = mine;
      mine.unref();
      mine.on('message', (message) => {
        if (stopped) return;
        if (message.kind === 'held') held(message.host);
        else if (message.kind === 'failed') reason = message.reason;
        else log[message.level](message.details, message.message);
      });
      mine.on('error', (error) => {
        reason = error instanceof Error ? error.message : String(error);
      });
      mine.on('exit', () => lost(reason));
      // What ciao prints belongs into the log: standard output is the program's.
      for (const output of [mine.stdout, mine.stderr]) {
        output.on('data', (text: Buffer | string) => {
          const said = String(text).trim().replaceAll(published.instanceTitle, '…').slice(0, 1000);
          log.warn({ text: said }, 'mDNS: the publisher printed');
        });
      }
    } catch (error) {
      lost(error instanceof Error ? error.message : String(error));
    }
  };

  start();

  return {
    state: () => state,
    async stop() {
      if (stopped) return;
      stopped = true;
      clearTimeout(restart);
      if (thread) await farewell(thread);
      enter({ state: 'off', reason: 'stopped' });
    },
  };
}

async function farewell(thread: Thread): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    thread.on('exit', resolve);
    timer = setTimeout(resolve, STOP_WITHIN_MS);
    thread.postMessage('stop');
  });
  clearTimeout(timer);
  await thread.terminate();
}

/** Beside this file as TypeScript, beside the bundle as JavaScript. */
function threadFile(): URL {
  const here = import.meta.url;
  return new URL(`./mdns-thread${here.slice(here.lastIndexOf('.'))}`, here);
}
