import type { MenuItemConstructorOptions } from 'electron';
import type { Texts } from './texts.ts';

/** The application menu. Labels are given for every item: Electron's own are English on Windows and Linux. */
export function menuTemplate({
  texts,
  platform,
  actions,
}: {
  texts: Texts;
  platform: NodeJS.Platform;
  actions: { closeWall: () => void; showData: () => void };
}): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const forMac = (...items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    platform === 'darwin' ? items : [];

  return [
    {
      label: texts.appName,
      submenu: [
        { role: 'about', label: texts.about },
        line,
        { label: texts.showData, click: actions.showData },
        line,
        ...forMac(
          { role: 'hide', label: texts.hide },
          { role: 'hideOthers', label: texts.hideOthers },
          { role: 'unhide', label: texts.showAll },
          line,
        ),
        { role: 'quit', label: texts.quit },
      ],
    },
    {
      label: texts.edit,
      submenu: [
        { role: 'undo', label: texts.undo },
        { role: 'redo', label: texts.redo },
        line,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
      ],
    },
    {
      label: texts.view,
      submenu: [
        { label: texts.closeWall, click: actions.closeWall },
        line,
        { role: 'resetZoom', label: texts.actualSize },
        { role: 'zoomIn', label: texts.zoomIn },
        { role: 'zoomOut', label: texts.zoomOut },
        { role: 'togglefullscreen', label: texts.fullScreen },
        line,
        { role: 'reload', label: texts.reload },
        { role: 'toggleDevTools', label: texts.developerTools },
      ],
    },
    { label: texts.window, submenu: [{ role: 'minimize', label: texts.minimise }] },
  ];
}
