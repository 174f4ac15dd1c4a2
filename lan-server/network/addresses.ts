import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { adapterKind, type AdapterKind } from './adapters.ts';

/** An address under which this machine can be asked for a page. */
export type LanAddress = {
  /** As digits: `192.168.1.20` or `fd00::1`, never with brackets or a zone. */
  address: string;
  family: 'IPv4' | 'IPv6';
  /** The adapter's name as the system has it: `wlan0`, `Wi-Fi`, `en0`. */
  adapter: string;
  kind: AdapterKind | 'loopback';
  /** False for 127.0.0.1, which is given only when there is nothing else: no other device can open it. */
  lanReachable: boolean;
};

/** What `os.networkInterfaces()` gives; tests bring their own. */
export type Interfaces = () => NodeJS.Dict<NetworkInterfaceInfo[]>;

const LOOPBACK: LanAddress = {
  address: '127.0.0.1',
  family: 'IPv4',
  adapter: 'loopback',
  kind: 'loopback',
  lanReachable: false,
};

// Students sit in the Wi-Fi; a cable comes next because it usually leads to the same network.
const KIND_RANK: Record<AdapterKind, number> = {
  wifi: 0,
  wired: 1,
  hotspot: 2,
  other: 3,
  virtual: 5,
  vpn: 6,
};
// An address that the machine gave itself (no DHCP answered) is worse than any real network but
// better than an adapter that no other device is on.
const SELF_ASSIGNED_RANK = 4;

/**
 * The addresses of this machine, best first. IPv6 is given only when there is no IPv4 at all, because
 * an IPv6 address can hardly be typed from a wall. Never empty: 127.0.0.1 stands alone when nothing else exists.
 */
export function lanAddresses(interfaces: Interfaces = networkInterfaces): LanAddress[] {
  const found = Object.entries(interfaces()).flatMap(([adapter, infos = []]) =>
    infos.filter((info) => !info.internal).map((info) => ({ adapter, info })),
  );
  const usable = [
    found.filter(({ info }) => info.family === 'IPv4'),
    found.filter(({ info }) => info.family === 'IPv6' && isRoutable(info)),
  ].find((family) => family.length > 0);
  if (!usable) return [LOOPBACK];

  return usable
    .map(({ adapter, info }, position) => {
      const kind = adapterKind(adapter, info);
      return { rank: rank(kind, info), position, entry: toLanAddress(adapter, kind, info) };
    })
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .map(({ entry }) => entry);
}

/** The address as it stands in a URL: IPv6 in brackets. */
export function urlHost({ address, family }: Pick<LanAddress, 'address' | 'family'>): string {
  return family === 'IPv6' ? `[${address}]` : address;
}

export type AddressWatch = {
  /** The addresses as last seen. */
  current(): LanAddress[];
  /** Looks now instead of at the next interval (after the laptop woke up, for instance). */
  check(): void;
  stop(): void;
};

/**
 * Looks every `intervalMs` milliseconds and reports when the list or its order changed.
 * Node has no event for it. The timer does not keep the process alive.
 */
export function watchAddresses({
  intervalMs = 3000,
  interfaces = networkInterfaces,
  onChange,
}: {
  intervalMs?: number;
  interfaces?: Interfaces;
  onChange: (addresses: LanAddress[]) => void;
}): AddressWatch {
  let current = lanAddresses(interfaces);

  const check = (): void => {
    const next = lanAddresses(interfaces);
    if (fingerprint(next) === fingerprint(current)) return;
    current = next;
    onChange(next);
  };
  const timer = setInterval(check, intervalMs);
  timer.unref();

  return { current: () => current, check, stop: () => clearInterval(timer) };
}

function toLanAddress(
  adapter: string,
  kind: AdapterKind,
  { address, family }: NetworkInterfaceInfo,
): LanAddress {
  return { address, family, adapter, kind, lanReachable: true };
}

function rank(kind: AdapterKind, info: NetworkInterfaceInfo): number {
  const selfAssigned = info.family === 'IPv4' && info.address.startsWith('169.254.');
  return selfAssigned ? Math.max(SELF_ASSIGNED_RANK, KIND_RANK[kind]) : KIND_RANK[kind];
}

// A link-local IPv6 address needs a zone that a browser's address bar does not take.
function isRoutable({ address }: NetworkInterfaceInfo): boolean {
  return !/^fe[89ab]/i.test(address) && address !== '::1';
}

function fingerprint(addresses: LanAddress[]): string {
  return addresses.map(({ adapter, address }) => `${adapter} ${address}`).join('\n');
}
