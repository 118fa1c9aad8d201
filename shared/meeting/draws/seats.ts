// Seats of the panel, and who passed theirs on.
import type { ReviewerId } from '../../ids.ts';
import { isUnfinished } from './standing.ts';
import type { Meeting } from '../state.ts';
import type { Replacement } from './draw.ts';
import { fillsSeats } from './purposes.ts';

/** Whether this reviewer had a seat that someone else of the reserve took over, or that was recorded as vacant. */
export function wasReplaced(meeting: Meeting, reviewer: ReviewerId): boolean {
  return seatReplacements(meeting).some(({ out }) => out === reviewer);
}

/** The replacements that passed a seat on; those of other draws pass on only what was drawn there. */
export function seatReplacements({ draws, replacements }: Meeting): readonly Replacement[] {
  const panels = new Set(draws.filter(fillsSeats).map(({ id }) => id));
  return replacements.filter(({ draw }) => panels.has(draw));
}

/** Whether a panel is being drawn: whoever gets a seat meanwhile could get a second one with the last name. */
export function isPanelDrawn({ draws }: Meeting): boolean {
  const last = draws.at(-1);
  return last !== undefined && fillsSeats(last) && isUnfinished(last);
}
