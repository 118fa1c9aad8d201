// Comments by unit, for staff to read, release and print.
import { commentsView } from '../../shared/views/audiences/comments.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffOnly, typed, type App } from './guard.ts';

export async function commentRoutes(app: App, deps: HttpDeps): Promise<void> {
  typed(app).get(
    '/m/:code/api/comments',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary:
        'Gives what was written beside ballots of revealed rounds, by unit, without who wrote it.',
      answer: 'The comments.',
      params: meetingParams,
    }),
    async (request) => ({ ok: true, ...commentsView(hallOf(request, deps).seen) }),
  );
}
