// What a page asks of the server before anything else: whether it can do anything here, and how its programs are called.
import type { HttpDeps } from './deps.ts';
import { anyone, typed, type App } from './guard.ts';

export async function reachRoutes(
  app: App,
  { commands }: Pick<HttpDeps, 'commands'>,
): Promise<void> {
  typed(app).get(
    '/api/commands',
    anyone({
      tags: ['public'],
      summary: 'Tells how the server’s programs are called where it runs.',
      answer: 'What options are written after: to start it, and to rehearse with simulated phones.',
    }),
    async () => ({ ok: true, commands }),
  );

  // Only a POST names its page's origin, so this is one.
  // The guard has refused every other page, with the addresses that work.
  typed(app).post(
    '/api/reach',
    anyone({
      tags: ['public'],
      summary: 'Tells whether pages that are opened at this address can do anything.',
      answer: 'They can; else foreign-origin says which addresses to open.',
    }),
    async () => ({ ok: true }),
  );
}
