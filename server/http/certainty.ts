// How sure the result is, for staff: computed when somebody asks, told while it is (RESULTS.md §10).
import type { CertaintyTold } from '../../shared/certainty-told.ts';
import { findCertainty } from '../certainty/find-certainty.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffOnly, typed, type App } from './guard.ts';
import { LINES_TYPE, sendLines } from './lines.ts';

/** Each takes a processor for seconds, beside halls that score. */
const MOST_AT_WORK = 2;

export async function certaintyRoutes(app: App, deps: HttpDeps): Promise<void> {
  const ends = new AbortController();
  app.addHook('onClose', () => {
    ends.abort();
  });
  let atWork = 0;
  typed(app).post(
    '/m/:code/api/certainty',
    staffOnly('view', deps, {
      tags: ['meetings'],
      summary:
        'Computes how far raters agree and how stable ranks are, from results that are revealed. Nothing is stored.',
      answer:
        'Lines of JSON: how far it is, and at last the figures, each or why there is none. Ends where nobody listens any more.',
      type: LINES_TYPE,
      params: meetingParams,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      if (atWork >= MOST_AT_WORK) return refuse(reply, { code: 'busy' });
      atWork += 1;
      return sendLines(
        request,
        reply,
        ends.signal,
        async (say: (line: CertaintyTold) => void, signal) => {
          try {
            say({ done: 0 });
            const made = await findCertainty(hall, {
              signal,
              onProgress: (done) => {
                say({ done });
              },
            });
            say(made.ok ? { found: made.certainty } : { ended: true });
          } finally {
            atWork -= 1;
          }
        },
      );
    },
  );
}
