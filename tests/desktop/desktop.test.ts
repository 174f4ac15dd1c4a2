import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDesktop } from '../../main/desktop.ts';
import {
  display,
  fakeChild,
  fakeContents,
  fakeScreen,
  fakeWindow,
  type FakeWindow,
} from './electron-fakes.ts';

const laptop = display(1, { x: 0, y: 0, width: 1366, height: 768 }, true);
const url = 'http://127.0.0.1:4747';
const ready = (launchKey: string) => ({
  type: 'ready',
  port: 4747,
  url,
  launchKey,
  dataDir: '/home/teacher/chalkbox',
});

type MenuItem = { label?: string; click?: () => void };

/** The whole shell over Electron's parts as fakes, started as a person starts it. */
async function program({
  args = [] as string[],
  first = true,
  renewed = true,
  languages = ['en'],
} = {}) {
  const children: ReturnType<typeof fakeChild>[] = [];
  const windows: FakeWindow[] = [];
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => first,
    whenReady: () => Promise.resolve(),
    quit: vi.fn(() => app.emit('before-quit', { preventDefault: vi.fn() })),
    exit: vi.fn(),
    getAppPath: () => '/app',
    getVersion: () => '1.2.3',
    getPreferredSystemLanguages: () => languages,
  });
  const dialog = { showMessageBox: vi.fn(() => Promise.resolve({ response: 1 })) };
  const powerSaveBlocker = { start: vi.fn(() => 7), stop: vi.fn() };
  const fork = vi.fn((_entry: string, _args?: string[]) => {
    const child = fakeChild();
    child.postMessage.mockImplementation(() => child.emit('exit', 0));
    children.push(child);
    return child;
  });
  const shell = { openPath: vi.fn(), openExternal: vi.fn() };
  const fetch = vi.fn(() => Promise.resolve({ ok: renewed }));
  const Menu = { buildFromTemplate: vi.fn((template) => template), setApplicationMenu: vi.fn() };

  startDesktop({
    app,
    makeWindow: (options: Electron.BrowserWindowConstructorOptions) => {
      const window = fakeWindow(options);
      windows.push(window);
      return window;
    },
    dialog,
    ipcMain: { handle: vi.fn() },
    Menu,
    powerSaveBlocker,
    screen: () => fakeScreen(laptop),
    session: () => ({
      fetch,
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
    }),
    shell,
    utilityProcess: { fork },
    platform: 'linux',
    args,
    entry: '/app/server/entry.js',
    preload: '/app/preload.cjs',
  } as unknown as Parameters<typeof startDesktop>[0]);
  await vi.advanceTimersByTimeAsync(0);
  return { app, dialog, powerSaveBlocker, fork, fetch, Menu, shell, children, windows };
}

const options = (fork: Awaited<ReturnType<typeof program>>['fork'], call = 0): unknown =>
  JSON.parse(fork.mock.calls[call]?.[1]?.[0] ?? 'null');

describe('the desktop program', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('starts the server by its path, and shows the console when it is ready', async () => {
    const { fork, children, windows } = await program({
      args: ['--port', '0', '--data', '/tmp/here', '--no-mdns', '--enable-features=Chromium'],
    });
    expect(fork.mock.calls[0]?.[0]).toBe('/app/server/entry.js');
    expect(options(fork)).toEqual({
      port: 0,
      dataDir: '/tmp/here',
      mdns: false,
      pagesDir: '/app/dist/pages',
      version: '1.2.3',
      languages: ['en'],
    });
    expect(windows).toHaveLength(0);
    children[0]?.emit('message', ready('first-key'));
    expect(windows[0]?.urls).toEqual([`${url}/teacher#key=first-key`]);
  });

  test('leaves to the server what was not asked for, and shows the data folder that it says', async () => {
    const { fork, children, Menu, shell } = await program();
    expect(options(fork)).toEqual({
      mdns: true,
      pagesDir: '/app/dist/pages',
      version: '1.2.3',
      languages: ['en'],
    });
    const menu = Menu.setApplicationMenu.mock.calls[0]?.[0] as
      | { submenu: MenuItem[] }[]
      | undefined;
    const show = menu?.[0]?.submenu.find(({ label }) => label === 'Show the data folder');
    show?.click?.();
    expect(shell.openPath).not.toHaveBeenCalled();
    children[0]?.emit('message', ready('first-key'));
    show?.click?.();
    expect(shell.openPath).toHaveBeenCalledWith('/home/teacher/chalkbox');
  });

  test('started a second time, it shows the window that is there and starts nothing', async () => {
    const second = await program({ first: false });
    expect(second.app.quit).toHaveBeenCalled();
    expect(second.fork).not.toHaveBeenCalled();

    const { app, children, windows } = await program();
    children[0]?.emit('message', ready('first-key'));
    app.emit('second-instance');
    expect(windows).toHaveLength(1);
    expect(windows[0]?.focus).toHaveBeenCalled();
  });

  test('keeps laptop and projector awake during a lesson, and no longer', async () => {
    const { children, powerSaveBlocker } = await program();
    for (const live of [true, true, false, false]) {
      children[0]?.emit('message', { type: 'live', live });
    }
    expect(powerSaveBlocker.start).toHaveBeenCalledExactlyOnceWith('prevent-display-sleep');
    expect(powerSaveBlocker.stop).toHaveBeenCalledExactlyOnceWith(7);
  });

  test('a server that died and came back gets the console its cookie without loading it again', async () => {
    const { fork, fetch, children, windows } = await program();
    children[0]?.emit('message', ready('first-key'));
    children[0]?.emit('exit', 1);
    await vi.advanceTimersByTimeAsync(500);
    expect(options(fork, 1)).toMatchObject({ port: 4747 });
    children[1]?.emit('message', ready('second-key'));
    await vi.advanceTimersByTimeAsync(0);
    expect(fetch).toHaveBeenCalledWith(
      `${url}/api/v1/session`,
      expect.objectContaining({ method: 'POST', body: '{"launchKey":"second-key"}' }),
    );
    expect(windows[0]?.urls).toHaveLength(1);
  });

  test('where the cookie cannot be had, the console is loaded again with the new key', async () => {
    const { children, windows } = await program({ renewed: false });
    children[0]?.emit('message', ready('first-key'));
    children[0]?.emit('exit', 1);
    await vi.advanceTimersByTimeAsync(500);
    children[1]?.emit('message', ready('second-key'));
    await vi.advanceTimersByTimeAsync(0);
    expect(windows[0]?.urls.at(-1)).toBe(`${url}/teacher#key=second-key`);
  });

  test('quitting stops the server first', async () => {
    const { app, children, dialog } = await program();
    children[0]?.emit('message', ready('first-key'));
    const preventDefault = vi.fn();
    app.emit('before-quit', { preventDefault });
    await vi.advanceTimersByTimeAsync(0);
    expect(preventDefault).toHaveBeenCalled();
    expect(children[0]?.postMessage).toHaveBeenCalledWith({ type: 'stop' });
    expect(app.exit).toHaveBeenCalledWith(0);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  test('closing the window during a lesson asks once, and quits when the teacher says so', async () => {
    const { app, children, windows, dialog } = await program({ languages: ['es-MX'] });
    children[0]?.emit('message', ready('first-key'));
    children[0]?.emit('message', { type: 'live', live: true });
    windows[0]?.close();
    windows[0]?.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(1);
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      expect.objectContaining({
        message: 'Hay una clase en curso. ¿Salir de Chalkbox?',
        buttons: ['Salir de Chalkbox', 'Seguir'],
        defaultId: 1,
      }),
    );
    expect(app.exit).not.toHaveBeenCalled();

    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    windows[0]?.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(children[0]?.postMessage).toHaveBeenCalledWith({ type: 'stop' });
    expect(app.exit).toHaveBeenCalledWith(0);
  });

  test('a server that never comes up is told with its reason, and can be tried again', async () => {
    const { children, dialog, fork } = await program();
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    for (let death = 0; death < 5; death += 1) {
      children.at(-1)?.emit('message', { type: 'failed', reason: 'the disk is full' });
      children.at(-1)?.emit('exit', 1);
      if (death < 4) await vi.advanceTimersByTimeAsync(4000);
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(dialog.showMessageBox).toHaveBeenCalledWith(
      expect.objectContaining({
        detail: expect.stringContaining('the disk is full'),
        defaultId: 0,
      }),
    );
    expect(fork).toHaveBeenCalledTimes(6);
  });

  test('every page that is ever made is locked to our server', async () => {
    const { app, children } = await program();
    children[0]?.emit('message', ready('first-key'));
    const contents = fakeContents();
    app.emit('web-contents-created', {}, contents);
    expect(contents.go('will-frame-navigate', `${url}/teacher`)).toBe(true);
    expect(contents.go('will-frame-navigate', 'https://example.org/')).toBe(false);
    expect(contents.windowOpen('https://example.org/')).toEqual({ action: 'deny' });
  });

  test('the menu speaks the language of the system, English where it is not known', async () => {
    const labels = async (languages: string[]): Promise<(string | undefined)[]> => {
      const { Menu } = await program({ languages });
      const template = Menu.setApplicationMenu.mock
        .calls[0]?.[0] as Electron.MenuItemConstructorOptions[];
      return template.map(({ label }) => label);
    };
    expect(await labels(['es-ES'])).toEqual(['Chalkbox', 'Edición', 'Ver', 'Ventana']);
    expect(await labels(['fi-FI', 'es-ES'])).toEqual(['Chalkbox', 'Edición', 'Ver', 'Ventana']);
    expect(await labels(['fi-FI'])).toEqual(['Chalkbox', 'Edit', 'View', 'Window']);
  });
});
