// Where this server is reached: the machine's addresses, the one that goes into QR codes, the origins that may post.
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { unlikeliness } from './adapters.ts';
import type { Config } from './config.ts';

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** `port` is the one that is really listened on. */
export type Reachable = Pick<Config, 'port' | 'host' | 'publicUrl'> & {
  /** Whether this server itself speaks TLS. */
  readonly secure?: boolean;
};

/** One look at the machine's addresses. */
export interface Reach {
  readonly localUrl: string;
  /** One for each address in the local network, the likeliest first. */
  readonly lanUrls: readonly string[];
  /** What QR codes lead to. */
  readonly publicUrl: string;
  readonly origins: ReadonlySet<string>;
}

/** How long one look stays good: thousands of phones that come back at once need not look each. */
const LOOK_MS = 2000;

/**
 * The machine's IPv4 addresses in local networks, the likeliest first: without loopback and self-assigned ones
 * (169.254), with what virtual machines and tunnels bring along at the end. A server bound to one address has just that.
 */
export function lanAddresses(
  host: string,
  interfaces: Interfaces = networkInterfaces(),
): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::')
    return host === 'localhost' || host === '::1' || host.startsWith('127.') ? [] : [host];
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).map((info) => ({ ...info, name })),
  );
  return found
    .filter((info) => info.family === 'IPv4' && !info.internal)
    .filter(({ address }) => !address.startsWith('169.254.'))
    .sort((a, b) => unlikeliness(a) - unlikeliness(b))
    .map(({ address }) => address);
}

/** The address for QR codes: the one that was set, else the likeliest in the local network, else this machine. */
export function publicUrl(reachable: Reachable, addresses: readonly string[]): string {
  const [first] = addresses;
  return reachable.publicUrl ?? originAt(first ?? 'localhost', reachable);
}

/** The exact list of origins whose pages may post here or open a socket. */
export function allowedOrigins(
  reachable: Reachable,
  addresses: readonly string[],
): ReadonlySet<string> {
  const { publicUrl: chosen } = reachable;
  const own = ['localhost', '127.0.0.1', '::1', ...addresses].map((host) =>
    originAt(host, reachable),
  );
  return new Set(chosen === null ? own : [...own, chosen]);
}

/**
 * How the address on printed sheets stands to this server. `same`: it is the one that QR codes lead to now. `reachable`:
 * it is another address of this machine that phones can open. `gone`: phones that scan those sheets do not arrive here.
 */
export type PrintedStanding = 'same' | 'reachable' | 'gone';

/** @param printed an origin, as the meeting keeps it */
export function printedStanding(printed: string, { publicUrl, lanUrls }: Reach): PrintedStanding {
  const origin = URL.canParse(printed) ? new URL(printed).origin : printed;
  if (origin === publicUrl) return 'same';
  return lanUrls.includes(origin) ? 'reachable' : 'gone';
}

/**
 * The machine's reach as it is now: looked up anew when the last look is older than two seconds.
 *
 * @param reachable asked each time, because the port is known only once it is listened on
 */
export function reachNow(
  reachable: () => Reachable,
  now: () => number,
  look: () => Interfaces = networkInterfaces,
): () => Reach {
  let last: { readonly at: number; readonly port: number; readonly reach: Reach } | null = null;
  return () => {
    const at = now();
    const asked = reachable();
    const { port, host } = asked;
    if (last?.port !== port || Math.abs(at - last.at) >= LOOK_MS)
      last = { at, port, reach: reachOf(asked, lanAddresses(host, look())) };
    return last.reach;
  };
}

function reachOf(reachable: Reachable, addresses: readonly string[]): Reach {
  return {
    localUrl: originAt('localhost', reachable),
    lanUrls: addresses.map((address) => originAt(address, reachable)),
    publicUrl: publicUrl(reachable, addresses),
    origins: allowedOrigins(reachable, addresses),
  };
}

/** As a browser writes it: without the port where it is the protocol's own. */
function originAt(host: string, { port, secure = false }: Reachable): string {
  const scheme = secure ? 'https' : 'http';
  return new URL(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}
