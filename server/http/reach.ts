// Whether a page can do anything from where it was opened. Only a POST names its page's origin, so this is one.
import { anyone, typed, type App } from './guard.ts';

export async function reachRoutes(app: App): Promise<void> {
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
