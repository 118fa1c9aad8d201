// Draws of the agenda that are still to come.
import { inPlay } from '../../meeting/agenda/participation.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { drawOfItem } from '../../meeting/draws/standing.ts';
import type { ItemOf } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';

/** Draws of the agenda that are still to come. */
export function planned(meeting: Meeting): readonly ItemOf<'draw'>[] {
  return inPlay(meeting).flatMap((item) => {
    const draw = kindOf(item).drawing(item);
    return draw && drawOfItem(meeting, item.id)?.phase !== 'determined' ? [draw] : [];
  });
}
