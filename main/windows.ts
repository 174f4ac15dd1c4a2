import type { BrowserWindow, BrowserWindowConstructorOptions, Screen } from 'electron';
import { placeWall, samePlace, type Place } from './projector.ts';
import { securePreferences } from './security.ts';

export type DisplayReport = { count: number; wall: 'closed' | Place['kind'] };

export type Windows = {
  /** Opens the teacher's window, or takes the open one to a server that came back at another address. */
  openTeacher(url: string, launchKey: string): void;
  focusTeacher(): void;
  /** Shows this lesson on the projector. */
  openWall(lessonId: string): void;
  closeWall(): void;
  displays(): DisplayReport;
};

// The size that the console is drawn for.
const TEACHER_SIZE = { width: 1366, height: 768, minWidth: 1024, minHeight: 640 };
// --canvas of the paper and of the slate: what is seen before the page has painted.
const PAPER = '#f5f2eb';
const SLATE = '#141a19';

/** The two windows of the program, and the moving of the wall when a display comes or goes. */
export function createWindows({
  makeWindow,
  screen,
  platform,
  preload,
  onCloseTeacher,
}: {
  makeWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  screen: Pick<Screen, 'on' | 'getAllDisplays' | 'getDisplayMatching'>;
  platform: NodeJS.Platform;
  /** Path of the bundled preload script. */
  preload: string;
  /** Asked when the teacher's window is about to be closed; false keeps it open. */
  onCloseTeacher: () => boolean;
}): Windows {
  let origin = '';
  let teacher: BrowserWindow | undefined;
  let wall: { window: BrowserWindow; lessonId: string; place: Place } | undefined;

  const load = (window: BrowserWindow, path: string): void => {
    // A failed load shows in the window itself; the server's restart loads it again.
    window.loadURL(`${origin}${path}`).catch(() => {});
  };
  const wantedPlace = (): Place => {
    const displays = screen.getAllDisplays();
    const own = teacher ? screen.getDisplayMatching(teacher.getBounds()) : displays[0];
    return placeWall(displays, own?.id ?? -1);
  };
  const replaceWall = (): void => {
    if (!wall) return;
    const place = wantedPlace();
    if (samePlace(wall.place, place)) return;
    wall.place = place;
    put(wall.window, place, platform);
    // The teacher goes on typing where the teacher was.
    teacher?.focus();
  };
  screen.on('display-added', replaceWall);
  screen.on('display-removed', replaceWall);
  screen.on('display-metrics-changed', replaceWall);

  const focusTeacher = (): void => {
    if (teacher?.isMinimized()) teacher.restore();
    teacher?.show();
    teacher?.focus();
  };

  return {
    openTeacher(url, launchKey) {
      origin = url;
      if (!teacher) {
        const window = makeWindow({
          ...TEACHER_SIZE,
          backgroundColor: PAPER,
          show: false,
          webPreferences: securePreferences(preload),
        });
        teacher = window;
        window.once('ready-to-show', () => window.show());
        window.on('close', (event) => {
          if (!onCloseTeacher()) event.preventDefault();
        });
        window.on('closed', () => {
          teacher = undefined;
          wall?.window.close();
        });
      }
      load(teacher, `/teacher#key=${encodeURIComponent(launchKey)}`);
      if (wall) load(wall.window, `/wall/${wall.lessonId}`);
    },
    focusTeacher,
    openWall(lessonId) {
      if (wall) {
        if (wall.lessonId !== lessonId) load(wall.window, `/wall/${lessonId}`);
        wall.lessonId = lessonId;
        wall.window.showInactive();
        return;
      }
      const place = wantedPlace();
      const window = makeWindow({
        ...place.bounds,
        backgroundColor: SLATE,
        show: false,
        autoHideMenuBar: true,
        // The projector is not throttled while the console covers it on a single display.
        webPreferences: { ...securePreferences(undefined), backgroundThrottling: false },
      });
      wall = { window, lessonId, place };
      window.on('closed', () => {
        wall = undefined;
      });
      put(window, place, platform);
      load(window, `/wall/${lessonId}`);
      teacher?.focus();
    },
    closeWall() {
      wall?.window.close();
    },
    displays() {
      return { count: screen.getAllDisplays().length, wall: wall ? wall.place.kind : 'closed' };
    },
  };
}

/** Moves the wall. A full-screen window does not change its display, so it leaves full screen first. */
function put(window: BrowserWindow, place: Place, platform: NodeJS.Platform): void {
  const setFull = (full: boolean): void => {
    // On macOS the ordinary full screen opens a desktop of its own, with an animation that a move would interrupt.
    if (platform === 'darwin') window.setSimpleFullScreen(full);
    else window.setFullScreen(full);
  };
  setFull(false);
  window.setBounds(place.bounds);
  window.showInactive();
  if (place.kind === 'projector') setFull(true);
}
