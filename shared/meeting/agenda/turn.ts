// A turn: one unit's items that belong together, its presentation, who asks it, and its scoring.
import type { ItemId, SubjectId } from '../../ids.ts';
import { PURPOSES } from '../draws/purposes.ts';
import { isUsed, itemById } from './items.ts';
import type { Meeting } from '../state.ts';
import type { Item, ItemOf } from './item.ts';
import type { Scoring } from './kind.ts';
import { kindOf } from './kinds.ts';

/** The unit of an item's turn, where it is part of one. */
export function subjectOf(item: Item | undefined): SubjectId | undefined {
  return item && kindOf(item).subject(item);
}

/** Whether whom it draws asks the unit of its turn. */
export function asks(item: Item): boolean {
  const draw = kindOf(item).drawing(item);
  return draw !== null && PURPOSES[draw.purpose].asks;
}

/** The parts of an item's turn in the agenda's order; itself alone where it belongs to none. */
export function partsOf({ agenda }: Pick<Meeting, 'agenda'>, { id, turn }: Item): readonly Item[] {
  return agenda.filter((one) => one.id === id || (turn !== undefined && one.turn === turn));
}

/** The same agenda, on which each item of a turn says which one: said once, it is not asked of its neighbours again. */
export function withTurns(
  agenda: readonly Item[],
  isFixed: (item: Item) => boolean = () => false,
): readonly Item[] {
  // A turn that is said holds for the unit that it was first said of.
  const turns = new Map<ItemId, { readonly of: string; readonly kinds: Set<Item['kind']> }>();
  for (const item of agenda) {
    const of = subjectOf(item);
    if (of === undefined || item.turn === undefined) continue;
    const turn = turns.get(item.turn) ?? { of, kinds: new Set() };
    if (turn.of === of) turns.set(item.turn, turn).get(item.turn)?.kinds.add(item.kind);
  }
  let asked: ItemId | undefined;
  return agenda.map((item) => {
    const of = subjectOf(item);
    if (of !== undefined) {
      const said = item.turn !== undefined && turns.get(item.turn)?.of === of;
      const turn = said ? item.turn : found(of, item);
      if (kindOf(item).presents) asked = turn;
      return ofTurn(item, turn);
    }
    if (isFixed(item)) return item;
    return ofTurn(item, asks(item) ? asked : undefined);
  });

  /** One of the unit's that has no such item yet, or a new one, named after its first item. */
  function found(of: string, { id, kind }: Item): ItemId {
    for (const [turn, one] of turns)
      if (one.of === of && !one.kinds.has(kind)) {
        one.kinds.add(kind);
        return turn;
      }
    const turn = unused(id, turns);
    turns.set(turn, { of, kinds: new Set([kind]) });
    return turn;
  }
}

/** Items as they go on the agenda: what draws and turns made of one that stands there, no command changes. */
export function asPlaced(
  { agenda }: Pick<Meeting, 'agenda'>,
  items: readonly Item[],
): readonly Item[] {
  const standing = new Map(agenda.map((item) => [item.id, item]));
  return items.map(({ drawn: _drawn, ...item }): Item => {
    const former = standing.get(item.id);
    const { turn = item.turn, drawn } = former ?? {};
    // About another unit, it is of another turn.
    const isOther = former !== undefined && subjectOf(former) !== subjectOf(item);
    return {
      ...ofTurn(item, isOther ? undefined : turn),
      ...(drawn === undefined ? {} : { drawn }),
    };
  });
}

/** {@link withTurns} of a meeting's agenda: who is asked in a draw that was held stands. */
export function placed(meeting: Meeting, agenda: readonly Item[]): readonly Item[] {
  return withTurns(asPlaced(meeting, agenda), (item) => isUsed(meeting, item));
}

/** An id like this one that is not taken. */
export function unused(id: ItemId, taken: { readonly has: (id: ItemId) => boolean }): ItemId {
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id}-${String(n)}` as ItemId;
  return free;
}

function ofTurn(item: Item, turn: ItemId | undefined): Item {
  if (item.turn === turn) return item;
  const { turn: _turn, ...rest } = item;
  return turn === undefined ? rest : { ...rest, turn };
}

/** An agenda with items put behind one of its own, or at the very beginning. */
export function inserted(
  agenda: readonly Item[],
  after: ItemId | null,
  items: readonly Item[],
): readonly Item[] {
  const place = agenda.findIndex(({ id }) => id === after) + 1;
  return [...agenda.slice(0, place), ...items, ...agenda.slice(place)];
}

/** Whether an item can be taken off the agenda as if it had never stood there: nothing on record speaks of it. */
export function isRemovable(meeting: Meeting, item: Item): boolean {
  return !meeting.entered.has(item.id) && !isUsed(meeting, item) && item.drawn === undefined;
}

/** The item of this id where it holds a draw. */
export function drawingItem(meeting: Meeting, id: ItemId | null): ItemOf<'draw'> | undefined {
  const item = itemById(meeting, id);
  return (item && kindOf(item).drawing(item)) ?? undefined;
}

/** The round that the item of this id plans. */
export function scoringOf(meeting: Meeting, id: ItemId | null): Scoring | undefined {
  const item = itemById(meeting, id);
  return (item && kindOf(item).scoring(item)) ?? undefined;
}
