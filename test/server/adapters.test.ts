// Which address goes onto printed tickets: that of the hall's network, not of a virtual machine or a tunnel, on any system.
import { describe, expect, it } from 'vitest';
import { lanAddresses, type Interfaces } from '../../server/addresses.ts';

const REAL_MAC = '3c:22:fb:10:20:30';
const HALL = '192.168.1.23';

interface Row {
  readonly name: string;
  readonly address: string;
  readonly mac?: string;
  readonly netmask?: string;
}

/** In the order in which the system lists them. */
function sorted(rows: readonly Row[]): readonly string[] {
  const interfaces = Object.fromEntries(
    rows.map(({ name, address, mac = REAL_MAC, netmask = '255.255.255.0' }) => [
      name,
      [{ address, mac, netmask, family: 'IPv4', internal: false, cidr: null }],
    ]),
  );
  return lanAddresses('0.0.0.0', interfaces as Interfaces);
}

const first = (rows: readonly Row[]) => sorted(rows)[0];

/** Names of what is not the hall's network, on Windows in Chinese and English, macOS and Linux. */
const VIRTUAL_NAMES = [
  ...['VMware Network Adapter VMnet8', 'VMware Network Adapter VMnet1', 'vmnet8'],
  ...['VirtualBox Host-Only Network', 'VirtualBox Host-Only Ethernet Adapter #2', 'vboxnet0'],
  ...['vEthernet (WSL)', 'vEthernet (WSL (Hyper-V firewall))', 'vEthernet (Default Switch)'],
  ...['Bluetooth 网络连接', '蓝牙网络连接', 'Bluetooth Network Connection 2', 'bnep0'],
  ...['Npcap Loopback Adapter', 'ZeroTier One [8056c2e21c000001]', 'ztly5zqv3p', 'Tailscale'],
  ...[
    'WireGuard Tunnel',
    'wg0',
    'OpenVPN TAP-Windows6',
    'OpenVPN Wintun',
    'OpenVPN Data Channel Offload',
  ],
  ...[
    'Cisco AnyConnect Secure Mobility Client Connection',
    'SangforVPN',
    '深信服VPN',
    'FortiClient VPN',
  ],
  ...[
    'Clash',
    'Meta',
    'Mihomo',
    'wintun',
    'singbox_tun',
    'tun0',
    'tap0',
    'ppp0',
    'utun4',
    'ipsec0',
  ],
  ...[
    'bridge100',
    'awdl0',
    'llw0',
    'docker0',
    'br-7f3a9c',
    'virbr0',
    'veth12ab',
    'Parallels Shared #1',
  ],
];
const REAL_NAMES = [
  ...[
    'WLAN',
    'WLAN 2',
    'Wi-Fi',
    'Wi-Fi 3',
    '无线网络连接',
    '以太网',
    '以太网 2',
    'Ethernet',
    'Ethernet 4',
  ],
  ...[
    '本地连接',
    '本地连接 2',
    'Local Area Connection',
    'en0',
    'en7',
    'eth0',
    'enp3s0',
    'eno1',
    'enx00e04c',
  ],
  ...['wlan0', 'wlp2s0', 'wlx1c61b4'],
];

describe('the address for tickets', () => {
  it.each(VIRTUAL_NAMES)('comes from the hall’s network, not from %s', (name) => {
    const mac = name.startsWith('vEthernet') ? '00:15:5d:01:02:03' : REAL_MAC;
    const virtual = { name, address: '192.168.56.1', mac };
    for (const real of REAL_NAMES)
      expect(first([virtual, { name: real, address: HALL }]), real).toBe(HALL);
    // Also from an adapter whose name says nothing.
    expect(first([virtual, { name: '网络 5', address: HALL }])).toBe(HALL);
  });

  it.each([
    ['VMware', '00:50:56:c0:00:08'],
    ['VMware', '00:0C:29:aa:bb:cc'],
    ['VMware', '00:05:69:aa:bb:cc'],
    ['VirtualBox', '0a:00:27:00:00:0b'],
    ['VirtualBox', '08:00:27:aa:bb:cc'],
    ['Hyper-V', '00:15:5d:aa:bb:cc'],
    ['Parallels', '00:1c:42:00:00:08'],
    ['TAP-Windows', '00:ff:7a:12:34:56'],
    ['AnyConnect', '00:05:9a:3c:7a:00'],
    ['FortiClient', '00:09:0f:fe:00:01'],
    ['a tunnel without hardware', '00:00:00:00:00:00'],
  ])('is told by the hardware address of %s where the name is 以太网 2', (_, mac) => {
    for (const name of ['以太网 2', 'Ethernet 2', 'eth1'])
      expect(
        first([
          { name, address: '10.8.0.2', mac },
          { name: 'WLAN', address: HALL },
        ]),
      ).toBe(HALL);
  });

  it.each([
    ['198.18.0.1', '255.255.255.252'],
    ['100.101.1.2', '255.255.255.0'],
    ['10.33.7.9', '255.255.255.255'],
  ])('is not %s / %s, which only tunnels have', (address, netmask) => {
    const tunnel = { name: '以太网 3', address, netmask };
    expect(first([tunnel, { name: 'WLAN', address: HALL }])).toBe(HALL);
  });

  it('comes from a hotspot of the computer only where there is no network of the hall', () => {
    const hotspot = { name: '本地连接* 10', address: '192.168.137.1' };
    const vmware = { name: 'VMware Network Adapter VMnet8', address: '192.168.56.1' };
    const english = { ...hotspot, name: 'Local Area Connection* 2' };
    for (const one of [hotspot, english]) {
      expect(first([one, { name: 'WLAN', address: HALL }])).toBe(HALL);
      expect(first([vmware, one])).toBe('192.168.137.1');
    }
  });

  it('may come from Hyper-V’s switch to the outside, which bears the adapter’s own hardware address', () => {
    const outside = { name: 'vEthernet (外部)', address: HALL };
    const inner = { name: 'vEthernet (WSL)', address: '172.20.0.1', mac: '00:15:5d:01:02:03' };
    expect(first([inner, outside])).toBe(HALL);
    expect(
      first([
        { name: 'vEthernet (WSL)', address: '172.20.0.1', mac: '00:15:5D:01:02:03' },
        outside,
      ]),
    ).toBe(HALL);
  });

  it('is a virtual machine’s own where the server is one, before its containers', () => {
    const guest = { name: 'ens33', address: HALL, mac: '00:0c:29:aa:bb:cc' };
    const docker = { name: 'docker0', address: '172.17.0.1', mac: '02:42:ac:11:00:01' };
    expect(sorted([docker, guest])).toEqual([HALL, '172.17.0.1']);
  });

  it('leaves real adapters in the system’s order, and drops none', () => {
    const rows = [
      { name: 'vEthernet (Default Switch)', address: '172.20.0.1', mac: '00:15:5d:01:02:03' },
      { name: '以太网', address: '10.0.0.7' },
      { name: 'Meta', address: '198.18.0.1', mac: '00:00:00:00:00:00' },
      { name: 'WLAN', address: HALL },
      { name: '网络 7', address: '10.9.9.9' },
    ];
    expect(sorted(rows)).toEqual(['10.0.0.7', HALL, '10.9.9.9', '172.20.0.1', '198.18.0.1']);
  });
});
