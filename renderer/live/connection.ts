import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Ack, StudentCommand, TeacherCommand } from '../../lan-server/contract/commands.ts';
import { socketPath } from '../../lan-server/contract/paths.ts';
import type { WireError } from '../../lan-server/contract/rejections.ts';
import type { ClientEvents, Handshake, ServerEvents } from '../../lan-server/contract/sockets.ts';
import { delayBeforeTry } from './retry-delay.ts';

/**
 * `offline`: down since `since` (ms since 1970); the next try comes at `nextTryAt` on the clock of performance.now(), null
 * while one is under way. `refused`: the server said no and trying again by itself would not help (unknown code, not
 * signed in).
 */
export type LinkState =
  | { is: 'connecting' }
  | { is: 'online' }
  | { is: 'offline'; since: number; nextTryAt: number | null }
  | { is: 'refused'; error: WireError };

/** Refusals that pass by themselves: the connection keeps trying. */
const passing = new Set(['too_many', 'not_saved', 'internal']);

export type Connection = {
  link(): LinkState;
  /** Calls `listener` at each change of the link; returns the unsubscriber. */
  onLink(listener: (state: LinkState) => void): () => void;
  on<E extends keyof ServerEvents>(event: E, listener: ServerEvents[E]): void;
  /**
   * Sends a command and resolves with its acknowledgement, or null when none came within `timeoutMs`: then nobody knows
   * whether it was stored, and the same id must be sent again.
   */
  send(
    id: string,
    command: StudentCommand | TeacherCommand,
    timeoutMs?: number,
  ): Promise<Ack | null>;
  /** Tries at once instead of waiting for the next attempt. */
  retryNow(): void;
  /**
   * Begins again even where the connection looks whole: after a sleep nobody knows whether it is. The state stays what it was
   * until an attempt fails.
   */
  renew(): void;
  close(): void;
};

/**
 * Opens the live connection; it reconnects by itself, with jitter, so that a class does not come back all at once. `from`: the
 * program's address, for whom has none of its own as a page has.
 */
export function openConnection(handshake: Handshake, from?: string): Connection {
  const socket: Socket<ServerEvents, ClientEvents> = io(from as string, {
    path: socketPath,
    auth: handshake,
    // Websocket first; old school proxies only let polling through.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // Tried again below: the library keeps to itself when its next attempt comes, and a student wants to know.
    reconnection: false,
    timeout: 8000,
  });
  let state: LinkState = { is: 'connecting' };
  const listeners = new Set<(state: LinkState) => void>();
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let triedAt = performance.now();

  function change(next: LinkState) {
    state = next;
    for (const listener of listeners) listener(next);
  }

  const offlineSince = () => (state.is === 'offline' ? state.since : Date.now());

  function tryLater(tookMs: number) {
    const delay = delayBeforeTry(failures, tookMs);
    failures += 1;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(tryNow, delay);
    change({ is: 'offline', since: offlineSince(), nextTryAt: performance.now() + delay });
  }

  function tryNow() {
    clearTimeout(retryTimer);
    triedAt = performance.now();
    if (state.is === 'offline') change({ ...state, nextTryAt: null });
    else if (state.is === 'refused') change({ is: 'connecting' });
    // An attempt that hangs half-way would be kept by connect() alone.
    socket.disconnect().connect();
  }

  socket.on('connect', () => {
    failures = 0;
    change({ is: 'online' });
  });
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') tryLater(0);
  });
  socket.on('connect_error', (error: Error & { data?: WireError }) => {
    if (error.data && !passing.has(error.data.code)) {
      change({ is: 'refused', error: error.data });
    } else {
      tryLater(performance.now() - triedAt);
    }
  });

  return {
    link: () => state,
    onLink(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    on(event, listener) {
      socket.on(event, listener as never);
    },
    send(id, command, timeoutMs = 6000) {
      return new Promise((resolve) => {
        socket
          .timeout(timeoutMs)
          .emit('command', { id, command }, (error: Error | null, ack?: Ack) => {
            resolve(error || !ack ? null : ack);
          });
      });
    },
    retryNow() {
      if (!socket.connected) tryNow();
    },
    renew: tryNow,
    close() {
      clearTimeout(retryTimer);
      socket.disconnect();
      listeners.clear();
    },
  };
}
