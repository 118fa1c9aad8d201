// What stands behind the pool of a draw: the ranking that it is among, who is left out and why, and who throws its dice.
import type { AnyLock } from '../../draw/lock.ts';
import type { ItemId } from '../../ids.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { DRAWN_EARLIER } from '../../meeting/draws/pool.ts';
import { drawsPeople, namesThrower } from '../../meeting/draws/purposes.ts';
import { rankingShown } from '../../meeting/draws/ranking.ts';
import { isShownOut, standingFor } from '../../meeting/draws/standing.ts';
import type { Draw } from '../../meeting/draws/draw.ts';
import type { DrawPurpose, ItemOf } from '../../meeting/agenda/item.ts';
import { grouped } from '../../grouped.ts';
import { named, shownName } from '../named.ts';
import { shownCategory, type Seen } from '../seen.ts';
import type { DrawView, LeftOut, ShownRanking, Thrower } from '../slices/draw-slices.ts';

/** How many names of one reason are said; of more it is said how many they are. */
const MOST_NAMED = 30;

/** Reasons that the hall has seen come about: only these are told of people by name. */
const PUBLIC_REASONS: readonly string[] = [DRAWN_EARLIER, 'drawn-before'];

/** null where it draws among others. */
function rankingOf(
  { meeting }: Seen,
  item: ItemOf<'draw'>,
  isLocked: boolean,
): ShownRanking | null {
  const { rule, tie } = item;
  const of = tie ?? (rule?.kind === 'bands' ? rule : undefined);
  return of
    ? {
        category: of.category === undefined ? null : shownCategory(meeting, of.category),
        place: tie?.place ?? null,
        // What was locked stands, whatever became of the board since.
        closed: !isLocked && rankingShown(meeting, of) === null,
      }
    : null;
}

/** By reason, in the order of the first id of each; `from` names the earlier meetings where that is the reason. */
function leftOutOf(
  seen: Seen,
  purpose: DrawPurpose,
  excluded: AnyLock['excluded'],
  item: ItemOf<'draw'> | undefined,
): readonly LeftOut[] {
  const people = drawsPeople(purpose);
  return [...grouped(excluded, ({ why }) => why)].map(([why, those]) => ({
    why,
    count: those.length,
    names:
      people && !PUBLIC_REASONS.includes(why)
        ? []
        : those
            .slice(0, MOST_NAMED)
            .map(({ id }) => shownName(seen, people ? 'reviewer' : 'subject', id)),
    from: why === DRAWN_EARLIER ? (item?.without ?? []).map(({ from }) => from) : [],
  }));
}

/** The newest who was drawn to throw for this item, or came from the reserve of that draw. */
function throwerOf(seen: Seen, id: ItemId): Thrower | null {
  const { meeting } = seen;
  const throws = (draw: Draw) => {
    const item = itemById(meeting, draw.item);
    return item && kindOf(item).drawing(item)?.throws === id;
  };
  const draw = meeting.draws.filter(namesThrower).filter(throws).at(-1);
  if (!draw || !isShownOut(draw)) return null;
  const [who] = standingFor(meeting, draw);
  return who === undefined ? null : { draw: draw.id, ...named(seen, 'reviewer', who) };
}

/** @param excluded of the lock, or of one that were made now */
export function poolFacts(
  seen: Seen,
  id: ItemId,
  purpose: DrawPurpose,
  excluded: AnyLock['excluded'],
  isLocked: boolean,
): Pick<DrawView, 'ranking' | 'leftOut' | 'thrower'> {
  const found = itemById(seen.meeting, id);
  const item = (found && kindOf(found).drawing(found)) ?? undefined;
  return {
    ranking: item ? rankingOf(seen, item, isLocked) : null,
    leftOut: leftOutOf(seen, purpose, excluded, item),
    thrower: throwerOf(seen, id),
  };
}
