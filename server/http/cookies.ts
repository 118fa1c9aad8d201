// The cookies: a member of staff's session, a seat's session in one meeting, and what a browser of staff is known by.
import fastifyCookie from '@fastify/cookie';
import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffId } from '../../shared/ids.ts';
import { own } from '../../shared/own.ts';

/** A cookie, and the pages that a browser sends it with where no prefix demands all of them. */
interface Cookie {
  readonly name: string;
  readonly path: string;
}

/** Named by the server: a browser may be logged in to several of one host, at other ports or behind a proxy. */
export function staffCookie({ id }: { readonly id: string }): Cookie {
  return { name: `staff-${id}`, path: '/' };
}

/** What a browser keeps of having logged in to this account. */
export function deviceCookie(staff: StaffId): Cookie {
  return { name: `device-${staff}`, path: '/' };
}

export function seatCookie(meetingCode: string): Cookie {
  return { name: `seat-${meetingCode}`, path: `/m/${meetingCode}/` };
}

/**
 * How long a browser keeps a cookie: the longest that any does, as a written round may be open for weeks and nothing renews
 * the cookie of a phone that merely scores. What ends a session is the server's clock or the seat's next claim, never the
 * cookie's age, which a device counts by a clock that may be set by a day meanwhile.
 */
export const KEPT_SECONDS = 400 * 24 * 3600;

/** A browser takes a cookie with this prefix only from this very host, over TLS, for all paths. */
const HOST = '__Host-';

/**
 * Sets a cookie that no script reads and no other site sends. The prefix and `Secure` go with pages that came over TLS:
 * their Origin says so, which the guard has checked before, whatever proxy stands between.
 */
export function setCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, path }: Cookie,
  token: string,
): void {
  const secure = request.headers.origin?.startsWith('https:') ?? false;
  const [as, where] = secure ? [HOST + name, '/'] : [name, path];
  void reply.setCookie(as, token, attributes(where, secure, KEPT_SECONDS));
}

/**
 * Takes the plain cookies away from a request that came over TLS. Anyone between could have set them, on a page of the
 * same name without TLS: what is set there shall not be taken for what is set here. In place, so that nothing behind
 * needs to know.
 */
export function dropPlainCookies(request: IncomingMessage, overTls: boolean): void {
  const { cookie } = request.headers;
  if (!overTls || cookie === undefined) return;
  const kept = cookie.split(';').filter((one) => one.trimStart().startsWith(HOST));
  if (kept.length > 0) request.headers.cookie = kept.join(';');
  else delete request.headers.cookie;
}

/** Lets the browser forget a cookie, whichever way it was set: of older versions all stood under "/". */
export function clearCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, path }: Cookie,
): void {
  const secure = request.headers.origin?.startsWith('https:') ?? false;
  for (const where of new Set([path, '/']))
    void reply.setCookie(name, '', attributes(where, secure, 0));
  if (secure) void reply.setCookie(HOST + name, '', attributes('/', secure, 0));
}

/** A cookie's value in a `Cookie` header, also a raw handshake's; the one that only TLS can set comes first. */
export function cookieIn(
  header: string | undefined,
  { name }: Pick<Cookie, 'name'>,
): string | undefined {
  if (header === undefined || header.length > 16_384) return undefined;
  const cookies = fastifyCookie.parse(header);
  return [HOST + name, name].map((key) => own(cookies, key)).find((value) => isToken(value));
}

function isToken(value: string | undefined): boolean {
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value);
}

function attributes(path: string, secure: boolean, maxAge: number) {
  return { path, httpOnly: true, sameSite: 'strict', secure, maxAge } as const;
}
