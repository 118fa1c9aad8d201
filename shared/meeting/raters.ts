// Who rates whom in a round (RESULTS.md §8): the panel every unit; units each other, all of a scope or the next of a ring.
import { grouped } from '../grouped.ts';
import type { GroupId, SubjectId } from '../ids.ts';
import { remembered } from '../remembered.ts';
import type { Who } from './agenda/item.ts';
import { givesRing } from './draws/purposes.ts';
import { isShownOut } from './draws/standing.ts';
import type { Group, Seat } from './people.ts';
import type { Refusal } from './refusals.ts';
import type { Raters } from './round.ts';
import type { Meeting } from './state.ts';

type Rated = { readonly who?: Raters };

/** Whether this seat is of those that rate in a round at all: people in one of the panel, units in one of units. */
export function takesPart({ who }: Rated, { holder }: Pick<Seat, 'holder'>): boolean {
  return (holder.kind === 'subject') === (who !== undefined);
}

/** Whether this seat rates that unit, whatever recusals there are. No unit ever rates itself. */
export function rates(
  { subjects }: Pick<Meeting, 'subjects'>,
  { who }: Rated,
  { holder }: Pick<Seat, 'holder'>,
  subject: SubjectId,
): boolean {
  if (!who || holder.kind === 'reviewer') return !who && holder.kind === 'reviewer';
  if (holder.id === subject) return false;
  if (who.kind === 'ring') return nextIn(who).get(holder.id)?.has(subject) ?? false;
  const [one, other] = [subjects.get(holder.id), subjects.get(subject)];
  if (!one || !other) return false;
  switch (who.within) {
    case 'all':
      return true;
    case 'category':
      return one.category === other.category;
    case 'parent':
      return one.parent !== undefined && one.parent === other.parent;
  }
}

/** The groups of whose seats a round takes ballots: those of the pool, or those in which units have seats. */
export function ratingGroups(
  meeting: Pick<Meeting, 'groups' | 'pool' | 'seats'>,
  who: Who | undefined,
): readonly Group[] {
  const ofUnits = unitGroups(meeting.seats);
  if (who) return meeting.groups.filter(({ id }) => ofUnits.has(id));
  const ofPeople = ofUnits.size === 0 ? ofUnits : poolGroups(meeting.pool);
  return meeting.groups.filter(({ id }) => !ofUnits.has(id) || ofPeople.has(id));
}

const unitGroups = remembered(
  (seats: Meeting['seats']): ReadonlySet<GroupId> =>
    new Set(
      [...seats.values()].flatMap(({ holder, group }) => (holder.kind === 'subject' ? group : [])),
    ),
);

const poolGroups = remembered(
  (pool: Meeting['pool']): ReadonlySet<GroupId> =>
    new Set([...pool.values()].map(({ group }) => group)),
);

/**
 * What a round freezes of who rates, were it opened now; of a ring the orders that were drawn, without units that take part
 * no longer, so that each unit that is left has as many raters.
 *
 * @param about the units that are rated: of their categories orders are asked for
 * @returns a refusal where an order is not drawn, or has no more units than each is to rate
 */
export function ratersAhead(
  meeting: Meeting,
  who: Who,
  about: readonly SubjectId[],
): { readonly ok: true; readonly who: Raters } | { readonly ok: false; readonly refusal: Refusal } {
  if (who.kind === 'units') return { ok: true, who };
  const asked = new Set(about.flatMap((id) => meeting.subjects.get(id)?.category ?? []));
  const drawn = ringOrders(meeting);
  const orders: (readonly SubjectId[])[] = [];
  for (const { id } of meeting.categories) {
    if (!asked.has(id)) continue;
    const order = drawn.get(id)?.filter((unit) => !meeting.out.has(unit)) ?? [];
    if (order.length === 0) return { ok: false, refusal: { code: 'ring-not-drawn' } };
    if (who.next >= order.length)
      return {
        ok: false,
        refusal: { code: 'ring-too-few', units: order.length, next: who.next },
      };
    orders.push(order);
  }
  return { ok: true, who: { ...who, orders } };
}

/** The order of the units of each category, by the newest draw of a ring that drew any of it and whose last name is shown. */
export function ringOrders({
  draws,
  subjects,
}: Pick<Meeting, 'draws' | 'subjects'>): ReadonlyMap<string, readonly SubjectId[]> {
  const orders = new Map<string, readonly SubjectId[]>();
  for (const draw of draws) {
    if (!givesRing(draw) || !isShownOut(draw)) continue;
    const byCategory = grouped(draw.order, (id) => subjects.get(id)?.category ?? '');
    for (const [category, order] of byCategory) orders.set(category, order);
  }
  return orders;
}

type Ring = Extract<Raters, { readonly kind: 'ring' }>;

/** Whom each unit of a ring rates: the next of its order, round its end. */
const nextIn = remembered((ring: Ring): ReadonlyMap<SubjectId, ReadonlySet<SubjectId>> => {
  const all = new Map<SubjectId, ReadonlySet<SubjectId>>();
  for (const order of ring.orders)
    order.forEach((unit, place) => {
      const next = new Set<SubjectId>();
      for (let step = 1; step <= ring.next; step++) {
        const other = order[(place + step) % order.length];
        if (other !== undefined) next.add(other);
      }
      all.set(unit, next);
    });
  return all;
});
