import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Why there is no desktop window. */
export type NoElectron = 'ci' | 'display' | 'root' | 'offline' | 'broken' | 'crashed';

const PROBE_WITHIN_MS = 4000;
const FETCH_WITHIN_MS = 10 * 60_000;
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60_000;
const RELEASES = 'https://github.com/electron/electron/releases/';

/** Where the Electron program is, or undefined when it was not fetched yet. */
export function electronPath(root: string, env: NodeJS.ProcessEnv): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const place = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const path = join(place, readFileSync(note, 'utf8').trim());
  return existsSync(path) ? path : undefined;
}

/**
 * Finds Electron, or fetches it where a window could be opened at all. A failed attempt is noted in
 * node_modules/.cache, so that a machine without internet does not wait at each start; it is tried again after a day.
 */
export async function findElectron({
  root,
  env,
  platform,
  uid,
  onFetch,
  reach = isReachable,
  install = runInstall,
}: {
  root: string;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  uid: number | undefined;
  /** Called when the download begins. */
  onFetch: () => void;
  reach?: (url: string) => Promise<boolean>;
  install?: (root: string, withinMs: number) => Promise<boolean>;
}): Promise<{ path: string } | { why: NoElectron }> {
  if (platform === 'linux') {
    if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { why: 'display' };
    if (uid === 0) return { why: 'root' };
  }
  const present = electronPath(root, env);
  if (present) return { path: present };
  if (env['CI']) return { why: 'ci' };

  const marker = join(root, 'node_modules', '.cache', 'chalkbox', 'electron-not-fetched');
  if (isRecent(marker)) return { why: 'offline' };
  if (!hasProxy(env) && !(await reach(mirror(env)))) {
    await mark(marker);
    return { why: 'offline' };
  }
  onFetch();
  if (!(await install(root, FETCH_WITHIN_MS))) {
    await mark(marker);
    return { why: 'offline' };
  }
  rmSync(marker, { force: true });
  const fetched = electronPath(root, env);
  return fetched ? { path: fetched } : { why: 'broken' };
}

function mirror(env: NodeJS.ProcessEnv): string {
  return env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? RELEASES;
}

// What a proxy can reach is only known by asking it, which Electron's own installer knows how to do.
function hasProxy(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env['HTTPS_PROXY'] ?? env['https_proxy'] ?? env['ELECTRON_GET_USE_PROXY']);
}

async function isReachable(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_WITHIN_MS);
    return (await fetch(url, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
}

/** Electron's own installer, whose output would only be noise: what came of it is seen by what is there. */
function runInstall(root: string, withinMs: number): Promise<boolean> {
  const script = join(root, 'node_modules', 'electron', 'install.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { stdio: 'ignore', timeout: withinMs });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

function isRecent(marker: string): boolean {
  const age = Date.now() - (statSync(marker, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return age < TRY_AGAIN_AFTER_MS;
}

async function mark(marker: string): Promise<void> {
  await mkdir(dirname(marker), { recursive: true });
  await writeFile(
    marker,
    'Electron could not be fetched. Delete this file to try again at once.\n',
  );
}
