// How far the draw of an item has come.
import type { Meeting } from '../state.ts';
import type { ItemId } from '../../ids.ts';
import type { Draw } from './draw.ts';

/** The newest draw made for an item: voided ones stay on record before it. */
export function drawOfItem(meeting: Meeting, item: ItemId): Draw | undefined {
  return meeting.draws.filter((draw) => draw.item === item).at(-1);
}

/** Whether a draw is locked, neither void nor shown to its last name. */
export function isUnfinished(draw: Draw): boolean {
  return draw.phase !== 'void' && !isShownOut(draw);
}

/** Whether the last name of a draw has been shown: only then may entropy, result and "you are drawn" be known. */
export function isShownOut<D extends Draw>(
  draw: D,
): draw is Extract<D, { readonly phase: 'determined' }> {
  return draw.phase === 'determined' && draw.shown === draw.order.length;
}
