// A drawn questioner or team member who cannot: the next of the draw's own reserve comes (DRAW.md §6).
import type { ReviewerId } from '../ids.ts';
import { subjectAsked } from './agenda/participation.ts';
import { itemById, seatOfReviewer } from './lookup.ts';
import { hasConflict } from './recusals.ts';
import { cellOf, firstWho } from './reserve.ts';
import type { Draw } from './draws/draw.ts';
import type { Meeting } from './state.ts';

type Determined = Extract<Draw, { readonly phase: 'determined' }>;

/** Whom a draw among people stands for now: its result, each who was replaced since by whoever came instead. */
export function standingFor(meeting: Meeting, draw: Determined): readonly ReviewerId[] {
  let standing = draw.order as readonly ReviewerId[];
  for (const { draw: id, out, in: next } of meeting.replacements)
    if (id === draw.id) standing = standing.flatMap((one) => (one === out ? (next ?? []) : one));
  return standing;
}

/**
 * The next in the reserve of the same cell who is on the panel, here, and not recused from the unit that is asked; with
 * those who stood before them. undefined where nobody is left.
 */
export function nextFor(
  meeting: Meeting,
  draw: Determined,
  out: ReviewerId,
): { readonly in: ReviewerId; readonly skipped: readonly ReviewerId[] } | undefined {
  const cell = cellOf(draw, out);
  const came = new Set(meeting.replacements.flatMap((one) => (one.draw === draw.id ? one.in : [])));
  const reserve = (draw.reserve.find((one) => one.cell === cell)?.ids ??
    []) as readonly ReviewerId[];
  const left = reserve.filter((id) => !came.has(id));
  const { chosen, skipped } = firstWho(left, (id) => canCome(meeting, draw, id));
  return chosen === null ? undefined : { in: chosen, skipped };
}

function canCome(meeting: Meeting, draw: Determined, id: ReviewerId): boolean {
  const seat = seatOfReviewer(meeting, id);
  if (!seat) return false;
  if (draw.purpose !== 'questioner') return true;
  const item = itemById(meeting, draw.item);
  const asked = item && subjectAsked(meeting, item);
  return seat.present && !hasConflict(meeting, id, asked);
}
