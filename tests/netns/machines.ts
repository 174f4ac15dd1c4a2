import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Two machines on one cable, made of network namespaces: nothing leaves them.
 * The adapter `lan0` is a bridge over the cable's end, because ciao passes over names such as `cable@if5`.
 */
export type Machines = { remove(): void };

const CABLE = { a: 'cb-cable-a', b: 'cb-cable-b' } as const;

/** Why namespaces cannot be made here, or undefined where they can. */
export function whyNoNamespaces(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces exist on Linux only';
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const trial = `cb-trial-${process.pid}`;
  try {
    ip('netns', 'add', trial);
    ip('netns', 'exec', trial, 'ip', 'link', 'add', 'lan0', 'type', 'bridge');
    return undefined;
  } catch (error) {
    return `network namespaces cannot be made here (${firstLine(error)})`;
  } finally {
    quietly('netns', 'del', trial);
  }
}

/** Puts both machines on the cable, with the addresses 10.77.0.1 and 10.77.0.2. */
export function connect(a: string, b: string): Machines {
  const remove = (): void => {
    quietly('netns', 'del', a);
    quietly('netns', 'del', b);
  };
  try {
    ip('netns', 'add', a);
    ip('netns', 'add', b);
    const peer = ['peer', 'name', CABLE.b, 'netns', b];
    ip('-n', a, 'link', 'add', CABLE.a, 'type', 'veth', ...peer);
    plug(a, CABLE.a, '10.77.0.1/24');
    plug(b, CABLE.b, '10.77.0.2/24');
  } catch (error) {
    remove();
    throw error;
  }
  return { remove };
}

/** Takes a machine's address away, or gives it one, or both. */
export function moveTo(machine: string, from: string | undefined, to: string | undefined): void {
  if (from) ip('-n', machine, 'address', 'del', from, 'dev', 'lan0');
  if (to) ip('-n', machine, 'address', 'add', to, 'dev', 'lan0');
  ip('-n', machine, 'route', 'replace', 'default', 'dev', 'lan0');
}

/** A program of this folder running on one of the machines; it prints one JSON value a line. */
export function runOn(machine: string, program: string, ...args: string[]) {
  const file = new URL(program, import.meta.url).pathname;
  const command = ['netns', 'exec', machine, process.execPath, file, ...args];
  const child: ChildProcess = spawn('ip', command, { stdio: ['pipe', 'pipe', 'inherit'] });
  const heard: unknown[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout! }).on('line', (line) => {
    heard.push(JSON.parse(line));
    for (const look of waiting) look();
  });

  return {
    heard,
    /** Resolves with the first line, so far or to come, for which `wanted` holds. */
    until<T>(wanted: (line: T) => boolean): Promise<T> {
      return new Promise((resolve) => {
        const look = (): void => {
          const line = heard.find((said) => wanted(said as T));
          if (line === undefined) return;
          waiting.delete(look);
          resolve(line as T);
        };
        waiting.add(look);
        look();
      });
    },
    /** Asks it to stop as a user's Ctrl-C would, and waits until it has. */
    async stop(): Promise<number | null> {
      if (child.exitCode !== null) return child.exitCode;
      const exited = once(child, 'exit');
      child.stdin?.end();
      await exited;
      return child.exitCode;
    },
    kill: () => child.kill('SIGKILL'),
  };
}

function plug(machine: string, cable: string, address: string): void {
  ip('-n', machine, 'link', 'add', 'lan0', 'type', 'bridge');
  ip('-n', machine, 'link', 'set', cable, 'master', 'lan0');
  for (const adapter of ['lo', cable, 'lan0']) ip('-n', machine, 'link', 'set', adapter, 'up');
  ip('-n', machine, 'address', 'add', address, 'dev', 'lan0');
  ip('-n', machine, 'route', 'add', 'default', 'dev', 'lan0');
}

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 5000 });
}

function quietly(...args: string[]): void {
  try {
    ip(...args);
  } catch {
    // It was not there.
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').at(-2) ?? '';
}
