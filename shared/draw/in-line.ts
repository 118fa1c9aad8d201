// Who takes over from a drawn person, in the order in which they are asked (DRAW.md §6).

import { attributesOf, cellsOf } from './cells.ts';
import { fromHex } from './hash.ts';
import type { AnyLock, PoolMember, QuotaRange } from './lock-form.ts';
import { meets, quotasIn } from './quotas.ts';
import { byTicket } from './seed.ts';
import { own } from '../own.ts';
import { remembered } from '../remembered.ts';

export interface Standing {
  readonly lock: AnyLock;
  /** 64 hex digits. */
  readonly seed: string;
  /** By cell, in ticket order. */
  readonly reserve: Readonly<Record<string, readonly string[]>>;
  /** Who is on the panel now, whoever goes among them. */
  readonly standing: readonly string[];
  /** Of the reserve, whom nobody has sent in yet. */
  readonly isLeft: (id: string) => boolean;
}

/**
 * The reserve of the same cell in ticket order. Where the rule has quotas over several attributes, then the others whose
 * coming in their stead keeps every quota that it touches, in ticket order over all cells.
 *
 * @param out of the lock's pool
 */
export function inLine(
  { lock, seed, reserve, standing, isLeft }: Standing,
  out: string,
): readonly string[] {
  const cell = cellsById(lock).get(out) ?? '';
  const same = (own(reserve, cell) ?? []).filter(isLeft);
  const quotas = quotasIn(lock.rule);
  if (quotas.length === 0) return same;
  const members = new Map(lock.pool.map((member) => [member.id, member]));
  const leaving = members.get(out);
  if (!leaving) return [];
  const counts = quotas.map(
    (quota) =>
      standing.filter((id) => {
        const member = members.get(id);
        return member !== undefined && meets(member, quota);
      }).length,
  );
  const others = Object.entries(reserve).flatMap(([of, ids]) => (of === cell ? [] : ids));
  const fitting = others.filter((id) => {
    const coming = members.get(id);
    return isLeft(id) && coming !== undefined && keeps(quotas, counts, leaving, coming);
  });
  const ranks = ticketRanks(lock, seed, reserve);
  const rankOf = (id: string) => ranks.get(id) ?? 0;
  return [...same, ...fitting.sort((one, other) => rankOf(one) - rankOf(other))];
}

/** Remembered, as a desk asks for everybody who may go. */
const cellsById = remembered(({ pool, rule }: AnyLock) => {
  const all = [...cellsOf(pool, attributesOf(rule))];
  return new Map(all.flatMap(([cell, members]) => members.map(({ id }) => [id, cell])));
});

interface Ranks {
  readonly seed: string;
  readonly of: ReadonlyMap<string, number>;
}
const known = new WeakMap<AnyLock, Ranks>();

/** Places of all the reserve in ticket order over all cells: a hash for each, and once for a draw. */
function ticketRanks(
  lock: AnyLock,
  seed: string,
  reserve: Standing['reserve'],
): ReadonlyMap<string, number> {
  const before = known.get(lock);
  const ids = Object.values(reserve).flat();
  if (
    before?.seed === seed &&
    ids.length === before.of.size &&
    ids.every((id) => before.of.has(id))
  )
    return before.of;
  const order = byTicket(fromHex(seed), 'ticket', ids);
  const of = new Map(order.map((id, rank) => [id, rank]));
  known.set(lock, { seed, of });
  return of;
}

/** What an exchange does not touch stays as it is, also where a vacancy has left it below its least. */
function keeps(
  quotas: readonly QuotaRange[],
  counts: readonly number[],
  leaving: PoolMember,
  coming: PoolMember,
): boolean {
  return quotas.every((quota, n) => {
    const change = Number(meets(coming, quota)) - Number(meets(leaving, quota));
    const after = (counts[n] ?? 0) + change;
    return change === 0 || (quota.min <= after && after <= quota.max);
  });
}
