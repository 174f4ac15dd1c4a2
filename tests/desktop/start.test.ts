import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findElectron } from '../../scripts/start/electron-binary.ts';
import { readFlags } from '../../scripts/start/flags.ts';
import { textsOf } from '../../scripts/start/texts.ts';

describe('the flags of npm start', () => {
  test('without any, everything is the default', () => {
    expect(readFlags([])).toEqual({
      flags: { browser: false, json: false, open: true, mdns: true, help: false },
    });
  });

  test('all of them, in both ways of giving a value', () => {
    const args = '--browser --json --no-open --no-mdns --port=0 --data /tmp/x --host 127.0.0.1';
    expect(readFlags(args.split(' '))).toEqual({
      flags: {
        browser: true,
        json: true,
        open: false,
        mdns: false,
        help: false,
        port: 0,
        data: '/tmp/x',
        host: '127.0.0.1',
      },
    });
  });

  test.each([
    [['--brwser'], { code: 'unknown', given: '--brwser' }],
    [['4747'], { code: 'unknown', given: '4747' }],
    [['-x'], { code: 'unknown', given: '-x' }],
    [['--port'], { code: 'value', given: '--port' }],
    [['--data='], { code: 'value', given: '--data' }],
    [['--browser=yes'], { code: 'value', given: '--browser' }],
    [['--port', '70000'], { code: 'port', given: '70000' }],
    [['--port', 'abc'], { code: 'port', given: 'abc' }],
  ])('%j is refused', (args, refused) => {
    expect(readFlags(args)).toEqual({ refused });
  });

  test('a refusal is a sentence in the language of the terminal', () => {
    expect(textsOf({ LANG: 'de_DE.UTF-8' }).refused.unknown('--x')).toContain('no flag --x');
    expect(textsOf({ LANG: 'es_MX.UTF-8' }).refused.unknown('--x')).toContain('opción --x');
    expect(textsOf({ LC_ALL: 'C', LANG: 'es_MX' }).refused.unknown('--x')).toContain('no flag');
    expect(textsOf({ LANG: 'es_MX.UTF-8' }).help(4747)).toContain('--browser');
  });
});

describe('finding Electron', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'chalkbox-electron-'));
    mkdirSync(join(root, 'node_modules', 'electron', 'dist'), { recursive: true });
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const unpack = (): void => {
    writeFileSync(join(root, 'node_modules', 'electron', 'path.txt'), 'electron');
    writeFileSync(join(root, 'node_modules', 'electron', 'dist', 'electron'), '');
  };
  const find = (more: Partial<Parameters<typeof findElectron>[0]> = {}) => {
    const parts = {
      reach: vi.fn(() => Promise.resolve(true)),
      install: vi.fn(() => {
        unpack();
        return Promise.resolve(true);
      }),
      onFetch: vi.fn(),
    };
    const machine = { root, env: { DISPLAY: ':0' }, platform: 'linux' as const, uid: 1000 };
    return { ...parts, found: findElectron({ ...machine, ...parts, ...more }) };
  };
  const path = () => join(root, 'node_modules', 'electron', 'dist', 'electron');

  test('one that is there is used without asking the network', async () => {
    unpack();
    const { found, reach, install } = find();
    expect(await found).toEqual({ path: path() });
    expect(reach).not.toHaveBeenCalled();
    expect(install).not.toHaveBeenCalled();
  });

  test('one that is not there is fetched, and it is said', async () => {
    const { found, onFetch } = find();
    expect(await found).toEqual({ path: path() });
    expect(onFetch).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['in continuous integration', { env: { CI: 'true', DISPLAY: ':0' } }, 'ci'],
    ['without a display', { env: {} }, 'display'],
    ['as root', { uid: 0 }, 'root'],
  ])('%s nothing is fetched', async (_, machine, why) => {
    const { found, reach } = find(machine);
    expect(await found).toEqual({ why });
    expect(reach).not.toHaveBeenCalled();
  });

  test('a machine without internet is asked once a day, not at each start', async () => {
    const reach = () => Promise.resolve(false);
    const first = find({ reach });
    expect(await first.found).toEqual({ why: 'offline' });
    expect(first.onFetch).not.toHaveBeenCalled();

    const second = find();
    expect(await second.found).toEqual({ why: 'offline' });
    expect(second.reach).not.toHaveBeenCalled();

    rmSync(join(root, 'node_modules', '.cache', 'chalkbox', 'electron-not-fetched'));
    expect(await find().found).toEqual({ path: path() });
  });

  test('a mirror is asked where one is set, and a proxy is left to the installer', async () => {
    const env = { DISPLAY: ':0', ELECTRON_MIRROR: 'https://mirror.example/electron/' };
    const mirrored = find({ env });
    await mirrored.found;
    expect(mirrored.reach).toHaveBeenCalledWith('https://mirror.example/electron/');
    rmSync(join(root, 'node_modules', 'electron', 'path.txt'));
    const proxied = find({ env: { DISPLAY: ':0', HTTPS_PROXY: 'http://proxy.example:3128' } });
    expect(await proxied.found).toEqual({ path: path() });
    expect(proxied.reach).not.toHaveBeenCalled();
  });
});
