// How far the draw of an item has come.
import type { Meeting } from '../state.ts';
import type { ItemId, ReviewerId } from '../../ids.ts';
import type { Draw, DrawOfPeople, Replacement } from './draw.ts';

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

/** Whom a draw among people stands for now: its result, each who was replaced since by whoever came instead. */
export function standingFor(
  { replacements }: { readonly replacements: readonly Pick<Replacement, 'draw' | 'out' | 'in'>[] },
  draw: Extract<DrawOfPeople, { readonly phase: 'determined' }>,
): readonly ReviewerId[] {
  let standing = draw.order;
  for (const { draw: id, out, in: next } of replacements)
    if (id === draw.id) standing = standing.flatMap((one) => (one === out ? (next ?? []) : one));
  return standing;
}
