// Turns on stage: a unit presents, is asked, is scored. And which items a draw has put there.
import type { ItemId, SubjectId } from '../../ids.ts';
import { PURPOSES } from '../draws/purposes.ts';
import { isShownOut, isUsed, itemById } from '../lookup.ts';
import type { Meeting } from '../state.ts';
import type { Item, ItemOf } from './item.ts';
import type { Scoring } from './kind.ts';
import { kindOf } from './kinds.ts';

/** The unit of an item's turn, where it is part of one. */
export function subjectOf(item: Item | undefined): SubjectId | undefined {
  return item && kindOf(item).subject(item);
}

/** Subjects with a turn on stage that was not skipped. */
export function presenting(meeting: Meeting): ReadonlySet<SubjectId> {
  return new Set(
    meeting.agenda.flatMap((item) =>
      kindOf(item).presents && !meeting.skipped.has(item.id) ? (subjectOf(item) ?? []) : [],
    ),
  );
}

/** Whom a drawn representative asks: the unit whose presentation comes last before the draw on the agenda. */
export function subjectAsked(meeting: Meeting, item: Item): SubjectId | undefined {
  const draw = kindOf(item).drawing(item);
  if (!draw || !PURPOSES[draw.purpose].asks) return undefined;
  const place = meeting.agenda.findIndex(({ id }) => id === item.id);
  const before = meeting.agenda
    .slice(0, place)
    .filter((one) => kindOf(one).presents && !meeting.skipped.has(one.id))
    .at(-1);
  return subjectOf(before);
}

/**
 * An item together with the other parts of its turn: presentation and round of one unit, right beside each other or with
 * nothing but draws of who asks between them.
 */
export function turnOf({ agenda }: Meeting, item: Item): readonly Item[] {
  const subject = subjectOf(item);
  if (subject === undefined) return [item];
  const place = agenda.indexOf(item);
  const others = [agenda.slice(place + 1), agenda.slice(0, place).reverse()].map((way) => {
    const end = way.findIndex((one) => !kindOf(one).withinTurn(one));
    const other = way[end];
    return other && other.kind !== item.kind && subjectOf(other) === subject
      ? way.slice(0, end + 1)
      : [];
  });
  const [behind = [], before = []] = others;
  return [...[...before].reverse(), item, ...behind];
}

/** The ids of the turn that a draw puts on the agenda for a drawn unit; no id with a dot is taken from anyone else. */
export function turnIds(draw: ItemId, subject: string): Readonly<Record<'p' | 's', ItemId>> {
  return { p: `${draw}.${subject}.p` as ItemId, s: `${draw}.${subject}.s` as ItemId };
}

/** Whether an item was put on the agenda by a draw, as its result says: only a reason moves or skips it. */
export function isDrawn({ draws }: Meeting, item: Item): boolean {
  return draws.some(
    (draw) =>
      PURPOSES[draw.purpose].effect === 'turns' &&
      isShownOut(draw) &&
      draw.order.some((subject) => {
        const { p, s } = turnIds(draw.item, subject);
        return item.id === p || item.id === s;
      }),
  );
}

/** Whether an item can be taken off the agenda as if it had never stood there: nothing on record speaks of it. */
export function isRemovable(meeting: Meeting, item: Item): boolean {
  return !meeting.entered.has(item.id) && !isUsed(meeting, item) && !isDrawn(meeting, item);
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
