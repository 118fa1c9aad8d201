// The HTTP server itself: what it takes, how long it waits, over TLS where there is a certificate.
import fastify, { type FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { TlsPair } from '../tls.ts';
import { BODY_LIMIT } from './guard.ts';
import { loggerOptions } from './log.ts';

const UNDER_A_MEETING = /^\/m\/[\w-]+(?=\/api\/([\w-]+)(?:[/?]|$))/;

const HEADERS_TIMEOUT_MS = 30_000;

/**
 * What a page asks of the server itself (`/api/…`) it asks under its meeting, as a proxy may have sent that one to another
 * server than the rest: `/m/<code>/api/…` is answered alike.
 */
export function httpServer(tls: TlsPair | null, logLevel = 'warn'): FastifyInstance {
  const ofTheServer = new Set<string>();
  const options = {
    logger: loggerOptions(logLevel),
    bodyLimit: BODY_LIMIT,
    // A criterion may be called `__proto__`: schemas read every body, and shared/own.ts whatever names came with it.
    onProtoPoisoning: 'ignore' as const,
    rewriteUrl: ({ url = '' }: Pick<IncomingMessage, 'url'>) =>
      url.replace(UNDER_A_MEETING, (meeting, name: string) =>
        ofTheServer.has(name) ? '' : meeting,
      ),
    // A report of 20 MB takes its time over a slow network: what ends a request is that it stalls.
    requestTimeout: 0,
    forceCloseConnections: true,
  };
  const limits = { headersTimeout: HEADERS_TIMEOUT_MS };
  const app: FastifyInstance = tls
    ? fastify({ ...options, https: { ...limits, ...tls } })
    : fastify({ ...options, http: limits });
  app.addHook('onRoute', ({ url }) => {
    const [, name] = /^\/api\/([\w-]+)/.exec(url) ?? [];
    if (name !== undefined) ofTheServer.add(name);
  });
  return app;
}
