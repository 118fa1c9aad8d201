// Who holds which ticket and seat, and who is in the house.
import { remembered } from '../remembered.ts';
import type { Draw } from './draws/draw.ts';
import type { Meeting } from './state.ts';
import {
  idIn,
  keyOf,
  kindIn,
  reviewerHolder,
  reviewerKey,
  subjectHolder,
  type Group,
  type Holder,
  type HolderKey,
  type Seat,
} from './people.ts';
import type { ReviewerId, SubjectId } from '../ids.ts';
import type { Instant } from '../instant.ts';

export function groupOf(meeting: Meeting, seat: Seat): Group {
  const group = meeting.groups.find((one) => one.id === seat.group);
  if (!group) throw new Error(`seat ${seat.id} is of no group`);
  return group;
}

/** The seat that they hold; none where it was passed on. */
export function seatOfHolder({ seats }: Meeting, holder: Holder): Seat | undefined {
  return seatsByHolder(seats).get(keyOf(holder));
}

export function seatOfReviewer(meeting: Meeting, reviewer: ReviewerId): Seat | undefined {
  return seatOfHolder(meeting, reviewerHolder(reviewer));
}

/** Asked for each of 10,000 in a pool. */
const seatsByHolder = remembered((seats: Meeting['seats']): ReadonlyMap<HolderKey, Seat> => {
  const byHolder = new Map<HolderKey, Seat>();
  for (const seat of seats.values()) {
    const key = keyOf(seat.holder);
    if (seat.gone !== 'replaced' && !byHolder.has(key)) byHolder.set(key, seat);
  }
  return byHolder;
});

/** Who holds a printed sheet now: whose name is on it, or whom the desk gave it to. undefined where it no longer works. */
export function holderOfSheet(
  { tickets, pool, subjects }: Meeting,
  printedFor: Holder,
  issue: number,
): Holder | undefined {
  const sheet = keyOf(printedFor);
  const holds = (one: Holder) => {
    const ticket = tickets.get(keyOf(one));
    return (
      ticket !== undefined &&
      !ticket.revoked &&
      ticket.holds.printedFor === sheet &&
      ticket.holds.issue === issue
    );
  };
  if (holds(printedFor)) return printedFor;
  // Swaps are few and rare; whoever comes with an old sheet pays for the search.
  for (const id of pool.keys()) if (holds(reviewerHolder(id))) return reviewerHolder(id);
  for (const id of subjects.keys()) if (holds(subjectHolder(id))) return subjectHolder(id);
  return undefined;
}

/** The ticket issue that this seat's device must have come with still stands. */
export function ticketStands(meeting: Meeting, seat: Seat): boolean {
  return meeting.tickets.get(keyOf(seat.holder))?.revoked === false;
}

/** Whether anybody of the pool has a seat or a ticket, or had one. */
export function peopleHold({ seats, tickets }: Meeting): boolean {
  const isPerson = (key: HolderKey) => kindIn(key) === 'reviewer';
  return (
    [...seats.values()].some(({ holder }) => holder.kind === 'reviewer') ||
    [...tickets.keys()].some(isPerson)
  );
}

/** Units that have a seat or a ticket, or had one; some twice. */
export function unitsHolding({ seats, tickets }: Meeting): readonly SubjectId[] {
  return [
    ...[...seats.values()].flatMap(({ holder }) => (holder.kind === 'subject' ? holder.id : [])),
    ...[...tickets.keys()].flatMap((key) =>
      kindIn(key) === 'subject' ? (idIn(key) as SubjectId) : [],
    ),
  ];
}

/** Whether a unit holds this seat that takes part no longer. */
export function isOut({ out }: Meeting, { holder }: Pick<Seat, 'holder'>): boolean {
  return holder.kind === 'subject' && out.has(holder.id);
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
 * Whose words a draw waits for: of those seated, and before any person is, of all who have come in. Whoever waits beside a
 * seated panel may send one as well and is counted once they have: most of them may have gone home.
 */
export function waitedFor(
  { seats, arrived }: Meeting,
  words: Draw['words'],
): ReadonlySet<HolderKey> {
  const all = [...seats.values()];
  const seated = all.flatMap(({ present, holder }) => (present ? [keyOf(holder)] : []));
  // Units have their seats before any panel is drawn.
  const asked = all.some(({ holder }) => holder.kind === 'reviewer') ? [] : arrived.keys();
  return new Set([...asked, ...seated, ...words.map(({ holder }) => keyOf(holder))]);
}
