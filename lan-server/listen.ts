import type { Server } from 'node:http';

/** How many ports after the wanted one are tried. */
const portsToTry = 20;

/** The port that was got; `wanted` differs where that one was taken. */
export type Listening = { port: number; wanted: number };

/**
 * Listens on `wanted` or, where it is taken, on the next free port after it (0 = any). Rejects when none of twenty is free or
 * the address is not this machine's.
 */
export async function listen(
  server: Server,
  wanted: number,
  host: string | undefined,
): Promise<Listening> {
  const last = wanted === 0 ? 0 : Math.min(65_535, wanted + portsToTry - 1);
  for (let port = wanted; port <= last; port += 1) {
    const got = await tryPort(server, port, host);
    if (got !== null) return { port: got, wanted };
  }
  throw new PortsTaken(wanted, last);
}

/** All ports that were tried are taken. */
export class PortsTaken extends Error {
  readonly from: number;
  readonly to: number;
  constructor(from: number, to: number) {
    super(`Ports ${from} to ${to} are all taken.`);
    this.from = from;
    this.to = to;
  }
}

function tryPort(server: Server, port: number, host: string | undefined): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', succeeded);
      // EACCES: a port that only the system may use; a higher one will do as well.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    };
    const succeeded = () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    server.once('error', failed);
    server.once('listening', succeeded);
    server.listen({ port, ...(host === undefined ? {} : { host }) });
  });
}
