// Quotas tried before they stand: whether a panel can be within them, what chances they give, and what to change where none can.
import { z } from 'zod';
import type { ItemId } from '../../shared/ids.ts';
import type { Earlier, ItemOf } from '../../shared/meeting/agenda/item.ts';
import { draw } from '../../shared/meeting/agenda/kinds/draw.ts';
import { kindOf } from '../../shared/meeting/agenda/kinds.ts';
import { countsAmong } from '../../shared/meeting/draws/quota-counts.ts';
import { drawPool } from '../../shared/meeting/draws/pool.ts';
import { drawTerms, termsFlaw } from '../../shared/meeting/draws/terms.ts';
import type { QuotaCounts, QuotasTried } from '../../shared/quotas-tried.ts';
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

const { without } = draw.body(itemFields);

const countBody = z.strictObject({ without: without.exactOptional() });

const tryBody = z.strictObject({
  take: itemFields.taken,
  quotas,
  objective: z.literal('goldilocks').exactOptional(),
  without: without.exactOptional(),
});

export async function quotaRoutes(app: App, deps: HttpDeps): Promise<void> {
  const ends = new AbortController();
  app.addHook('onClose', () => {
    ends.abort();
  });
  typed(app).post(
    '/m/:code/api/quotas/count',
    staffOnly('SetAgenda', deps, {
      tags: ['rosters'],
      summary:
        'Counts who could be drawn for a panel by group and attribute, without those whom it leaves out.',
      answer: 'Attributes, each with how many have each of its values.',
      params: meetingParams,
      body: countBody,
    }),
    (request): QuotaCounts => {
      const { meeting } = hallOf(request, deps).world;
      const { ids } = drawPool(meeting, panelItem(1, request.body.without));
      return { ok: true, counts: countsAmong(meeting, ids) };
    },
  );
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
        ...panelItem(take, without),
        rule: { kind: 'lottery', ...by },
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

/** A panel's draw as it would be on the agenda. */
function panelItem(take: number, without: readonly Earlier[] | undefined): ItemOf<'draw'> {
  return {
    ...{ id: 'quotas' as ItemId, kind: 'draw', purpose: 'panel', take, sources: ['dice10'] },
    ...(without ? { without } : {}),
  };
}

function foundOf(made: LotteryMade | Unmade): Extract<QuotasTried, { found: unknown }>['found'] {
  if (!made.ok)
    return made.why === 'infeasible'
      ? { kind: 'infeasible', relaxation: made.relaxation }
      : { kind: 'ended' };
  const { min, max, upper, leftOut, panels } = made;
  return { kind: 'lottery', least: min, most: max, best: upper, leftOut, panels: panels.length };
}
