import { EventEmitter } from 'node:events';
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Display,
  Rectangle,
  WebContents,
} from 'electron';
import { vi } from 'vitest';
import type { Child } from '../../main/server-process.ts';

// Electron's parts as far as the shell uses them, remembering what was done to them.

export function display(id: number, bounds: Rectangle, internal = false): Display {
  return { id, bounds, workArea: { ...bounds, height: bounds.height - 40 }, internal } as Display;
}

export function fakeScreen(...displays: Display[]) {
  const events = new EventEmitter();
  const inside = ({ x, y }: Rectangle, { bounds }: Display): boolean =>
    x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
  return Object.assign(events, {
    getAllDisplays: () => displays,
    getDisplayMatching: (area: Rectangle) =>
      displays.find((candidate) => inside(area, candidate)) ?? displays[0]!,
    plug(added: Display) {
      displays.push(added);
      events.emit('display-added');
    },
    unplug(id: number) {
      displays.splice(
        displays.findIndex((candidate) => candidate.id === id),
        1,
      );
      events.emit('display-removed');
    },
  });
}

export type FakeWindow = ReturnType<typeof fakeWindow>;

export function fakeWindow(options: BrowserWindowConstructorOptions) {
  const { x = 10, y = 10, width = 800, height = 600 } = options;
  const window = Object.assign(new EventEmitter(), {
    options,
    bounds: { x, y, width, height },
    full: false,
    urls: [] as string[],
    loadURL: vi.fn((url: string) => {
      window.urls.push(url);
      return Promise.resolve();
    }),
    getBounds: () => window.bounds,
    setBounds: vi.fn((bounds: Rectangle) => {
      // A full-screen window stays on its display.
      if (!window.full) window.bounds = bounds;
    }),
    setFullScreen: vi.fn((full: boolean) => {
      window.full = full;
    }),
    setSimpleFullScreen: vi.fn((full: boolean) => {
      window.full = full;
    }),
    show: vi.fn(),
    showInactive: vi.fn(),
    focus: vi.fn(),
    restore: vi.fn(),
    isMinimized: vi.fn(() => false),
    close: vi.fn(() => {
      const event = { preventDefault: vi.fn() };
      window.emit('close', event);
      if (event.preventDefault.mock.calls.length === 0) window.emit('closed');
    }),
  });
  return window;
}

/** Makes windows and keeps them in the order of their making. */
export function windowMaker() {
  const made: FakeWindow[] = [];
  const makeWindow = (options: BrowserWindowConstructorOptions): BrowserWindow => {
    const window = fakeWindow(options);
    made.push(window);
    return window as unknown as BrowserWindow;
  };
  return { made, makeWindow };
}

export function fakeChild() {
  const child = Object.assign(new EventEmitter(), {
    postMessage: vi.fn(),
    kill: vi.fn(() => child.emit('exit', 143)),
  });
  return child;
}

export function asChild(child: ReturnType<typeof fakeChild>): Child {
  return child as unknown as Child;
}

/** A page's contents: what the shell hooked into, and ways to try it. */
export function fakeContents() {
  let open: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: NonNullable<typeof open>) => {
      open = handler;
    },
    /** True when the page may go there. */
    go(event: 'will-frame-navigate' | 'will-redirect', url: string): boolean {
      const preventDefault = vi.fn();
      contents.emit(event, { url, preventDefault });
      return preventDefault.mock.calls.length === 0;
    },
    windowOpen: (url: string) => open?.({ url } as Parameters<NonNullable<typeof open>>[0]),
  });
  return contents;
}
