import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** A phone that has lost the Wi-Fi never says goodbye; the others need a moment to hear that the program goes. */
const goodbyeMs = 500;
/** The longest that the network may keep the program from ending. */
const patienceMs = 2000;

/**
 * Follows the server's connections and gives what ends them: waits for `goodbyes` for a moment, then cuts the rest off.
 * Never rejects, and never takes longer than two seconds.
 */
export function createClosing(server: Server): (goodbyes: Promise<unknown>) => Promise<void> {
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });

  return async (goodbyes) => {
    const done = goodbyes.then(
      () => {},
      () => {},
    );
    const cut = setTimeout(() => {
      for (const socket of connections) socket.destroy();
    }, goodbyeMs);
    let giveUp: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      giveUp = setTimeout(resolve, patienceMs);
    });
    await Promise.race([done, patience]);
    clearTimeout(cut);
    clearTimeout(giveUp);
  };
}
