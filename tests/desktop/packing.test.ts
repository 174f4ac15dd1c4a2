import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleDesktop } from '../../scripts/desktop/bundle.ts';
import { ensurePages } from '../../scripts/pages.ts';

const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);
const builder = require.resolve('electron-builder/cli.js');
// electron-builder keeps the reading and checking of its configuration in here.
const inBuilder = createRequire(createRequire(builder).resolve('app-builder-lib/package.json'));

type Configuration = { files: unknown[]; [key: string]: unknown };
const { getConfig, validateConfiguration } = inBuilder('./out/util/config/config.js') as {
  getConfig: (root: string, file: string, options: null) => Promise<Configuration>;
  validateConfiguration: (config: Configuration, log: unknown) => Promise<void>;
};
const { DebugLogger } = inBuilder('builder-util') as { DebugLogger: new (on: boolean) => unknown };

describe('electron-builder.yml', () => {
  const read = () => getConfig(root, join(root, 'electron-builder.yml'), null);

  test('is valid, and the check would see a mistake', async () => {
    await validateConfiguration(await read(), new DebugLogger(false));
    const mistaken = { ...(await read()), nsis: { oneClik: false } };
    await expect(validateConfiguration(mistaken, new DebugLogger(false))).rejects.toThrow(
      'configuration.nsis',
    );
  });

  test('makes an installer and a portable program for Windows, an image for macOS, two packages for Linux', async () => {
    expect(await read()).toMatchObject({
      win: { target: ['nsis', 'portable'] },
      mac: { target: ['dmg'] },
      linux: { target: ['AppImage', 'deb'] },
      npmRebuild: false,
      directories: { output: 'release' },
    });
  });
});

describe('the packed program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chalkbox-packed-'));
  const app = join(folder, 'release', 'linux-unpacked', 'resources', 'app');
  const inApp = (...path: string[]) =>
    readdirSync(join(app, ...path)).sort((a, b) => (a < b ? -1 : 1));

  /** What electron-builder needs to see of an Electron that is not here. */
  async function electronStub(): Promise<string> {
    const place = join(folder, 'electron');
    const source = join(folder, 'default-app');
    mkdirSync(join(place, 'resources'), { recursive: true });
    mkdirSync(source);
    writeFileSync(join(source, 'main.js'), '');
    writeFileSync(join(place, 'electron'), '', { mode: 0o755 });
    for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html']) {
      writeFileSync(join(place, file), '');
    }
    const asar = (await import(inBuilder.resolve('@electron/asar'))) as {
      createPackage: (from: string, to: string) => Promise<void>;
    };
    await asar.createPackage(source, join(place, 'resources', 'default_app.asar'));
    return place;
  }

  beforeAll(async () => {
    await ensurePages();
    await bundleDesktop({ root, outDir: join(root, 'dist-app') });
    const overrides = [
      `-c.electronDist=${await electronStub()}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ];
    const target = ['--linux', 'dir', '--x64', '--publish', 'never'];
    const args = [builder, '--config', 'electron-builder.yml', ...target, ...overrides];
    await promisify(execFile)(process.execPath, args, { cwd: root });
  }, 300_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('holds the bundle, the pages, the three packages with binaries and what those ask for, and nothing else', () => {
    expect(inApp()).toEqual(['dist', 'dist-app', 'node_modules', 'package.json']);
    expect(inApp('node_modules')).toEqual([
      '@img',
      '@node-rs',
      'better-sqlite3',
      'detect-libc',
      'semver',
      'sharp',
    ]);
    expect(inApp('dist-app', 'main')).toEqual(expect.arrayContaining(['main.js', 'preload.cjs']));
    expect(inApp('dist-app', 'server')).toEqual(
      expect.arrayContaining(['entry.js', 'mdns-thread.js', 'check-thread.js', 'table-thread.js']),
    );
    expect(existsSync(join(app, 'dist', 'pages', 'assets'))).toBe(true);
  });

  test('carries the binaries of its target only', () => {
    expect(inApp('node_modules', 'better-sqlite3', 'prebuilds')).toEqual(['linux-x64.node']);
    const argon = inApp('node_modules', '@node-rs').filter((name) => name.startsWith('argon2-'));
    expect(argon.every((name) => name.startsWith('argon2-linux-x64'))).toBe(true);
    expect(argon.length).toBeGreaterThan(0);
    expect(inApp('node_modules', '@img')).toEqual([
      'colour',
      'sharp-libvips-linux-x64',
      'sharp-linux-x64',
    ]);
  });

  test('starts its server, serves the console, takes its key, and stops when asked', async () => {
    const options = {
      dataDir: join(folder, 'data'),
      pagesDir: join(app, 'dist', 'pages'),
      version: '0.0.1',
      mdns: false,
      port: 0,
      host: '127.0.0.1',
    };
    const host = join(import.meta.dirname, 'as-utility-process.ts');
    const entry = join(app, 'dist-app', 'server', 'entry.js');
    const server = spawn(process.execPath, [host, entry, JSON.stringify(options)], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const exited = new Promise<number | null>((resolve) => server.on('exit', resolve));
    try {
      const ready = await new Promise<{ type: string; url: string; launchKey: string }>(
        (resolve, reject) => {
          createInterface({ input: server.stdout }).on('line', (line) => {
            const said = JSON.parse(line) as { type: string; url: string; launchKey: string };
            if (said.type === 'ready') resolve(said);
            if (said.type === 'failed') reject(new Error(line));
          });
          void exited.then((code) => reject(new Error(`the server ended with ${code}`)));
        },
      );
      expect((await fetch(`${ready.url}/health`)).status).toBe(200);
      expect(await (await fetch(`${ready.url}/teacher`)).text()).toContain('<script');
      const session = await fetch(`${ready.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: ready.url },
        body: JSON.stringify({ launchKey: ready.launchKey }),
      });
      expect(session.ok).toBe(true);
      const cookie = session.headers.get('set-cookie') ?? '';
      expect(cookie).toContain('HttpOnly');

      // A backup is checked in a thread, which has to find its file and its binary in the package.
      const api = (method: string, path: string, body?: object) =>
        fetch(`${ready.url}/api/v1${path}`, {
          method,
          headers: { 'content-type': 'application/json', cookie: cookie.split(';')[0] ?? '' },
          ...(body && { body: JSON.stringify(body) }),
        });
      await api('POST', '/setup', { name: 'Ms Okafor', password: null, language: null });
      expect((await api('POST', '/backups')).status).toBe(202);
      await expect
        .poll(async () => (await api('GET', '/backups/job')).json())
        .toMatchObject({ job: { phase: 'done' } });

      // A picture is unpacked by a library that has to be found there, too.
      const dot = 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';
      const picture = await fetch(`${ready.url}/api/v1/media`, {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          cookie: cookie.split(';')[0] ?? '',
        },
        body: Buffer.from(dot, 'base64'),
      });
      expect(picture.status).toBe(201);

      server.stdin.write('{"type":"stop"}\n');
      expect(await exited).toBe(0);
    } finally {
      server.kill('SIGKILL');
    }
  }, 60_000);
});
