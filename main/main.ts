import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  screen,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { startDesktop } from './desktop.ts';

// The only file that touches Electron at run time; everything else is given what it needs, and is tested over fakes.
startDesktop({
  app,
  makeWindow: (options) => new BrowserWindow(options),
  dialog,
  ipcMain,
  Menu,
  powerSaveBlocker,
  screen: () => screen,
  session: () => session.defaultSession,
  shell,
  utilityProcess,
  platform: process.platform,
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  entry: join(import.meta.dirname, '..', 'server', 'entry.js'),
  preload: join(import.meta.dirname, 'preload.cjs'),
});
