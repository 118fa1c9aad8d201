// What stands before every route: headers, cookies, who may post, who is staff, and one way for errors to go out.
import type { IncomingMessage } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
} from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { barred, type Right } from '../../shared/meeting/rights.ts';
import { refusalOfIssues } from '../../shared/wire-text.ts';
import { isDiskFull } from '../error-code.ts';
import type { Hall } from '../hall.ts';
import {
  presenceOf,
  useSession,
  type Presence,
  type StaffIdentity,
} from '../identity/staff-sessions.ts';
import { refuse } from './answers.ts';
import { cookieIn, dropPlainCookies, staffCookie } from './cookies.ts';
import type { HttpDeps } from './deps.ts';
import { isOurOrigin, noteForeign } from './origin.ts';
import { cameOverTls } from './proxy.ts';

/** A Fastify app whose routes are typed by their zod schemas. */
export type App = FastifyInstance;

/** Bytes of a request's body, but for imports. */
export const BODY_LIMIT = 64 * 1024;

/** The meeting in a path: /m/:code/api/… */
export const meetingParams = z.object({ code: z.string().max(32) });

/** The app with zod's types. */
export function typed(app: App) {
  return app.withTypeProvider<ZodTypeProvider>();
}

/**
 * Sets up what all routes share. Register it before them, on the app itself; it is not encapsulated.
 *
 * What is asked under {@link isApi} and has no route answers 404 here; pages are left to others.
 */
export async function guard(app: App, deps: HttpDeps): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  // JSON only: a form of another site can send text and form data, but no JSON without asking first.
  app.removeContentTypeParser('text/plain');
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, headers(deps));
  app.addHook('onRoute', (route) => {
    route.bodyLimit ??= BODY_LIMIT;
  });
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/m/:code/api/') || route.url.endsWith('*')) return;
    const { handler } = route;
    // Not before: whoever is refused wakes nobody.
    route.handler = async function (request, reply) {
      const held = await deps.halls.hold((request.params as { readonly code: string }).code);
      try {
        return await handler.call(this, request, reply);
      } finally {
        held?.release();
      }
    };
  });
  app.addHook('onRequest', async (request, reply) => {
    trustOnlyOurCookies(request.raw, deps);
    if (isApi(request.url)) void reply.header('cache-control', 'no-store');
    const refusal = isReading(request.method) ? null : refusalToPost(request, deps);
    if (refusal) return reply.send(refuse(reply, refusal));
  });
  for (const url of ['/api/*', '/m/:code/api/*'])
    app.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url,
      handler: async (_, reply) => refuse(reply, { code: 'malformed' }, 404),
    });
}
// Fastify's own mark of a plugin that works on the app it is given and not on a copy.
Object.assign(guard, { [Symbol.for('skip-override')]: true });

/** Before anything looks at a request's cookies, also at a socket's; see {@link dropPlainCookies}. */
export function trustOnlyOurCookies(
  request: IncomingMessage,
  { reach, forwardedOrigin }: Pick<HttpDeps, 'reach' | 'forwardedOrigin'>,
): void {
  dropPlainCookies(request, cameOverTls(request, reach().openAt, forwardedOrigin));
}

/** Who a `Cookie` header speaks for, also a raw handshake's. Looking is no use of the session. */
export function presenceIn(cookieHeader: string | undefined, deps: SessionDeps): Presence {
  return presenceOf(cookieIn(cookieHeader, staffCookie(deps.serverFile)), deps);
}

/** The same where somebody does something: the session lasts on. */
export function useIn(cookieHeader: string | undefined, deps: SessionDeps): Presence {
  return useSession(cookieIn(cookieHeader, staffCookie(deps.serverFile)), deps);
}

/** The member of staff whose session a `Cookie` header holds, or null. */
export function staffIn(cookieHeader: string | undefined, deps: SessionDeps): StaffIdentity | null {
  const presence = presenceIn(cookieHeader, deps);
  return presence.ok ? presence.staff : null;
}

type SessionDeps = Pick<HttpDeps, 'serverFile' | 'now'>;

/** A hook that lets only those through who may do this; it runs before the body is read. */
export function only(right: Right, deps: HttpDeps) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const presence = useIn(request.headers.cookie, deps);
    if (!presence.ok) return reply.send(refuse(reply, presence.refusal));
    const refusal = barred(presence.staff.role, right) ?? paceOf(presence.staff, deps);
    if (refusal) return reply.send(refuse(reply, refusal));
  };
}

/** What a route is given that only those may use who may do this; its description says that it asks for staff. */
export function staffOnly<S extends FastifySchema>(right: Right, deps: HttpDeps, schema: S) {
  return { onRequest: only(right, deps), schema: { ...schema, access: 'staff' as const } };
}

/** What a route is given that asks for no staff. */
export function anyone<S extends FastifySchema>(schema: S) {
  return { schema };
}

/** One account sends at one pace, on its sockets and over HTTP together. */
function paceOf({ id }: StaffIdentity, { speakers }: HttpDeps): Refusal | null {
  const speaker = speakers.staff(id);
  const before = speaker.refusal;
  if (before !== null || speaker.take() === 'ok') return before;
  return speaker.refusal ?? { code: 'busy' };
}

/** Thrown where a request cannot go on whatever its route is: answered with the refusal. */
class Refusing extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/**
 * The staff of a request that {@link only} has let through. To be asked when the body has come: it may take minutes, in
 * which somebody logs out or an account is shut; then the request is refused for that.
 */
export function staffBehind(request: FastifyRequest, deps: HttpDeps): StaffIdentity {
  const presence = presenceIn(request.headers.cookie, deps);
  if (!presence.ok) throw new Refusing(presence.refusal);
  return presence.staff;
}

/** The hall that a path names, held while its route is at work; where there is none the request is refused for that. */
export function hallOf(
  { params }: { readonly params: { readonly code: string } },
  { halls }: { readonly halls: Pick<HttpDeps['halls'], 'byCode' | 'refusalOf'> },
): Hall {
  const hall = halls.byCode(params.code);
  if (!hall) throw new Refusing(halls.refusalOf(params.code));
  return hall;
}

/** Whether an address, or a route's pattern, is for programs: of a meeting, or of the whole server. */
export function isApi(url: string): boolean {
  return /^(\/m\/[^/]+)?\/api\//.test(url);
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** Every browser names the origin of a POST. On plain HTTP it sends no Sec-Fetch-Site; where it does, it must agree. */
function refusalToPost({ headers, raw }: FastifyRequest, deps: HttpDeps): Refusal | null {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return { code: 'cross-site' };
  if (origin === undefined) return { code: 'no-origin' };
  return isOurOrigin(origin, raw, deps) ? null : noteForeign(origin, deps);
}

/** Too much was sent, or a range asked for of what is shorter. */
const ITS_OWN: ReadonlySet<number> = new Set([413, 416]);

function answerError(
  error: FastifyError & { readonly headers?: Readonly<Record<string, string>> },
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof Refusing) return reply.send(refuse(reply, error.refusal));
  const status = error.validation ? 400 : (error.statusCode ?? 500);
  void reply.headers(error.headers ?? {});
  // Where a typed text is what does not fit, it is said how.
  if (status < 500) {
    const issues = (error.validation ?? []).map(({ params }) => params);
    return reply.send(refuse(reply, refusalOfIssues(issues), ITS_OWN.has(status) ? status : 400));
  }
  request.log.error({ err: error }, 'request failed');
  if (isDiskFull(error)) return reply.send(refuse(reply, { code: 'not-saved' }));
  return reply.send(refuse(reply, { code: 'busy' }, 500));
}

/** Helmet's headers; what only makes sense with TLS is off without it, or it would stop every page on a LAN address. */
function headers({ reach }: HttpDeps) {
  const tls = reach().publicUrl.startsWith('https:');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        // Sockets of the page's own origin count as 'self'. Safari before 15.4 does not think so: it falls back to polling.
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        // A unit's PDF on the desk's tablet; all else here forbids to be framed.
        frameSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    strictTransportSecurity: tls,
    crossOriginOpenerPolicy: tls,
    originAgentCluster: tls,
  } as const;
}
