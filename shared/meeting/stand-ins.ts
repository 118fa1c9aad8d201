// A drawn questioner or team member who cannot: the next of the draw's own reserve comes (DRAW.md §6).
import type { ReviewerId } from '../ids.ts';
import { subjectAsked } from './agenda/participation.ts';
import { itemById } from './agenda/items.ts';
import { seatOfReviewer } from './holders.ts';
import { PURPOSES } from './draws/purposes.ts';
import { cellOf, firstWho } from './reserve.ts';
import type { DrawOfPeople } from './draws/draw.ts';
import type { Meeting } from './state.ts';

type Determined = Extract<DrawOfPeople, { readonly phase: 'determined' }>;

/** Whom a draw among people stands for now: its result, each who was replaced since by whoever came instead. */
export function standingFor(meeting: Meeting, draw: Determined): readonly ReviewerId[] {
  let standing = draw.order;
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
  const reserve = draw.reserve.find((one) => one.cell === cell)?.ids ?? [];
  const left = reserve.filter((id) => !came.has(id));
  const { chosen, skipped } = firstWho(left, (id) => canCome(meeting, draw, id));
  return chosen === null ? undefined : { in: chosen, skipped };
}

function canCome(meeting: Meeting, draw: Determined, id: ReviewerId): boolean {
  const seat = seatOfReviewer(meeting, id);
  if (!seat) return false;
  const item = itemById(meeting, draw.item);
  const asked = item && subjectAsked(meeting, item);
  return PURPOSES[draw.purpose].takesOver?.(meeting, seat, asked) ?? false;
}
