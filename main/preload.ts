import { contextBridge, ipcRenderer } from 'electron';
import { channels } from './channels.ts';

// The teacher's page finds this as `window.chalkboxDesktop`; in a browser there is none.
contextBridge.exposeInMainWorld('chalkboxDesktop', {
  openWall: (lessonId: string) => ipcRenderer.invoke(channels.openWall, lessonId),
  closeWall: () => ipcRenderer.invoke(channels.closeWall),
  displays: () => ipcRenderer.invoke(channels.displays),
});
