// Items of the agenda by their id, and whether anything came of one.
import type { Meeting } from '../state.ts';
import type { ItemId } from '../../ids.ts';
import type { Item } from './item.ts';
import { drawOfItem } from '../draws/standing.ts';
import { roundOfItem } from '../rounds.ts';

export function itemById(meeting: Meeting, id: ItemId | null): Item | undefined {
  return meeting.agenda.find((item) => item.id === id);
}

/** Whether something was drawn or opened by this item, or rows shown. */
export function isUsed(meeting: Meeting, item: Item): boolean {
  const draw = drawOfItem(meeting, item.id);
  return (
    roundOfItem(meeting, item.id) !== undefined ||
    meeting.boards.has(item.id) ||
    (draw !== undefined && draw.phase !== 'void')
  );
}
