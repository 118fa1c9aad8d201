// Quotas tried before they stand: whether a panel can be within them, what chances they give, and what to change where none can.
import { z } from 'zod';
import type { ItemId } from '../../shared/ids.ts';
import type { ItemOf } from '../../shared/meeting/agenda/item.ts';
import { draw } from '../../shared/meeting/agenda/kinds/draw.ts';
import { kindOf } from '../../shared/meeting/agenda/kinds.ts';
import { drawTerms, termsFlaw } from '../../shared/meeting/draws/terms.ts';
import type { QuotasTried } from '../../shared/quotas-tried.ts';
import { itemFields, quotas } from '../../shared/wire-item.ts';
import {
  makeLottery,
  type LotteryMade,
  type Objective,
  type Unmade,
} from '../lottery/make-list.ts';
import { refuse } from './answers.ts';
import type { HttpDeps } from './deps.ts';
import { hallOf, meetingParams, staffOnly, typed, type App } from './guard.ts';
import { LINES_TYPE, sendLines } from './lines.ts';

/** Each takes a processor and as much memory as a solver wants, beside halls that draw. */
const MOST_TRIES = 2;

const LEXIMIN: Objective = 'leximin';

const tryBody = z.strictObject({
  take: itemFields.taken,
  quotas,
  objective: z.literal('goldilocks').exactOptional(),
  without: draw.body(itemFields).without.exactOptional(),
});

export async function quotaRoutes(app: App, deps: HttpDeps): Promise<void> {
  const ends = new AbortController();
  app.addHook('onClose', () => {
    ends.abort();
  });
  let tries = 0;
  typed(app).post(
    '/m/:code/api/quotas/try',
    staffOnly('SetAgenda', deps, {
      tags: ['rosters'],
      summary: 'Finds the fairest lottery of panels under these quotas. Nothing is stored.',
      answer:
        'Lines of JSON: how far it is, and at last the chances, or the smallest change of quotas with which there is a panel. Ends where nobody listens any more.',
      type: LINES_TYPE,
      params: meetingParams,
      body: tryBody,
    }),
    async (request, reply) => {
      const { world } = hallOf(request, deps);
      const { take, without, ...by } = request.body;
      const item: ItemOf<'draw'> = {
        ...{ id: 'quotas' as ItemId, kind: 'draw', purpose: 'panel', take },
        ...{ rule: { kind: 'lottery', ...by }, sources: ['dice10'] },
        ...(without ? { without } : {}),
      };
      const terms = drawTerms(world.meeting, item);
      const flaw = kindOf(item).flaw(world.meeting, item) ?? termsFlaw(world, item, terms);
      if (flaw) return refuse(reply, flaw);
      if (terms.rule.kind !== 'lottery') throw new Error(terms.rule.kind);
      if (tries >= MOST_TRIES) return refuse(reply, { code: 'busy' });
      tries += 1;
      const demand = { ...terms.rule, pool: terms.pool, objective: by.objective ?? LEXIMIN };
      return sendLines(
        request,
        reply,
        ends.signal,
        async (say: (line: QuotasTried) => void, signal) => {
          try {
            say({ done: 0 });
            const made = await makeLottery(demand, {
              signal,
              onProgress: ({ done }) => {
                say({ done });
              },
            });
            say({ found: foundOf(made) });
          } finally {
            tries -= 1;
          }
        },
      );
    },
  );
}

function foundOf(made: LotteryMade | Unmade): Extract<QuotasTried, { found: unknown }>['found'] {
  if (!made.ok)
    return made.why === 'infeasible'
      ? { kind: 'infeasible', relaxation: made.relaxation }
      : { kind: 'ended' };
  const { min, max, upper, leftOut, panels } = made;
  return { kind: 'lottery', least: min, most: max, best: upper, leftOut, panels: panels.length };
}
