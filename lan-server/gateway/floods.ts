import type { Server as HttpServer } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';
import { createRateLimit } from './rate.ts';

/**
 * A school can come from one address: a thousand phones with a few connections each while the page loads, one afterwards. More
 * than that is a machine.
 */
const mostConnections = 4000;
/** Ways in, and requests, from one address: the thousand at once, several times over. */
const handshakeRate = { points: 6000, seconds: 30 };
const requestRate = { points: 20_000, seconds: 40 };

/** A phone sends a packet every few seconds, a hurried console some a second; in points. */
const packetRate = { points: 400, seconds: 10 };
/** The wish for a lesson follows the handshake at once; whoever says nothing only holds a place. In ms. */
const firstWordMs = 10_000;
/** So many bytes cost a further point: an answer has 200, the largest packet 64 KB. */
const bytesAPoint = 4096;

export type Floods = {
  /** Whether this address may open one more live connection now. */
  mayConnect(address: string | undefined): boolean;
  /** Whether this address may ask for one more page or route now. */
  mayAsk(address: string | undefined): boolean;
  /** Counts all that a live connection sends, whatever it is, and cuts it off where it is a flood. */
  watch(connection: Counted): void;
};

/** The engine's end of a live connection. */
type Counted = {
  request: { socket: { destroy(): void } };
  on(event: 'packet', listener: (packet: { type: string; data?: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  close(discard: boolean): void;
};

/** What one address and one connection may cost. IPv6 addresses count by their network. */
export function createFloods(now: () => number = () => performance.now()): Floods {
  const handshakes = createRateLimit(handshakeRate, now);
  const requests = createRateLimit(requestRate, now);
  const perMs = packetRate.points / (packetRate.seconds * 1000);

  return {
    mayConnect: (address) => handshakes.take(networkOf(address)),
    mayAsk: (address) => requests.take(networkOf(address)),
    watch(connection) {
      // No key, no table: a connection's own two numbers go with it.
      const { socket } = connection.request;
      // At once: whoever floods would not answer a goodbye, and could go on meanwhile.
      const cut = () => {
        connection.close(true);
        socket.destroy();
      };
      let left = packetRate.points;
      let at = now();
      const silent = setTimeout(cut, firstWordMs);
      silent.unref();
      connection.on('close', () => clearTimeout(silent));
      connection.on('packet', ({ type, data }) => {
        if (type === 'message') clearTimeout(silent);
        const time = now();
        left =
          Math.min(packetRate.points, left + (time - at) * perMs) - 1 - sizeOf(data) / bytesAPoint;
        at = time;
        if (left < 0) cut();
      });
    },
  };
}

/** Lets one address open so many connections at a time; further ones are closed before a byte is read. */
export function limitConnections(server: HttpServer, most = mostConnections): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const network = networkOf(socket.remoteAddress);
    const count = (open.get(network) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      return;
    }
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}

/** The address as it is counted: one IPv6 device has as many addresses as it likes. */
export function networkOf(address: string | undefined): string {
  return address === undefined ? '' : ipKeyGenerator(address);
}

function sizeOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}
