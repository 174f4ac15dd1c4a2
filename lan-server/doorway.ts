import type { Door } from './contract/frames.ts';
import { urlHost } from './network/addresses.ts';
import type { LanAddress } from './network/addresses.ts';

/** How this program is reached now. */
export type Doorway = {
  /** Best first, without port; empty when no other device can reach this one. */
  addresses(): string[];
  /** What students type or scan, best first. */
  joinUrls(): string[];
  /** The mDNS name that is really held, with port; null when there is none. */
  name(): string | null;
  door(code: string): Door;
};

/** Puts addresses, port and name together; all three may change while the program runs. */
export function createDoorway(deps: {
  port: () => number;
  addresses: () => LanAddress[];
  heldName: () => string | null;
}): Doorway {
  const { port, heldName } = deps;
  const reachable = () => deps.addresses().filter(({ lanReachable }) => lanReachable);
  // The port of the web itself need not be typed.
  const withPort = (host: string) => (port() === 80 ? host : `${host}:${port()}`);
  const first = () => reachable()[0] ?? null;
  return {
    addresses: () => reachable().map(({ address }) => address),
    joinUrls: () => reachable().map((address) => `http://${withPort(urlHost(address))}/`),
    name() {
      const held = heldName();
      return held === null ? null : withPort(held);
    },
    door(code) {
      const best = first();
      const address = best === null ? null : withPort(urlHost(best));
      const held = heldName();
      return {
        code,
        address,
        url: `http://${address ?? withPort('127.0.0.1')}/j/${code}`,
        name: held === null ? null : withPort(held),
      };
    },
  };
}
