// The OpenAPI description at /api/openapi.json: paths and bodies from the routes themselves, sentences from their schemas.
import fastifySwagger from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import packageJson from '../../package.json' with { type: 'json' };
import { anyone, isApi, type App } from './guard.ts';

const TAGS = {
  staff: 'Accounts and sessions of staff',
  meetings: 'Meetings of this server',
  panel: 'Panel members’ phones come in',
  rosters: 'Units and reviewers from files',
  control: 'Commands and tickets',
  public: 'What anyone may fetch',
} as const;

declare module 'fastify' {
  /** What a route's schema says of it beside its `tags` and its `summary`, in one sentence each. */
  interface FastifySchema {
    /** What comes when it worked. */
    readonly answer?: string;
    /** Of the answer; JSON where it is absent. */
    readonly type?: string;
    /** Whose cookie it takes; absent where it takes none. */
    readonly access?: 'staff' | 'seat';
    /** Why it does not know who asks, where it takes no cookie. */
    readonly unknown?: string;
  }
}

/** Register it before the routes: it sees those that come after it. Pages and `/metrics` are not described. */
export async function describeApi(app: App): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kleroterion',
        version: packageJson.version,
        description:
          'A POST is JSON where nothing else is said, comes from a page of this server (Origin), and answers with ok and either what was asked for or a refusal.',
      },
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          staff: {
            type: 'apiKey',
            in: 'cookie',
            name: 'staff-{server}',
            description: 'Session of staff.',
          },
          seat: {
            type: 'apiKey',
            in: 'cookie',
            name: 'seat-{code}',
            description: 'Session of a seat in the meeting with this code.',
          },
        },
      },
    },
    transform: (input) => {
      const { url, route } = input;
      if (!isApi(url) || url.endsWith('*')) return { url, schema: { hide: true } };
      const schema: FastifySchema = jsonSchemaTransform(input).schema;
      return { url, schema: { ...schema, ...described(schema, route.method === 'GET', url) } };
    },
  });
  app.get(
    '/api/openapi.json',
    anyone({
      tags: ['public'],
      summary: 'Gives this description.',
      answer: 'An OpenAPI 3.1 document.',
    }),
    () => app.swagger(),
  );
}

function described(
  { answer, type, access, unknown }: FastifySchema,
  isReading: boolean,
  url: string,
) {
  const who = access === 'staff' ? NOBODY : unknown;
  return {
    ...(access ? { security: [{ [access]: [] }] } : {}),
    response: {
      200: {
        description: answer,
        content: {
          [type ?? 'application/json']: {
            schema: type ? { type: 'string', format: 'binary' } : ANSWER,
          },
        },
      },
      400: refusal('What was sent cannot be read, or cannot be done; the refusal says why.'),
      ...(who === undefined ? {} : { 401: refusal(who) }),
      ...(isReading && !access
        ? {}
        : {
            403: refusal(
              isReading ? BARRED : `${ELSEWHERE}${access === 'staff' ? ` ${BARRED}` : ''}`,
            ),
          }),
      ...(url.includes(':code')
        ? { 404: refusal('There is no such meeting, or not what the path names.') }
        : {}),
      ...(isReading ? {} : { 429: refusal(LATER), 503: refusal(UNSAVED) }),
    },
  };
}

const NOBODY =
  'Nobody is logged in, or no longer (logged-out), or the account was shut (account-shut).';
const BARRED = 'Not for this role (no-right, with the roles that may).';
const ELSEWHERE =
  'Not from a page at an address of this server (foreign-origin with the addresses that work, no-origin, cross-site).';
const LATER = 'Too many attempts or too busy: the same may be sent again later.';
const UNSAVED = 'Nothing was stored: the disk refused.';

const ANSWER = {
  type: 'object',
  required: ['ok'],
  properties: { ok: { type: 'boolean' } },
};

function refusal(description: string) {
  const schema = {
    type: 'object',
    required: ['ok', 'refusal'],
    properties: {
      ok: { type: 'boolean', enum: [false] },
      refusal: {
        type: 'object',
        required: ['code'],
        properties: { code: { type: 'string', description: 'One of a closed list.' } },
      },
    },
  };
  return { description, content: { 'application/json': { schema } } };
}
