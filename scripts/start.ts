import { spawn } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePages } from './pages.ts';
import { findElectron, type NoElectron } from './start/electron-binary.ts';
import { readFlags, type StartFlags } from './start/flags.ts';
import { textsOf } from './start/texts.ts';

// npm start: builds what is needed, then opens the desktop window, or serves a browser where that cannot be.
const root = join(import.meta.dirname, '..');
// From the second start on, the program is there in half the time.
enableCompileCache(join(root, '.cache', 'compile'));
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const CRASHED_WITHIN_MS = 5000;
const DEFAULT_PORT = 4747;
const texts = textsOf(process.env);
// Standard output belongs to the program that is started; with --json it carries one line.
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const read = readFlags(process.argv.slice(2));
if ('refused' in read) {
  const { code, given } = read.refused;
  say(code === 'port' ? texts.badPort(given) : texts.refused[code](given));
  process.exitCode = 2;
} else if (read.flags.help) {
  console.log(texts.help(DEFAULT_PORT));
} else {
  await start(read.flags);
}

async function start(flags: StartFlags): Promise<void> {
  await ensurePages({ say });
  if (!flags.browser && !flags.json) {
    const electron = await findElectron({
      root,
      env: process.env,
      platform: process.platform,
      uid: process.getuid?.(),
      onFetch: () => say(texts.fetching),
    });
    const why = 'why' in electron ? electron.why : await openWindow(electron.path, flags);
    if (why === undefined) return;
    say(texts.noWindow[why]);
  }
  await serveBrowser();
}

/** Starts Electron and lives as long as it does; signals go on to it. Says why if it could not start at all. */
async function openWindow(path: string, flags: StartFlags): Promise<NoElectron | undefined> {
  const { bundleDesktop } = await import('./desktop/bundle.ts');
  await bundleDesktop({ root, outDir: join(root, 'dist-app') });
  const passed = [
    ...(flags.port === undefined ? [] : ['--port', String(flags.port)]),
    ...(flags.host === undefined ? [] : ['--host', flags.host]),
    ...(flags.data === undefined ? [] : ['--data', resolve(flags.data)]),
    ...(flags.mdns ? [] : ['--no-mdns']),
  ];
  const begun = performance.now();
  let asked = false;
  const window = spawn(path, [root, ...passed], { stdio: 'inherit' });
  const passOn = (signal: NodeJS.Signals): void => {
    asked = true;
    window.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  const code = await new Promise<number>((done) => {
    window.on('error', () => done(1));
    window.on('exit', (exitCode) => done(exitCode ?? 1));
  });
  for (const signal of SIGNALS) process.off(signal, passOn);
  // A missing system library or a forbidden sandbox ends it at once; a teacher who quits takes longer.
  if (code !== 0 && !asked && performance.now() - begun < CRASHED_WITHIN_MS) return 'crashed';
  process.exitCode = code;
  return undefined;
}

/** Runs the server in this very process, so that whoever stops or kills it stops everything. */
async function serveBrowser(): Promise<void> {
  const cli = join(root, 'lan-server', 'cli.ts');
  const flags = process.argv.slice(2).filter((flag) => flag !== '--browser');
  process.argv = [process.argv[0] ?? process.execPath, cli, ...flags];
  await import(pathToFileURL(cli).href);
}
