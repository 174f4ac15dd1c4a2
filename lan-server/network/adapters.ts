import type { NetworkInterfaceInfo } from 'node:os';

/**
 * What an adapter is for. `virtual` leads to containers and virtual machines on the same laptop,
 * `vpn` to a network elsewhere: students are on neither.
 */
export type AdapterKind = 'wifi' | 'wired' | 'hotspot' | 'other' | 'virtual' | 'vpn';

// Names are all that the system tells without rights. The order matters: `vEthernet` is not Ethernet.
const NAMES: [RegExp, AdapterKind][] = [
  [
    /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|podman|cali|kube|dummy|ifb)/i,
    'virtual',
  ],
  [/vethernet|virtualbox|vmware|hyper-v|host-only|\bwsl\b|default switch|pseudo/i, 'virtual'],
  [/^(awdl|llw|anpi|ap\d|gif|stf)/, 'virtual'],
  [/^(tun|tap|wg|ppp|utun|ipsec|zt|tailscale|nordlynx|proton|mullvad|gpd|cscotun)/i, 'vpn'],
  [/vpn|tailscale|wireguard|zerotier|wintun|tap-|anyconnect|globalprotect/i, 'vpn'],
  // Windows calls its own hotspot so, macOS bridges its shared connection.
  [/^local area connection\* ?\d+|^lan-verbindung\* ?\d+|^bridge\d+|mobile hotspot/i, 'hotspot'],
  [/^wl|wi-?fi|wlan|wireless|drahtlos|sans fil|inal[aá]mbric|airport/i, 'wifi'],
  [
    /^(eth|en|em\d|usb|lan)|ethernet|local area connection|lokal|r[eé]seau local|[aá]rea local/i,
    'wired',
  ],
];

/**
 * Guesses an adapter's kind from its name, its hardware address and its netmask.
 * A wrong guess only costs the order: every address stays in the list.
 */
export function adapterKind(
  name: string,
  { mac, netmask, address }: Pick<NetworkInterfaceInfo, 'mac' | 'netmask' | 'address'>,
): AdapterKind {
  // Docker builds the hardware addresses of its bridges and containers with this prefix.
  if (mac.startsWith('02:42:')) return 'virtual';
  // A network of one machine is a tunnel; 100.64.0.0/10 on a laptop is the range of Tailscale and its like.
  if (netmask === '255.255.255.255' || isCarrierGrade(address)) return 'vpn';
  const byName = NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
  // macOS names Wi-Fi and cable alike; on its laptops the first one is Wi-Fi.
  return byName === 'wired' && name === 'en0' ? 'wifi' : byName;
}

function isCarrierGrade(address: string): boolean {
  const [first, second] = address.split('.').map(Number);
  return first === 100 && second !== undefined && second >= 64 && second <= 127;
}
