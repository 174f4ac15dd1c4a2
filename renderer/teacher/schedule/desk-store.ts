import type { DeskFrame } from '../../../lan-server/contract/schedule.ts';
import type { Connection } from '../../live/connection.ts';

/** What runs and what comes, as the teacher's window heard it last. */
export type Desk = {
  /** null until the first frame has come. */
  frame: DeskFrame | null;
  /** When it came, on the clock of performance.now(). */
  at: number;
};

export type DeskStore = {
  /** The first listener opens the connection; it closes when the last one has left. */
  subscribe: (listener: () => void) => () => void;
  snapshot: () => Desk;
};

/** A session that has ended may come back on this page: it is asked again so often, in ms. */
const askAgainMs = 8000;

/** Keeps the newest of what the connection to the desk hears. */
export function createDeskStore(
  connect: () => Pick<Connection, 'on' | 'onLink' | 'renew' | 'close'>,
  timers: { set(run: () => void, ms: number): number; clear(timer: number): void },
): DeskStore {
  let desk: Desk = { frame: null, at: 0 };
  let close: (() => void) | null = null;
  const listeners = new Set<() => void>();

  function open(): () => void {
    const connection = connect();
    let asking: number | undefined;
    connection.on('desk', (frame) => {
      desk = { frame, at: performance.now() };
      for (const listener of listeners) listener();
    });
    connection.onLink((link) => {
      timers.clear(asking ?? 0);
      if (link.is === 'refused') asking = timers.set(connection.renew, askAgainMs);
    });
    return () => {
      timers.clear(asking ?? 0);
      connection.close();
    };
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      close ??= open();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        close?.();
        close = null;
      };
    },
    snapshot: () => desk,
  };
}
