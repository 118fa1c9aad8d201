// Who holds which ticket and seat, and who is in the house.
import { remembered } from '../remembered.ts';
import type { Draw } from './draws/draw.ts';
import type { Meeting } from './state.ts';
import { reviewerKey, keyOf, type Seat, type Group, type HolderKey } from './people.ts';
import type { ReviewerId } from '../ids.ts';
import type { Instant } from '../instant.ts';

export function groupOf(meeting: Meeting, seat: Seat): Group {
  const group = meeting.groups.find((one) => one.id === seat.group);
  if (!group) throw new Error(`seat ${seat.id} is of no group`);
  return group;
}

export function seatOfReviewer({ seats }: Meeting, reviewer: ReviewerId): Seat | undefined {
  return seatsByReviewer(seats).get(reviewer);
}

/** Asked for each of 10,000 in a pool. */
const seatsByReviewer = remembered((seats: Meeting['seats']): ReadonlyMap<ReviewerId, Seat> => {
  const byReviewer = new Map<ReviewerId, Seat>();
  for (const seat of seats.values())
    if (
      seat.holder.kind === 'reviewer' &&
      seat.gone !== 'replaced' &&
      !byReviewer.has(seat.holder.id)
    )
      byReviewer.set(seat.holder.id, seat);
  return byReviewer;
});

/** Who holds a printed sheet now: its own reviewer, or whom the desk gave it to. undefined where it no longer works. */
export function holderOfSheet(
  { tickets, pool }: Meeting,
  printedFor: ReviewerId,
  issue: number,
): ReviewerId | undefined {
  const sheet = reviewerKey(printedFor);
  const holds = (key: HolderKey) => {
    const ticket = tickets.get(key);
    return (
      ticket !== undefined &&
      !ticket.revoked &&
      ticket.holds.printedFor === sheet &&
      ticket.holds.issue === issue
    );
  };
  if (holds(sheet)) return printedFor;
  // Swaps are few and rare; whoever comes with an old sheet pays for the search.
  for (const id of pool.keys()) if (holds(reviewerKey(id))) return id;
  return undefined;
}

/** The ticket issue that this seat's device must have come with still stands. */
export function ticketStands(meeting: Meeting, seat: Seat): boolean {
  const ticket = meeting.tickets.get(keyOf(seat.holder));
  // So far units are given none.
  return seat.holder.kind === 'subject' ? !ticket?.revoked : ticket?.revoked === false;
}

/** Nobody waits longer than this for one meeting. */
export const LONGEST_WAIT_MS = 12 * 3_600_000;

/** Who arrived for this day: a ticket that was tried out the day before puts nobody in the house. */
export function arrivedLately(arrived: Meeting['arrived'], now: Instant): Meeting['arrived'] {
  const fresh = [...arrived].filter(([, at]) => now - at <= LONGEST_WAIT_MS);
  return fresh.length === arrived.size ? arrived : new Map(fresh);
}

/** Whether this reviewer, who has no seat, is in the house for this day. */
export function hasArrived({ arrived }: Meeting, reviewer: ReviewerId, now: Instant): boolean {
  const at = arrived.get(reviewerKey(reviewer));
  return at !== undefined && now - at <= LONGEST_WAIT_MS;
}

/**
 * Whose words a draw waits for: of those seated, and before anyone is, of all who have come in. Whoever waits beside a
 * seated panel may send one as well and is counted once they have: most of them may have gone home.
 */
export function waitedFor(
  { seats, arrived }: Meeting,
  words: Draw['words'],
): ReadonlySet<HolderKey> {
  const asked =
    seats.size === 0
      ? [...arrived.keys()]
      : [...seats.values()].flatMap(({ present, holder }) => (present ? [keyOf(holder)] : []));
  return new Set([...asked, ...words.map(({ holder }) => keyOf(holder))]);
}
