// What the log may hold (BALLOTS.md §3): route patterns, never addresses, queries, headers or bodies.
import type { FastifyServerOptions } from 'fastify';

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>;

/**
 * Options for Fastify's pino logger. Serializers build what is logged field by field; redaction stands behind them for
 * whoever logs an object by hand.
 */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    redact: {
      paths: [
        ...['cookie', 'authorization', 'set-cookie'].flatMap((name) => [
          `headers["${name}"]`,
          `*.headers["${name}"]`,
        ]),
        ...['token', 'ticket', 'typed', 'passphrase', 'body', 'secret', 'query'].flatMap((name) => [
          name,
          `*.${name}`,
        ]),
      ],
      remove: true,
    },
    serializers: {
      // The pattern, not the path: what somebody pastes into the address bar is not ours to keep.
      req: ({ method, routeOptions }) => ({ method, route: routeOptions.url ?? 'none' }),
      res: ({ statusCode }) => ({ statusCode }),
      err: errorFields,
    },
  };
}

/** An error without its message, which may quote what somebody sent; the stack says where. */
function errorFields(error: Error & { readonly code?: unknown }) {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = typeof error.code === 'string' ? error.code : '';
  return { type: error.name, message: code, stack: frames.slice(0, 12).join('\n') };
}
