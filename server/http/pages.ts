// The built pages: assets for ever, the shell never cached.
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses that are pages; everything else that is not a file is a clear 404. */
const PAGES = [
  '/',
  '/j',
  '/console',
  '/screen',
  '/watch',
  '/m/:code/j',
  '/m/:code/console',
  '/m/:code/screen',
  '/m/:code/watch',
];

export async function pages(app: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html')))
    throw new Error(`the pages are not built: ${join(root, 'index.html')} is missing`);
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
  for (const page of PAGES)
    app.get(page, (_request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .sendFile('index.html', root, { cacheControl: false, immutable: false }),
    );
}
