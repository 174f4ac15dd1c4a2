import type { IpcMain, Session, WebContents } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { registerIpc } from '../../main/ipc.ts';
import { guardPermissions, lockNavigation } from '../../main/security.ts';
import { fakeContents } from './electron-fakes.ts';

const own = 'http://127.0.0.1:4747';
const foreign = [
  'http://127.0.0.1:4748/teacher',
  'http://127.0.0.1.example.org:4747/',
  'https://127.0.0.1:4747/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'about:blank',
  'not a url',
];

function locked(origin: string | undefined = own) {
  const contents = fakeContents();
  const opened: string[] = [];
  lockNavigation(contents as unknown as WebContents, {
    origin: () => origin,
    openWall: (lessonId) => opened.push(lessonId),
    openInBrowser: (url) => opened.push(url),
  });
  return { contents, opened };
}

describe('where a page may go', () => {
  test('anywhere on our own server', () => {
    const { contents } = locked();
    expect(contents.go('will-frame-navigate', `${own}/teacher/quizzes?x=1#y`)).toBe(true);
    expect(contents.go('will-redirect', `${own}/`)).toBe(true);
  });

  test.each(foreign)('not to %s', (url) => {
    const { contents } = locked();
    expect(contents.go('will-frame-navigate', url)).toBe(false);
    expect(contents.go('will-redirect', url)).toBe(false);
  });

  test('nowhere before the server is ready, and no webview ever', () => {
    const contents = fakeContents();
    lockNavigation(contents as unknown as WebContents, {
      origin: () => undefined,
      openWall: () => {},
      openInBrowser: () => {},
    });
    expect(contents.go('will-frame-navigate', `${own}/teacher`)).toBe(false);
    const preventDefault = vi.fn();
    contents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
  });

  test('a new window is refused; a link to the wall opens the projector window instead', () => {
    const { contents, opened } = locked();
    for (const url of [...foreign, `${own}/teacher`, `${own}/wall/`, `${own}/wall/lesson-1/more`]) {
      expect(contents.windowOpen(url)).toEqual({ action: 'deny' });
    }
    expect(opened).toEqual([]);
    contents.windowOpen('http://127.0.0.1:4748/api/docs');
    contents.windowOpen(`${own}/api/docs/more`);
    expect(opened).toEqual([]);
    contents.windowOpen(`${own}/api/docs?lang=es`);
    expect(opened.splice(0)).toEqual([`${own}/api/docs?lang=es`]);
    expect(contents.windowOpen(`${own}/wall/lesson-1`)).toEqual({ action: 'deny' });
    expect(opened).toEqual(['lesson-1']);
  });
});

describe('links out of the console', () => {
  test.each([`${own}/`, 'http://192.168.1.31:4747/', 'http://chalkbox-2.local:4747/j/1234'])(
    'the join page %s opens in the browser of the system',
    (url) => {
      const { contents, opened } = locked();
      expect(contents.windowOpen(url)).toEqual({ action: 'deny' });
      expect(opened).toEqual([url]);
    },
  );

  test.each([
    'http://192.168.1.31:4747/admin',
    'http://user@192.168.1.31/',
    'https://192.168.1.31/',
    'http://8.8.8.8/',
    'http://192.168.1.31.example.org/',
    'http://example.org/j/1234',
    'smb://192.168.1.31/',
    'file:///',
  ])('%s opens nowhere', (url) => {
    const { contents, opened } = locked();
    expect(contents.windowOpen(url)).toEqual({ action: 'deny' });
    expect(opened).toEqual([]);
  });
});

describe('what a page may use', () => {
  type Request = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
  type Check = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
  let request: Request;
  let check: Check;
  let device: (() => boolean) | undefined;
  const session = {
    setPermissionRequestHandler: (handler: Request) => {
      request = handler;
    },
    setPermissionCheckHandler: (handler: Check) => {
      check = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      device = handler;
    },
  };
  guardPermissions(session, () => own);
  const asked = (permission: Parameters<Request>[1], requestingUrl = `${own}/teacher`): boolean => {
    let answer: boolean | undefined;
    const details = { isMainFrame: true, requestingUrl };
    request({} as WebContents, permission, (granted) => (answer = granted), details);
    const checked = check(
      null,
      permission,
      new URL(requestingUrl).origin,
      {} as Parameters<Check>[3],
    );
    expect(checked).toBe(answer);
    return answer === true;
  };

  test('full screen and writing to the clipboard, on our own pages only', () => {
    expect(asked('fullscreen')).toBe(true);
    expect(asked('clipboard-sanitized-write')).toBe(true);
    expect(asked('fullscreen', 'http://127.0.0.1:9999/')).toBe(false);
  });

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'display-capture',
    'openExternal',
    'usb',
    'serial',
    'hid',
    'midi',
    'unknown',
  ] as const)('not %s', (permission) => {
    expect(asked(permission)).toBe(false);
  });

  test('no device at all', () => {
    expect(device?.()).toBe(false);
  });
});

describe('what a page may say to the shell', () => {
  const page = { senderFrame: { url: `${own}/teacher`, parent: null } };

  function shell() {
    const handlers = new Map<string, (event: unknown, argument?: unknown) => unknown>();
    const windows = {
      openWall: vi.fn(),
      closeWall: vi.fn(),
      displays: () => ({ count: 2, wall: 'projector' as const }),
    };
    const ipcMain = { handle: (channel: string, act: () => unknown) => handlers.set(channel, act) };
    registerIpc({ ipcMain: ipcMain as unknown as IpcMain, windows, origin: () => own });
    const say = (channel: string, event: unknown, argument?: unknown) =>
      handlers.get(channel)?.(event, argument);
    return { say, windows, channels: [...handlers.keys()] };
  }

  test('three things, each answered with how the displays stand', () => {
    const { say, windows, channels } = shell();
    expect(channels).toEqual(['chalkbox:open-wall', 'chalkbox:close-wall', 'chalkbox:displays']);
    const done = { ok: true, displays: { count: 2, wall: 'projector' } };
    expect(say('chalkbox:open-wall', page, 'lesson-1')).toEqual(done);
    expect(say('chalkbox:close-wall', page)).toEqual(done);
    expect(say('chalkbox:displays', page)).toEqual(done);
    expect(windows.openWall).toHaveBeenCalledExactlyOnceWith('lesson-1');
  });

  test.each([undefined, null, 7, '', 'a/../b', 'x'.repeat(41), ['lesson-1'], { id: 'lesson-1' }])(
    'a lesson called %j is refused',
    (argument) => {
      const { say, windows } = shell();
      expect(say('chalkbox:open-wall', page, argument)).toEqual({ ok: false });
      expect(windows.openWall).not.toHaveBeenCalled();
    },
  );

  test.each([
    ['a foreign page', { senderFrame: { url: 'http://127.0.0.1:9999/', parent: null } }],
    ['a frame within a page', { senderFrame: { url: `${own}/teacher`, parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('%s is not heard', (_, event) => {
    const { say, windows } = shell();
    expect(say('chalkbox:close-wall', event)).toEqual({ ok: false });
    expect(windows.closeWall).not.toHaveBeenCalled();
  });
});
