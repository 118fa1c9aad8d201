// The HTTP server itself: what it takes, how long it waits, over TLS where there is a certificate.
import fastify, { type FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { TlsPair } from '../tls.ts';
import { BODY_LIMIT } from './guard.ts';
import { loggerOptions } from './log.ts';

/**
 * What a page asks of the server itself it asks under its meeting: a proxy may have sent that one to another server than
 * the rest.
 */
const OF_THE_SERVER = /^\/m\/[\w-]+(?=\/api\/(?:staff|reach|fault|roster-template)(?:[/?]|$))/;

const HEADERS_TIMEOUT_MS = 30_000;
export function httpServer(tls: TlsPair | null, logLevel = 'warn'): FastifyInstance {
  const options = {
    logger: loggerOptions(logLevel),
    bodyLimit: BODY_LIMIT,
    // A criterion may be called `__proto__`: schemas read every body, and shared/own.ts whatever names came with it.
    onProtoPoisoning: 'ignore' as const,
    rewriteUrl: ({ url = '' }: Pick<IncomingMessage, 'url'>) => url.replace(OF_THE_SERVER, ''),
    // A report of 20 MB takes its time over a slow network: what ends a request is that it stalls.
    requestTimeout: 0,
    forceCloseConnections: true,
  };
  const limits = { headersTimeout: HEADERS_TIMEOUT_MS };
  if (!tls) return fastify({ ...options, http: limits });
  return fastify({ ...options, https: { ...limits, ...tls } });
}
