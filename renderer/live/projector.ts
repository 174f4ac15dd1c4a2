import { useMemo, useSyncExternalStore } from 'react';
import type { ProjectorFrame } from '../../lan-server/contract/frames.ts';
import type { LessonId } from '../../lan-server/contract/ids.ts';
import type { ServerEvents } from '../../lan-server/contract/sockets.ts';
import { browserPreload } from '../images/browser-preload.ts';
import { openConnection } from './connection.ts';
import type { Connection, LinkState } from './connection.ts';

/** All that the wall knows at one moment. */
export type ProjectorLesson = {
  link: LinkState;
  /** The newest picture, kept while the link is down; null until the first has come. */
  frame: ProjectorFrame | null;
};

export type ProjectorLessonStore = {
  subscribe: (listener: () => void) => () => void;
  snapshot: () => ProjectorLesson;
};

/**
 * Keeps the newest frame that one wall's connection hears. The connection is opened for the first listener and closed
 * after the last; the picture stays for whoever listens next.
 */
export function createProjectorLesson(
  open: () => Connection,
  onImages: (names: readonly string[]) => void = () => {},
): ProjectorLessonStore {
  let state: ProjectorLesson = { link: { is: 'connecting' }, frame: null };
  let connection: Connection | null = null;
  // Sequence numbers hold within one connection: after a restart the program may count anew.
  let newest = -1;
  const listeners = new Set<() => void>();

  function change(next: Partial<ProjectorLesson>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function listen(opened: Connection) {
    opened.onLink((link) => {
      if (link.is !== 'online') newest = -1;
      change({ link });
    });
    opened.on('images', onImages);
    opened.on('frame', (frame) => {
      if (!isProjectorFrame(frame) || frame.seq < newest) return;
      newest = frame.seq;
      change({ frame });
    });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (!connection) {
        connection = open();
        listen(connection);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        connection?.close();
        connection = null;
        newest = -1;
        state = { ...state, link: { is: 'connecting' } };
      };
    },
    snapshot: () => state,
  };
}

function isProjectorFrame(frame: Parameters<ServerEvents['frame']>[0]): frame is ProjectorFrame {
  return 'names' in frame.view;
}

/** The wall's live connection to one lesson, open while what shows it is there. */
export function useProjectorLesson(lessonId: LessonId): ProjectorLesson {
  const store = useMemo(
    () =>
      createProjectorLesson(() => openConnection({ as: 'projector', lessonId }), browserPreload()),
    [lessonId],
  );
  return useSyncExternalStore(store.subscribe, store.snapshot);
}
