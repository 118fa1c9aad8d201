// Lists of panels for draws by lots (DRAW.md §9): asked for by the moderator, made and numbered by the server beside the hall.
import type { lotsCommands } from '../commands/draws.ts';
import type { ServerCommandOf } from '../commands.ts';
import { drawingItem } from '../agenda/turn.ts';
import { flawForTerms, leavesSomebodyOut, lotsFor, waitsForNumbers } from '../draws/lots.ts';
import { drawOfItem } from '../draws/standing.ts';
import { drawTerms, termsFlaw } from '../draws/terms.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { Deciders } from './decider.ts';

export const lotsDeciders = {
  /** Refused where the draw is locked, and where no list can be made: too few people, or too few seats in all the panels. */
  MakeLots: ({ meeting }, { item: id }) => {
    const item = drawingItem(meeting, id);
    if (item?.rule?.kind !== 'lots') return refuse({ code: 'unknown-item' });
    const draw = drawOfItem(meeting, id);
    if (draw && draw.phase !== 'void') return refuse({ code: 'draw-running' });
    const terms = drawTerms(meeting, item);
    const flaw = termsFlaw(meeting, item, terms);
    if (flaw) return refuse(flaw);
    if (leavesSomebodyOut(terms))
      return refuse({ code: 'lots-too-few', people: terms.pool.length, seats: item.take });
    if (lotsFor(meeting, item) || meeting.lots.get(id)?.phase === 'wanted') return accept([]);
    return accept([{ type: 'LotsWanted', item: id }]);
  },
} satisfies Deciders<typeof lotsCommands>;

/** The list that was asked for. One for people who have changed meanwhile is none: it is still wanted. */
export function keepLots(
  { meeting }: World,
  { item: id, lots }: ServerCommandOf<'KeepLots'>,
): Decision {
  const item = drawingItem(meeting, id);
  if (!item || meeting.lots.get(id)?.phase !== 'wanted') return refuse({ code: 'draw-not-ready' });
  if ('failed' in lots) return accept([{ type: 'LotsFailed', item: id, why: lots.failed }]);
  const { list, best } = lots;
  return flawForTerms(drawTerms(meeting, item), list) === null
    ? accept([{ type: 'LotsMade', item: id, list, best }])
    : refuse({ code: 'lots-not-made' });
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
