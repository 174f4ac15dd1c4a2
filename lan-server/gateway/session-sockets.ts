import type { Socket } from 'socket.io';

/** How often it is asked whether the sessions behind open connections still hold. */
const askEveryMs = 60_000;

type Cuttable = Pick<Socket, 'connected' | 'disconnect' | 'conn'>;

/** The live connections of each signed-in device. */
export type SessionSockets = {
  /** From the moment that the session was looked up: a device that is signed out while it is let in is cut off too. */
  hold(session: string, socket: Cuttable): void;
  /** Cuts what these sessions opened; sessions by the hash of their token. */
  cut(sessions: string[]): void;
  stop(): void;
};

/** Signing a device out ends its consoles and walls at once; a session that runs out ends them within a minute. */
export function createSessionSockets({
  stillSignedIn,
}: {
  stillSignedIn: (session: string) => Promise<boolean>;
}): SessionSockets {
  const held = new Map<string, Set<Cuttable>>();

  function cut(sessions: string[]) {
    for (const session of sessions) for (const socket of held.get(session) ?? []) end(socket);
  }

  async function ask() {
    for (const session of held.keys()) {
      // A database that cannot be read says nothing about who is signed in.
      if (!(await stillSignedIn(session).catch(() => true))) cut([session]);
    }
  }
  const asking = setInterval(() => void ask(), askEveryMs);
  asking.unref();

  return {
    hold(session, socket) {
      const sockets = held.get(session) ?? new Set();
      held.set(session, sockets.add(socket));
      socket.conn.once('close', () => {
        sockets.delete(socket);
        if (sockets.size === 0 && held.get(session) === sockets) held.delete(session);
      });
    },
    cut,
    stop: () => clearInterval(asking),
  };
}

function end(socket: Cuttable) {
  if (socket.connected) socket.disconnect(true);
  else socket.conn.close(true);
}
