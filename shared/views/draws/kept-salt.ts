// The salt of the draw on stage that a supervisor's device keeps: who keeps it, and what it waits for.
import { sourcesAtLock } from '../../meeting/draws/sources.ts';
import { drawingItem } from '../../meeting/agenda/turn.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import type { Backstage, Seen } from '../seen.ts';
import type { KeptSaltView } from '../slices/staff-slices.ts';

/** null where the draw on stage has no such salt, or has a result. */
export function keptSaltView(
  { meeting }: Seen,
  { staffName }: Pick<Backstage, 'staffName'>,
): KeptSaltView | null {
  const item = drawingItem(meeting, meeting.current);
  if (!item) return null;
  const draw = drawOfItem(meeting, item.id);
  if (draw && draw.phase !== 'void') {
    if (draw.phase !== 'locked' || !draw.keeper) return null;
    const salt = draw.lock.entropy.find((source) => source.type === 'salt');
    return {
      item: item.id,
      draw: draw.id,
      commit: salt?.commit ?? null,
      keeper: staffName(draw.keeper.id),
      phase: draw.wordsClosed ? 'due' : 'locked',
    };
  }
  if (!sourcesAtLock(meeting, item).includes('kept')) return null;
  const kept = meeting.salts.get(item.id);
  return {
    item: item.id,
    draw: null,
    commit: kept?.commit ?? null,
    keeper: kept ? staffName(kept.keeper.id) : null,
    phase: kept ? 'kept' : 'wanted',
  };
}
