// Where this server is reached: the machine's addresses, the one that goes into QR codes, the origins that may post.
import { isIP } from 'node:net';
import { hostname, networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import { unlikeliness } from './adapters.ts';
import type { Config } from './config.ts';

export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** `port` is the one that is really listened on. */
export type Reachable = Pick<Config, 'port' | 'host' | 'publicUrl'> & {
  /** Further origins at which pages may be opened, beside `publicUrl`. */
  readonly alsoAt?: readonly string[];
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
  /** What somebody is shown who came to an address that is none of these: the one of QR codes first. */
  readonly openAt: readonly string[];
  /** Every origin whose pages are ours, as {@link canonicalOrigin} writes it. */
  readonly origins: ReadonlySet<string>;
}

/** How long one look stays good: thousands of phones that come back at once need not look each. */
const LOOK_MS = 2000;

/**
 * The machine's addresses in local networks, the likeliest first: without loopback and self-assigned ones (169.254, fe80),
 * with what virtual machines and tunnels bring along at the end. IPv6 only where it is listened on and there is no other.
 * A server bound to one address has just that.
 */
export function lanAddresses(
  host: string,
  interfaces: Interfaces = networkInterfaces(),
): readonly string[] {
  if (!isEverywhere(host))
    return host === 'localhost' || host === '::1' || host.startsWith('127.') ? [] : [bare(host)];
  const found = Object.entries(interfaces)
    .flatMap(([name, infos]) => (infos ?? []).map((info) => ({ ...info, name })))
    .filter(({ internal, address }) => !internal && !SELF_ASSIGNED.test(address))
    .sort((a, b) => unlikeliness(a) - unlikeliness(b));
  const [four, six] = (['IPv4', 'IPv6'] as const).map((kind) =>
    found.filter(({ family }) => family === kind).map(({ address }) => address),
  );
  return four?.length === 0 && host === '::' ? (six ?? []) : (four ?? []);
}

/**
 * Every host under which this machine itself is opened: loopback, all addresses of all interfaces, its name and that name
 * in the local network (.local). Names of others that lead here, and ports that are forwarded, are not among them: whoever
 * can make a name lead here could otherwise let a page of theirs act as one of ours.
 */
export function ownHosts(host: string, interfaces: Interfaces, name: string): readonly string[] {
  const bound = isEverywhere(host)
    ? Object.values(interfaces).flatMap((infos) => (infos ?? []).map(({ address }) => address))
    : [host];
  const [short = ''] = name.split('.');
  const names = isName(short) && isName(name) ? [name, short, `${short}.local`] : [];
  return [...new Set(['localhost', '127.0.0.1', '::1', ...bound.map(bare), ...names])];
}

/**
 * An origin in the one form in which origins are compared, or null for what is none: lower case, without the port of the
 * protocol and the dot that may end a name, in Punycode, an IPv4 address that is written as an IPv6 one as itself, and all
 * of loopback's as 127.0.0.1.
 */
export function canonicalOrigin(text: string): string | null {
  if (text.length > MOST_ORIGIN || !/^https?:\/\/[^/?#@\\\s]+$/i.test(text) || !URL.canParse(text))
    return null;
  const { protocol, hostname: host, port } = new URL(text);
  const at = port === '' ? '' : `:${port}`;
  return `${protocol}//${canonicalHost(host)}${at}`;
}

/** Where a program on this very machine reaches the server: also where that listens at one address only. */
export function machineUrl(reachable: Reachable): string {
  return originAt(isEverywhere(reachable.host) ? '127.0.0.1' : bare(reachable.host), reachable);
}

/** The address for QR codes: the one that was set, else the likeliest in the local network, else this machine. */
export function publicUrl(reachable: Reachable, addresses: readonly string[]): string {
  const [first] = addresses;
  return reachable.publicUrl ?? originAt(first ?? 'localhost', reachable);
}

/** The exact list of origins whose pages may post here or open a socket. */
export function allowedOrigins(
  reachable: Reachable,
  hosts: readonly string[],
): ReadonlySet<string> {
  const { publicUrl: chosen, alsoAt = [] } = reachable;
  const named = chosen === null ? alsoAt : [chosen, ...alsoAt];
  return new Set(
    [...hosts.map((host) => originAt(host, reachable)), ...named].flatMap(
      (origin) => canonicalOrigin(origin) ?? [],
    ),
  );
}

/**
 * How the address on printed sheets stands to this server. `same`: it is the one that QR codes lead to now. `reachable`:
 * it is another address of this machine that phones can open. `gone`: phones that scan those sheets do not arrive here.
 */
export type PrintedStanding = 'same' | 'reachable' | 'gone';

/** @param printed an origin, as the meeting keeps it */
export function printedStanding(
  printed: string,
  { publicUrl, lanUrls, openAt }: Reach,
): PrintedStanding {
  const origin = URL.canParse(printed) ? new URL(printed).origin : printed;
  if (origin === publicUrl) return 'same';
  return [...lanUrls, ...openAt].includes(origin) ? 'reachable' : 'gone';
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
  name: () => string = hostname,
): () => Reach {
  let last: { readonly at: number; readonly port: number; readonly reach: Reach } | null = null;
  return () => {
    const at = now();
    const asked = reachable();
    const { port } = asked;
    if (last?.port !== port || Math.abs(at - last.at) >= LOOK_MS) {
      last = { at, port, reach: reachOf(asked, look(), name()) };
    }
    return last.reach;
  };
}

function reachOf(reachable: Reachable, interfaces: Interfaces, name: string): Reach {
  const { host, alsoAt = [] } = reachable;
  const urlsOf = (some: Interfaces) =>
    lanAddresses(host, some).map((address) => originAt(address, reachable));
  // A tunnel or a virtual network is offered to nobody who looks for a way in.
  const likely: Interfaces = Object.fromEntries(
    Object.entries(interfaces).map(([adapter, infos = []]) => [
      adapter,
      infos.filter((info) => unlikeliness({ ...info, name: adapter }) < 3),
    ]),
  );
  const chosen = publicUrl(reachable, lanAddresses(host, interfaces));
  return {
    localUrl: originAt('localhost', reachable),
    lanUrls: urlsOf(interfaces),
    publicUrl: chosen,
    openAt: [...new Set([chosen, ...alsoAt, ...urlsOf(likely)])],
    origins: allowedOrigins(reachable, ownHosts(host, interfaces, name)),
  };
}

/** Characters of an origin: no host name is longer. */
const MOST_ORIGIN = 300;
const SELF_ASSIGNED = /^(169\.254\.|fe[89ab][0-9a-f]:)/i;

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Without the zone that only this machine knows, which no address bar takes. */
function bare(address: string): string {
  return address.split('%')[0] ?? address;
}

/** Whether a browser takes the machine's name as a name; one like "10" would be read as an address. */
function isName(name: string): boolean {
  const origin = name.includes(':') ? null : canonicalOrigin(`http://${name}`);
  return origin !== null && isIP(new URL(origin).hostname) === 0;
}

function canonicalHost(host: string): string {
  // As a browser writes ::ffff:a.b.c.d.
  const mapped = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(host);
  if (mapped) {
    const [high = 0, low = 0] = mapped.slice(1).map((hex) => parseInt(hex, 16));
    return canonicalHost([high >> 8, high & 255, low >> 8, low & 255].join('.'));
  }
  const name = host.replace(/\.$/, '');
  return name.startsWith('127.') && isIP(name) === 4 ? '127.0.0.1' : name;
}

/** As a browser writes it: without the port where it is the protocol's own. */
function originAt(host: string, { port, secure = false }: Reachable): string {
  const scheme = secure ? 'https' : 'http';
  return new URL(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`).origin;
}
