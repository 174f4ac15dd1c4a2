import type { NetworkInterfaceInfo } from 'node:os';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lanAddresses, urlHost, watchAddresses } from '../../lan-server/network/addresses.ts';

function adapter(
  address: string,
  { mac = '5c:e9:1e:00:00:01', netmask = '255.255.255.0', internal = false } = {},
): NetworkInterfaceInfo {
  return address.includes(':')
    ? { address, netmask: 'ffff:ffff::', family: 'IPv6', mac, internal, cidr: null, scopeid: 0 }
    : { address, netmask, family: 'IPv4', mac, internal, cidr: null };
}
const loopback = { lo: [adapter('127.0.0.1', { internal: true })] };
const digits = (interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>) =>
  lanAddresses(() => interfaces).map(({ address }) => address);

describe('which address the wall shows', () => {
  test('Wi-Fi comes before the cable, and both before containers and tunnels on Linux', () => {
    const interfaces = {
      ...loopback,
      docker0: [adapter('172.17.0.1', { mac: '02:42:ac:11:00:01' })],
      tun0: [adapter('10.8.0.2', { netmask: '255.255.255.255' })],
      veth12ab: [adapter('172.18.0.1')],
      enp3s0: [adapter('10.0.0.7')],
      wlp2s0: [adapter('192.168.1.20')],
    };
    expect(digits(interfaces)).toEqual([
      '192.168.1.20',
      '10.0.0.7',
      '172.17.0.1',
      '172.18.0.1',
      '10.8.0.2',
    ]);
  });

  test('the names of Windows are understood: vEthernet is not Ethernet, a starred connection is the hotspot', () => {
    const interfaces = {
      'vEthernet (WSL)': [adapter('172.29.16.1')],
      'VirtualBox Host-Only Network': [adapter('192.168.56.1')],
      Tailscale: [adapter('100.101.102.103')],
      'Local Area Connection* 10': [adapter('192.168.137.1')],
      Ethernet: [adapter('10.1.1.5')],
      'Wi-Fi': [adapter('192.168.0.9')],
    };
    expect(lanAddresses(() => interfaces).map(({ kind }) => kind)).toEqual([
      'wifi',
      'wired',
      'hotspot',
      'virtual',
      'virtual',
      'vpn',
    ]);
  });

  test('the first adapter of a Mac counts as Wi-Fi and the ones of its own radio games come late', () => {
    const interfaces = {
      utun3: [adapter('10.9.9.9')],
      bridge100: [adapter('192.168.64.1')],
      en5: [adapter('10.0.0.3')],
      en0: [adapter('192.168.1.5')],
    };
    expect(digits(interfaces)).toEqual(['192.168.1.5', '10.0.0.3', '192.168.64.1', '10.9.9.9']);
  });

  test('an address that the machine gave itself comes after every real network', () => {
    const interfaces = { wlan0: [adapter('169.254.3.4')], eth0: [adapter('10.0.0.7')] };
    expect(digits(interfaces)).toEqual(['10.0.0.7', '169.254.3.4']);
  });

  test('IPv6 is given only without any IPv4, and never an address that needs a zone', () => {
    const six = [adapter('fe80::1'), adapter('fd12::5')];
    expect(digits({ wlan0: [...six, adapter('192.168.1.2')] })).toEqual(['192.168.1.2']);
    expect(digits({ wlan0: six })).toEqual(['fd12::5']);
  });

  test('without a network only this machine can open the page, and the address says so', () => {
    expect(lanAddresses(() => loopback)).toMatchObject([
      { address: '127.0.0.1', lanReachable: false },
    ]);
  });

  test('an IPv6 address stands in brackets in a URL', () => {
    expect(urlHost({ address: 'fd12::5', family: 'IPv6' })).toBe('[fd12::5]');
    expect(urlHost({ address: '10.0.0.7', family: 'IPv4' })).toBe('10.0.0.7');
  });
});

describe('watching the addresses', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('a change of network is reported once, and nothing after stop', () => {
    let interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = { wlan0: [adapter('192.168.1.20')] };
    const seen: string[][] = [];
    const watch = watchAddresses({
      intervalMs: 1000,
      interfaces: () => interfaces,
      onChange: (addresses) => seen.push(addresses.map(({ address }) => address)),
    });

    vi.advanceTimersByTime(5000);
    expect(seen).toEqual([]);

    interfaces = { wlan0: [adapter('10.20.30.40')] };
    vi.advanceTimersByTime(5000);
    expect(seen).toEqual([['10.20.30.40']]);
    expect(watch.current()[0]?.address).toBe('10.20.30.40');

    interfaces = {};
    watch.check();
    expect(seen.at(-1)).toEqual(['127.0.0.1']);

    watch.stop();
    interfaces = { wlan0: [adapter('10.20.30.41')] };
    vi.advanceTimersByTime(5000);
    expect(seen).toHaveLength(2);
  });
});
