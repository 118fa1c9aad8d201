// How many of each group will judge: as seats stand, or as the draw of the panel will fill them.
import type { GroupId } from '../../ids.ts';
import { attributesOf } from '../../draw/cells.ts';
import { GROUP } from '../../meeting/attributes.ts';
import type { Directory } from '../../meeting/world.ts';
import { PURPOSES } from '../../meeting/draws/purposes.ts';
import { drawTerms } from '../../meeting/draws/terms.ts';
import type { Meeting } from '../../meeting/state.ts';
import { remembered } from '../../remembered.ts';
import { drawCells } from '../draws/draw-cells.ts';
import { planned } from './planned-draws.ts';

/** Only numbers are wanted. */
const NO_NAMES: Directory = new Map();

/** At least so many of each group; null where chance decides, or nobody has planned a panel yet. */
export const plannedSeats = remembered((meeting: Meeting): ReadonlyMap<GroupId, number> | null => {
  const all = [...meeting.seats.values()];
  const held = new Map(meeting.groups.map(({ id }) => [id, 0]));
  for (const { group, gone } of all) if (gone === null) held.set(group, (held.get(group) ?? 0) + 1);
  // Units have their seats before any panel is drawn.
  if (all.some(({ holder }) => holder.kind === 'reviewer')) return held;
  if (all.length > 0 && meeting.pool.size === 0) return held;
  const draw = planned(meeting).find(({ purpose }) => PURPOSES[purpose].effect === 'seats');
  if (!draw?.rule) return null;
  const terms = drawTerms(meeting, draw);
  // Of quotas that ask about no group nobody knows how many of each will come.
  if (!attributesOf(terms.rule).includes(GROUP)) return null;
  const cells = drawCells({ meeting, directory: NO_NAMES }, terms, []);
  const least = new Map<string, number>(cells.map((cell) => [cell.id, cell.least]));
  return new Map(meeting.groups.map(({ id }) => [id, (least.get(id) ?? 0) + (held.get(id) ?? 0)]));
});
