import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { channels } from './channels.ts';
import { isLessonId, isOwn } from './security.ts';
import type { Windows } from './windows.ts';

/** What a page gets back: whether it was done, and how the displays stand now. */
export type Reply = { ok: false } | { ok: true; displays: ReturnType<Windows['displays']> };

/**
 * Opens the three channels. Only the main frame of one of our own pages is heard, and only with an argument that
 * makes sense; everything else gets `{ ok: false }`.
 */
export function registerIpc({
  ipcMain,
  windows,
  origin,
}: {
  ipcMain: Pick<IpcMain, 'handle'>;
  windows: Pick<Windows, 'openWall' | 'closeWall' | 'displays'>;
  origin: () => string | undefined;
}): void {
  const handle = (channel: string, act: (argument: unknown) => boolean): void => {
    ipcMain.handle(channel, (event, argument: unknown): Reply => {
      if (!isHeard(event, origin()) || !act(argument)) return { ok: false };
      return { ok: true, displays: windows.displays() };
    });
  };

  handle(channels.openWall, (lessonId) => {
    if (!isLessonId(lessonId)) return false;
    windows.openWall(lessonId);
    return true;
  });
  handle(channels.closeWall, () => {
    windows.closeWall();
    return true;
  });
  handle(channels.displays, () => true);
}

function isHeard({ senderFrame }: IpcMainInvokeEvent, origin: string | undefined): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url, origin);
}
