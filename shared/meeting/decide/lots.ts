// What the server makes for a lock, lists of lots and lotteries under quotas (DRAW.md §8, §9): asked for by the moderator or a
// clerk, made and numbered beside the hall.
import type { lotsCommands } from '../commands/draws.ts';
import type { ServerCommandOf } from '../commands.ts';
import { drawingItem } from '../agenda/turn.ts';
import { leavesSomebodyOut, waitsForNumbers } from '../draws/lots.ts';
import { flawForTerms, isMade, madeFor } from '../draws/made.ts';
import { drawOfItem } from '../draws/standing.ts';
import { drawTerms, termsFlaw } from '../draws/terms.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { Deciders } from './decider.ts';

export const lotsDeciders = {
  /**
   * Refused where the draw is locked, and where nothing can be made: too few people, too few seats in all the panels, quotas
   * that contradict each other or ask for more than there are.
   */
  MakeLots: (world, { item: id }) => {
    const { meeting } = world;
    const item = drawingItem(meeting, id);
    if (!item || !isMade(drawTerms(meeting, item))) return refuse({ code: 'unknown-item' });
    const draw = drawOfItem(meeting, id);
    if (draw && draw.phase !== 'void') return refuse({ code: 'draw-running' });
    const terms = drawTerms(meeting, item);
    const flaw = termsFlaw(world, item, terms);
    if (flaw) return refuse(flaw);
    if (leavesSomebodyOut(terms))
      return refuse({ code: 'lots-too-few', people: terms.pool.length, seats: item.take });
    if (madeFor(meeting, item) || meeting.lots.get(id)?.phase === 'wanted') return accept([]);
    return accept([{ type: 'LotsWanted', item: id }]);
  },
} satisfies Deciders<typeof lotsCommands>;

/** What was asked for. For people or quotas that have changed meanwhile it is nothing: it is still wanted. */
export function keepLots(
  { meeting }: World,
  { item: id, lots }: ServerCommandOf<'KeepLots'>,
): Decision {
  const item = drawingItem(meeting, id);
  if (!item || meeting.lots.get(id)?.phase !== 'wanted') return refuse({ code: 'draw-not-ready' });
  if ('failed' in lots) return accept([{ type: 'LotsFailed', item: id, why: lots.failed }]);
  if (flawForTerms(drawTerms(meeting, item), item, lots) !== null)
    return refuse({ code: 'lots-not-made' });
  return 'list' in lots
    ? accept([{ type: 'LotsMade', item: id, ...lots }])
    : accept([{ type: 'LotteryMade', item: id, ...lots }]);
}

/** Numbers that were computed for a draw which is void by now are nobody's. */
export function numberLots(
  { meeting }: World,
  { draw: id, numbered, together }: ServerCommandOf<'NumberLots'>,
): Decision {
  const draw = meeting.draws.find((one) => one.id === id);
  if (!draw || !waitsForNumbers(draw)) return refuse({ code: 'draw-not-ready' });
  return accept([{ type: 'LotsNumbered', draw: id, ...numbered, together }]);
}
