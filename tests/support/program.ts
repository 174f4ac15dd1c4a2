import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program as a person starts it, in a process of its own. */
export type Program = {
  url: string;
  port: number;
  launchKey: string;
  dataDir: string;
  pid: number;
  /** What stands in its environment besides this process's own. */
  env: Record<string, string>;
  /** The line of JSON that it printed when it could be opened. */
  ready: Record<string, unknown>;
  /** What it printed to standard error. */
  errors(): string;
  /** As a power cut would: no goodbye. */
  kill(): Promise<void>;
  /** As a laptop that sleeps: nothing runs, and no connection is closed. Until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** As Ctrl+C does. */
  stop(): Promise<void>;
  /** Starts it again on the same folder and, unless told otherwise, the same port. */
  again(flags?: string[]): Promise<Program>;
  /** Ends it and removes its folder. */
  end(): Promise<void>;
};

/**
 * Starts the program with a folder of its own and waits until students can join. `flags` are the command line's; `from` is
 * where the program lies: here, or a copy. `env` stands beside this process's own environment, also when it is started again.
 */
export async function startProgram(
  flags: string[] = [],
  dataDir = mkdtempSync(join(tmpdir(), 'chalkbox-test-')),
  from = root,
  env: Record<string, string> = {},
): Promise<Program> {
  const child = spawn(
    process.execPath,
    [
      join(from, 'lan-server/cli.ts'),
      '--json',
      '--no-open',
      '--no-mdns',
      ...(flags.includes('--host') ? [] : ['--host', '127.0.0.1']),
      '--data',
      dataDir,
      ...(flags.includes('--port') ? [] : ['--port', '0']),
      ...flags,
    ],
    {
      cwd: from,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LANG: 'en_GB.UTF-8', ...env },
    },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ready = await readyLine(child, () => errors);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  async function finish(signal: NodeJS.Signals) {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await gone;
  }

  return {
    url: ready.url,
    port: ready.port,
    launchKey: ready.launchKey,
    dataDir,
    ready,
    pid: child.pid ?? 0,
    env,
    errors: () => errors,
    kill: () => finish('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: () => finish('SIGTERM'),
    again: (more = ['--port', String(ready.port)]) => startProgram(more, dataDir, from, env),
    async end() {
      await finish('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function readyLine(
  child: ChildProcess,
  errors: () => string,
): Promise<Record<string, unknown> & { url: string; port: number; launchKey: string }> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The program ended with ${code} before it was ready.\n${errors()}`)),
    );
    if (!child.stdout) throw new Error('no standard output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{'))
        resolve(JSON.parse(line) as { url: string; port: number; launchKey: string });
    });
  });
}
