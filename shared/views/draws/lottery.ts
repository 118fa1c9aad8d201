// A lottery under quotas as everyone sees it: what chances it gives, beside the best possible (DRAW.md §8).
import { madeFor, termsWith } from '../../meeting/draws/made.ts';
import type { DrawTerms } from '../../meeting/draws/terms.ts';
import type { Draw, FoundLottery } from '../../meeting/draws/draw.ts';
import type { Excluded } from '../../draw/lock-form.ts';
import type { ItemOf } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { ShownLottery, ShownWeights } from '../slices/draw-slices.ts';

/** Before the lock; null where the item draws by another rule. */
export function lotteryToCome(
  meeting: Meeting,
  item: ItemOf<'draw'>,
  terms: DrawTerms,
): ShownLottery | null {
  if (terms.rule.kind !== 'lottery') return null;
  const asked = meeting.lots.get(item.id);
  const fresh = madeFor(meeting, item);
  if (fresh && 'lottery' in fresh)
    return {
      ...{ state: 'made', why: null },
      made: weightsOf(fresh.lottery, termsWith(terms, fresh).excluded),
    };
  // One that was made for others is none.
  const state = asked && asked.phase !== 'made' ? asked.phase : 'none';
  return { state, why: asked?.phase === 'failed' ? asked.why : null, made: null };
}

/** Null where the draw is by another rule. */
export function lotteryOf({ lottery, lock }: Draw): ShownLottery | null {
  return lottery && { state: 'made', why: null, made: weightsOf(lottery, lock.excluded) };
}

/** A lottery in which everyone has the same chance. */
export function chanceFor(lottery: ShownLottery | null): string | null {
  const { least, most } = lottery?.made ?? { least: null, most: undefined };
  return least === most ? least : null;
}

function weightsOf(
  { least, most, best, panels }: FoundLottery,
  excluded: readonly Excluded[],
): ShownWeights {
  const leftOut = excluded.filter(({ why }) => why === 'quota').length;
  return { least, most, best, panels: panels.length, leftOut };
}
