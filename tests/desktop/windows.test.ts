import type { Display } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { createWindows } from '../../main/windows.ts';
import { display, fakeScreen, windowMaker } from './electron-fakes.ts';

const laptop = display(1, { x: 0, y: 0, width: 1366, height: 768 }, true);
const projector = display(2, { x: 1366, y: 0, width: 1920, height: 1080 });
const url = 'http://127.0.0.1:4747';

function desk(
  displays: Display[],
  { mayClose = true, platform = 'linux' }: { mayClose?: boolean; platform?: NodeJS.Platform } = {},
) {
  const screen = fakeScreen(...displays);
  const { made, makeWindow } = windowMaker();
  const windows = createWindows({
    makeWindow,
    screen: screen as unknown as Parameters<typeof createWindows>[0]['screen'],
    platform,
    preload: '/app/preload.cjs',
    onCloseTeacher: () => mayClose,
  });
  windows.openTeacher(url, 'key with space');
  return { windows, screen, teacher: made[0]!, wall: () => made[1]!, made };
}

describe("the teacher's window", () => {
  test('loads the console with the launch key where no server log will see it', () => {
    const { teacher } = desk([laptop]);
    expect(teacher.urls).toEqual([`${url}/teacher#key=key%20with%20space`]);
    expect(teacher.options).toMatchObject({ width: 1366, height: 768 });
  });

  test('gives its page no more than a browser would', () => {
    expect(desk([laptop]).teacher.options.webPreferences).toMatchObject({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  test('stays open while the question about the running lesson is asked', () => {
    const { teacher } = desk([laptop], { mayClose: false });
    const closed = vi.fn();
    teacher.on('closed', closed);
    teacher.close();
    expect(closed).not.toHaveBeenCalled();
  });

  test('comes back to the front when the program is started a second time', () => {
    const { windows, teacher } = desk([laptop]);
    teacher.isMinimized.mockReturnValue(true);
    windows.focusTeacher();
    expect(teacher.restore).toHaveBeenCalled();
    expect(teacher.focus).toHaveBeenCalled();
  });
});

describe('the projector window', () => {
  test('fills the second display and leaves the keyboard with the teacher', () => {
    const { windows, wall, teacher } = desk([laptop, projector]);
    windows.openWall('lesson-1');
    expect(wall().urls).toEqual([`${url}/wall/lesson-1`]);
    expect(wall()).toMatchObject({ full: true, bounds: projector.bounds });
    expect(wall().focus).not.toHaveBeenCalled();
    expect(teacher.focus).toHaveBeenCalled();
    expect(windows.displays()).toEqual({ count: 2, wall: 'projector' });
    expect(wall().options.webPreferences).not.toHaveProperty('preload');
  });

  test('is an ordinary window where there is one display, and does not cover the console whole', () => {
    const { windows, wall } = desk([laptop]);
    windows.openWall('lesson-1');
    expect(wall().full).toBe(false);
    expect(wall().bounds.width).toBeLessThan(laptop.bounds.width);
    expect(wall().bounds.width / wall().bounds.height).toBeCloseTo(16 / 9, 1);
    expect(windows.displays()).toEqual({ count: 1, wall: 'window' });
  });

  test('goes to the projector when it is plugged in and comes back when it is unplugged', () => {
    const { windows, wall, screen } = desk([laptop]);
    windows.openWall('lesson-1');
    screen.plug(projector);
    expect(wall()).toMatchObject({ full: true, bounds: projector.bounds });
    screen.unplug(projector.id);
    expect(wall().full).toBe(false);
    expect(wall().bounds.x).toBeLessThan(laptop.bounds.width);
    expect(wall().urls).toHaveLength(1);
  });

  test('leaves full screen before it moves, or it would stay where it is', () => {
    const { windows, wall, screen } = desk([laptop, projector]);
    windows.openWall('lesson-1');
    const other = display(3, { x: -2560, y: 0, width: 2560, height: 1440 });
    screen.unplug(projector.id);
    screen.plug(other);
    expect(wall()).toMatchObject({ full: true, bounds: other.bounds });
  });

  test('stays where a person has put it when something else about the displays changes', () => {
    const { windows, wall, screen } = desk([laptop]);
    windows.openWall('lesson-1');
    wall().bounds = { x: 5, y: 6, width: 700, height: 500 };
    screen.emit('display-metrics-changed');
    expect(wall().bounds).toEqual({ x: 5, y: 6, width: 700, height: 500 });
  });

  test('prefers the display that was plugged in over the laptop when the console stands on a third one', () => {
    const desktop = display(3, { x: 0, y: 768, width: 1920, height: 1080 });
    const { windows, wall, teacher } = desk([laptop, desktop, projector]);
    teacher.bounds = { x: 100, y: 900, width: 1366, height: 768 };
    windows.openWall('lesson-1');
    expect(wall().bounds).toEqual(projector.bounds);
  });

  test('uses the simple full screen of a Mac, which does not animate', () => {
    const { windows, wall } = desk([laptop, projector], { platform: 'darwin' });
    windows.openWall('lesson-1');
    expect(wall().setSimpleFullScreen).toHaveBeenLastCalledWith(true);
    expect(wall().setFullScreen).not.toHaveBeenCalled();
  });

  test('is opened once, shows the other lesson when asked, and can be closed and opened again', () => {
    const { windows, wall, made } = desk([laptop, projector]);
    windows.openWall('lesson-1');
    windows.openWall('lesson-1');
    windows.openWall('lesson-2');
    expect(made).toHaveLength(2);
    expect(wall().urls).toEqual([`${url}/wall/lesson-1`, `${url}/wall/lesson-2`]);
    windows.closeWall();
    expect(windows.displays().wall).toBe('closed');
    windows.openWall('lesson-2');
    expect(made).toHaveLength(3);
  });

  test('follows the server to another port', () => {
    const { windows, teacher, wall } = desk([laptop, projector]);
    windows.openWall('lesson-1');
    windows.openTeacher('http://127.0.0.1:4748', 'k2');
    expect(teacher.urls.at(-1)).toBe('http://127.0.0.1:4748/teacher#key=k2');
    expect(wall().urls.at(-1)).toBe('http://127.0.0.1:4748/wall/lesson-1');
  });

  test("closes with the teacher's window", () => {
    const { windows, teacher, wall } = desk([laptop, projector]);
    windows.openWall('lesson-1');
    teacher.close();
    expect(wall().close).toHaveBeenCalled();
  });
});
