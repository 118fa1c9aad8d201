// Which of the machine's network adapters a phone in the hall is likely to reach: real Wi-Fi and Ethernet before what
// virtual machines and tunnels bring along. Nothing is ruled out; an order is all that can be said from here.
import type { NetworkInterfaceInfo } from 'node:os';

/** As the system calls it (`以太网 2`, `wlan0`), with one of its addresses. */
export type Adapter = Pick<NetworkInterfaceInfo, 'address' | 'netmask' | 'mac'> & {
  readonly name: string;
};

/**
 * The likelier, the lower. 0: named like Wi-Fi or Ethernet. 1: nothing known. 2: named so, but with the hardware address
 * of virtual machines and tunnels, as a server has that is such a machine itself; or the computer's own hotspot. 3: a
 * tunnel or a virtual network by its name, or by an address that only such have.
 */
export function unlikeliness({ name, address, netmask, mac }: Adapter): 0 | 1 | 2 | 3 {
  const hardware = mac.toLowerCase();
  const isHostSwitch = VETHERNET.test(name) && !hardware.startsWith(HYPER_V);
  if (hardware === NO_HARDWARE || netmask === ONE_ADDRESS || isTunnels(address)) return 3;
  if (VIRTUAL.test(name) || (VETHERNET.test(name) && !isHostSwitch)) return 3;
  if (HOTSPOT.test(name) || VIRTUAL_HARDWARE.some((prefix) => hardware.startsWith(prefix)))
    return 2;
  return isHostSwitch || REAL.test(name) ? 0 : 1;
}

/** Wi-Fi, Ethernet and Windows' old names for both; wl*, en*, eth* elsewhere. */
const REAL =
  /^(wi-?fi|wlan|wl[a-z0-9]*$|无线|無線|以太网|乙太網|有线|ethernet|eth\d|en[a-z0-9]*$|em\d|本地连接|區域連線|local area connection|lan\b)/i;

/** Wi-Fi Direct, which Windows' mobile hotspot uses as well. */
const HOTSPOT = /^(本地连接|區域連線|local area connection)\s*\*/i;

/** Of Hyper-V. A switch to the outside takes over the hardware address of the adapter behind it, and is the way out. */
const VETHERNET = /^vethernet\b/i;
const HYPER_V = '00:15:5d';

const VIRTUAL = new RegExp(
  [
    // Unix: bridges, containers, tunnels, Apple's own links between devices.
    '^(docker|podman|br-|veth(?!ernet)|virbr|vmnet|vboxnet|vnic|lxc|lxd|cni|flannel|cali|kube|dummy|ifb|bridge|utun|tun|tap|wg|tailscale|zt|ppp|ipsec|gif|stf|llw|awdl|anpi|bnep|pan\\d)',
    // Virtual machines, loopback, Bluetooth.
    'vmware|vmnet|virtual|虚拟|虛擬|vbox|hyper-v|\\bwsl\\b|default switch|parallels|host-only|loopback|环回|npcap|bluetooth|蓝牙|藍牙',
    // Tunnels by what they are, by whom they are from, and what carries traffic past a firewall.
    'vpn|tunnel|隧道|teredo|isatap|\\btap\\b|tap-windows|wintun|wireguard|tailscale|zerotier|hamachi|radmin|easytier|netbird|n2n|anyconnect|cisco|forti|pulse secure|juniper|globalprotect|pangp|sangfor|深信服|easyconnect|atrust|openconnect|softether|nordlynx|warp|蒲公英|向日葵|oray',
    'clash|mihomo|\\bmeta\\b|sing-?box|v2ray|xray|nekoray|hiddify',
  ].join('|'),
  'i',
);

/** Point to point: a tunnel has no hardware, and often a network of one address. */
const NO_HARDWARE = '00:00:00:00:00:00';
const ONE_ADDRESS = '255.255.255.255';

const VIRTUAL_HARDWARE: readonly string[] = [
  // VMware, VirtualBox in a guest and on its host, Hyper-V, Parallels, Docker.
  ...['00:50:56', '00:0c:29', '00:05:69', '08:00:27', '0a:00:27', HYPER_V, '00:1c:42', '02:42'],
  // TAP-Windows (OpenVPN and many others), AnyConnect, FortiClient, Pulse, Npcap's loopback.
  ...['00:ff', '00:05:9a:3c', '00:09:0f:aa', '00:09:0f:fe', '02:05:85:7f', '02:00:4c:4f:4f:50'],
];

/** 100.64.0.0/10, where Tailscale and mobile carriers live, and 198.18.0.0/15, which proxies give to their own adapter. */
function isTunnels(address: string): boolean {
  const [first, second = 0] = address.split('.').map(Number);
  return (first === 100 && second >= 64 && second < 128) || (first === 198 && second >> 1 === 9);
}
