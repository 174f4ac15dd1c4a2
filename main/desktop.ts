import { join } from 'node:path';
import type * as Electron from 'electron';
import { registerIpc } from './ipc.ts';
import { createKeepAwake } from './keep-awake.ts';
import { menuTemplate } from './menu.ts';
import { readOptions } from './options.ts';
import { createQuitting } from './quitting.ts';
import { guardPermissions, lockNavigation } from './security.ts';
import { createServerProcess, type Ready } from './server-process.ts';
import { renewSession } from './teacher-session.ts';
import { textsFor } from './texts.ts';
import { createWindows } from './windows.ts';

type ElectronParts = {
  app: Pick<
    Electron.App,
    | 'on'
    | 'quit'
    | 'exit'
    | 'whenReady'
    | 'requestSingleInstanceLock'
    | 'getAppPath'
    | 'getVersion'
    | 'getPreferredSystemLanguages'
  >;
  makeWindow: (options: Electron.BrowserWindowConstructorOptions) => Electron.BrowserWindow;
  dialog: Pick<Electron.Dialog, 'showMessageBox'>;
  ipcMain: Pick<Electron.IpcMain, 'handle'>;
  Menu: Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  powerSaveBlocker: Pick<Electron.PowerSaveBlocker, 'start' | 'stop'>;
  /** Screen and session exist only once the app is ready. */
  screen: () => Pick<Electron.Screen, 'on' | 'getAllDisplays' | 'getDisplayMatching'>;
  session: () => Electron.Session;
  shell: Pick<Electron.Shell, 'openPath' | 'openExternal'>;
  utilityProcess: Pick<typeof Electron.utilityProcess, 'fork'>;
};

/** Wires the desktop program: one instance, the server beside it, the two windows. */
export function startDesktop({
  platform,
  args,
  entry,
  preload,
  ...electron
}: ElectronParts & {
  platform: NodeJS.Platform;
  args: readonly string[];
  /** Paths of the bundled server and preload script. */
  entry: string;
  preload: string;
}): void {
  const { app } = electron;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }

  const options = readOptions(args);
  let ready: Ready | undefined;
  let live = false;
  const origin = (): string | undefined => ready?.url;

  const begin = (): void => {
    const texts = textsFor(app.getPreferredSystemLanguages());
    const setAwake = createKeepAwake(electron.powerSaveBlocker);
    const ask = async (question: {
      message: string;
      detail: string;
      buttons: [yes: string, no: string];
      defaultId: 0 | 1;
    }): Promise<boolean> => {
      const { response } = await electron.dialog.showMessageBox({
        type: 'question',
        cancelId: 1,
        ...question,
      });
      return response === 0;
    };

    const server = createServerProcess({
      fork: (port = options.port) =>
        electron.utilityProcess.fork(
          entry,
          [
            JSON.stringify({
              ...options,
              ...(port === undefined ? {} : { port }),
              pagesDir: join(app.getAppPath(), 'dist', 'pages'),
              version: app.getVersion(),
              languages: app.getPreferredSystemLanguages(),
            }),
          ],
          { serviceName: 'Chalkbox server', stdio: 'inherit' },
        ),
      onReady: (next) => {
        const before = ready;
        ready = next;
        if (before?.url !== next.url) windows.openTeacher(next.url, next.launchKey);
        else void renewSession(electron.session(), next, () => reopen(next));
      },
      onLive: (next) => {
        live = next;
        setAwake(next);
      },
      onGivenUp: (reason) => {
        void ask({
          message: texts.serverGone,
          detail: texts.serverGoneDetail.replace('{reason}', reason),
          buttons: [texts.tryAgain, texts.quit],
          defaultId: 0,
        }).then((again) => (again ? server.start() : app.quit()));
      },
    });
    const quitting = createQuitting({
      app,
      isLive: () => live,
      confirm: () =>
        ask({
          message: texts.quitDuringLesson,
          detail: texts.quitDuringLessonDetail,
          buttons: [texts.quit, texts.stay],
          defaultId: 1,
        }),
      stopServer: () => server.stop(),
    });
    const windows = createWindows({
      makeWindow: electron.makeWindow,
      screen: electron.screen(),
      platform,
      preload,
      onCloseTeacher: () => quitting.mayClose(),
    });
    const reopen = ({ url, launchKey }: Ready): void => windows.openTeacher(url, launchKey);

    guardPermissions(electron.session(), origin);
    registerIpc({ ipcMain: electron.ipcMain, windows, origin });
    app.on('web-contents-created', (_event, contents) => {
      lockNavigation(contents, {
        origin,
        openWall: (lessonId) => windows.openWall(lessonId),
        openInBrowser: (url) => void electron.shell.openExternal(url),
      });
    });
    app.on('second-instance', () => windows.focusTeacher());
    app.on('activate', () => windows.focusTeacher());
    const actions = {
      closeWall: () => windows.closeWall(),
      showData: () => {
        if (ready) void electron.shell.openPath(ready.dataDir);
      },
    };
    electron.Menu.setApplicationMenu(
      electron.Menu.buildFromTemplate(menuTemplate({ texts, platform, actions })),
    );
    server.start();
  };

  void app.whenReady().then(begin);
}
