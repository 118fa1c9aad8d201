// A proxy that was named at start is believed where it says how the browser reached it. Nobody is known by an address (R12).
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { own } from '../../shared/own.ts';

/** What is read of a request. */
type Peer = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

export type ForwardedOrigin = (request: Peer) => string | null;

/** Whether a text names an address, or a network like 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128));
}

/**
 * Gives the origin under which a trusted proxy received a request, from X-Forwarded-Proto and X-Forwarded-Host (else
 * Host); null for every other peer, whatever it sends.
 *
 * @param networks each as {@link isNetwork} wants it
 */
export function trustProxies(networks: readonly string[]): ForwardedOrigin {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return ({ headers, socket: { remoteAddress } }) => {
    if (remoteAddress === undefined) return null;
    if (!trusted.check(remoteAddress, isIP(remoteAddress) === 6 ? 'ipv6' : 'ipv4')) return null;
    const scheme = lastOf(headers['x-forwarded-proto']);
    const host = lastOf(headers['x-forwarded-host']) ?? headers.host;
    if ((scheme !== 'http' && scheme !== 'https') || host === undefined) return null;
    const url = `${scheme}://${host}`;
    return /^[A-Za-z0-9.:[\]-]+$/.test(host) && URL.canParse(url) ? new URL(url).origin : null;
  };
}

/**
 * Whether the browser's connection was encrypted, as far as can be known: this server's own TLS, the word of a proxy
 * that is believed, the page's Origin, or the host of an address that was set. A proxy that was not named and changes
 * the host leaves plain GETs in doubt; they count as not encrypted.
 */
export function cameOverTls(
  request: Peer,
  openAt: readonly string[],
  forwardedOrigin: ForwardedOrigin | undefined,
): boolean {
  if ('encrypted' in request.socket && request.socket.encrypted === true) return true;
  const { origin = '', host } = request.headers;
  const forwarded = forwardedOrigin?.(request);
  if (forwarded !== undefined && forwarded !== null) return forwarded.startsWith('https:');
  return origin.startsWith('https:') || openAt.includes(`https://${host?.toLowerCase() ?? ''}`);
}

const PROXY_HEADERS = [
  ...['forwarded', 'via', 'x-real-ip'],
  ...['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'],
];

/** Whether a request was made on this machine, to this machine, and by no proxy that says so. */
export function isLocal({ headers, socket: { remoteAddress = '' } }: Peer): boolean {
  const host = headers.host?.replace(/:\d+$/, '') ?? '';
  return (
    /^(127\.|::1$|::ffff:127\.)/.test(remoteAddress) &&
    /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host) &&
    PROXY_HEADERS.every((name) => own(headers, name) === undefined)
  );
}

/** The nearest proxy writes last; what stands before may come from anyone. */
function lastOf(header: string | readonly string[] | undefined): string | undefined {
  return header?.toString().split(',').at(-1)?.trim();
}
