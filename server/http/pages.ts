// The built pages: assets for ever, the shells never cached.
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attachment } from './attachment.ts';
import { isApi } from './guard.ts';

/** The phone's names what its first score takes; the other is of all other pages. */
const SHELLS = ['index.html', 'phone.html'] as const;

/** Addresses that are pages, but for the phone's. */
const PAGES = [
  '/',
  '/j',
  '/kiosk',
  '/console',
  '/screen',
  '/watch',
  '/verify',
  '/m/:code/kiosk',
  '/m/:code/console',
  '/m/:code/console/setup',
  '/m/:code/console/setup/:step',
  '/m/:code/console/stage',
  '/m/:code/console/desk',
  '/m/:code/console/results',
  '/m/:code/console/minutes',
  '/m/:code/console/comments',
  '/m/:code/console/paper',
  '/m/:code/screen',
  '/m/:code/watch',
];

export async function pages(app: FastifyInstance, root: string): Promise<void> {
  for (const file of SHELLS)
    if (!existsSync(join(root, file)))
      throw new Error(`the pages are not built: ${join(root, file)} is missing`);
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    decorateReply: true,
  });
  app.get('/seal.svg', (_request, reply) =>
    reply.sendFile('seal.svg', root, { immutable: false, maxAge: '1d' }),
  );
  app.get('/verify-draw.mjs', (_request, reply) =>
    reply
      .header('content-disposition', attachment('verify-draw.mjs'))
      .sendFile('verify-draw.mjs', root, { immutable: false, maxAge: '1h' }),
  );
  manual(app, root);
  const shell = (reply: FastifyReply, file: (typeof SHELLS)[number] = 'index.html') =>
    reply
      .header('cache-control', 'no-store')
      .sendFile(file, root, { cacheControl: false, immutable: false });
  for (const page of PAGES) app.get(page, (_request, reply) => shell(reply));
  app.get('/m/:code/j', (_request, reply) => shell(reply, 'phone.html'));
  // A mistyped address leads a person back to the start (the page sends them); files and routes stay a plain 404.
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !isApi(request.url) && !request.url.startsWith('/assets/');
    return isPage ? shell(reply.code(404)) : reply.code(404).send(NOT_FOUND);
  });
}

/** `/manual` leads to the one in the browser's language. Each is a file that holds its looks and pictures, and no script. */
function manual(app: FastifyInstance, root: string): void {
  const folder = join(root, 'manual');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  for (const file of files)
    app.get(`/manual/${file}`, (_request, reply) =>
      reply
        .header(
          'content-security-policy',
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        )
        .sendFile(file, folder, { immutable: false, maxAge: '1h' }),
    );
  app.get('/manual', (request, reply) => {
    const language = /^zh/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en';
    return reply.header('vary', 'accept-language').redirect(`/manual/${language}.html`);
  });
}

const NOT_FOUND = { ok: false, refusal: { code: 'malformed' } } as const;
