import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Cost } from './probe.ts';

const probe = new URL('probe.ts', import.meta.url).href;

/** A server in a process of its own, on the first processor; the load has the others. */
export type Measured<Ready> = {
  ready: Ready;
  /** From its start to its first line, ms. */
  startMs: number;
  /** Processor time so far, ms. */
  cpuMs(): Promise<number>;
  /** The same and the memory, after a collection. */
  cost(): Promise<Cost>;
  /** What it wrote to standard error. */
  errors(): string;
  kill(): Promise<void>;
};

/** Starts a TypeScript file and waits for its first line of JSON. Where `taskset` is missing, nothing is pinned. */
export async function startMeasured<Ready>(
  file: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Measured<Ready>> {
  const from = performance.now();
  const node = [
    process.execPath,
    '--expose-gc',
    '--import',
    probe,
    fileURLToPath(new URL(file, import.meta.url)),
    ...args,
  ];
  const [command = '', ...rest] = canPin() ? ['taskset', '-c', '0', ...node] : node;
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, LANG: 'en_GB.UTF-8', ...env },
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const gone = once(child, 'exit');
  const ready = await new Promise<Ready>((resolve, reject) => {
    void gone.then(() => reject(new Error(`${file} ended before it was ready.\n${errors}`)));
    if (!child.stdout) throw new Error('no standard output');
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve(JSON.parse(line) as Ready),
    );
  });

  async function ask(what: 'cpu' | 'cost'): Promise<Cost> {
    const told = once(child, 'message');
    child.send(what);
    const [cost] = (await told) as [Cost];
    return cost;
  }

  return {
    ready,
    startMs: performance.now() - from,
    cpuMs: async () => (await ask('cpu')).cpuMs,
    cost: () => ask('cost'),
    errors: () => errors,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Leaves the first processor to the measured server. */
export function stepAside(): void {
  if (!canPin()) return;
  execFileSync('taskset', ['-apc', `1-${availableParallelism() - 1}`, String(process.pid)], {
    stdio: 'ignore',
  });
}

let pinning: boolean | null = null;
function canPin(): boolean {
  if (pinning !== null) return pinning;
  pinning = false;
  if (availableParallelism() < 2) return pinning;
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    pinning = true;
  } catch {
    // Not Linux, or without util-linux: measured all the same, with more noise.
  }
  return pinning;
}
