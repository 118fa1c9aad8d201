// A drawn questioner or team member who cannot: the next of the draw's own reserve comes (DRAW.md §6).
import type { ReviewerId } from '../ids.ts';
import { subjectAsked } from './agenda/participation.ts';
import { itemById } from './agenda/items.ts';
import { seatOfReviewer } from './holders.ts';
import { PURPOSES } from './draws/purposes.ts';
import { firstWho, lineFor } from './reserve.ts';
import { standingFor } from './draws/standing.ts';
import type { DrawOfPeople } from './draws/draw.ts';
import type { Meeting } from './state.ts';

type Determined = Extract<DrawOfPeople, { readonly phase: 'determined' }>;

/**
 * The next in line who is on the panel, here, and not recused from the unit that is asked; with
 * those who stood before them. undefined where nobody is left.
 */
export function nextFor(
  meeting: Meeting,
  draw: Determined,
  out: ReviewerId,
): { readonly in: ReviewerId; readonly skipped: readonly ReviewerId[] } | undefined {
  const came = new Set(meeting.replacements.flatMap((one) => (one.draw === draw.id ? one.in : [])));
  const left = lineFor(draw, standingFor(meeting, draw), out, (id) => !came.has(id as ReviewerId));
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
