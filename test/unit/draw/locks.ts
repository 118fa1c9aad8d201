// Builders for the draw's tests: well-formed locks, and the seed that fast-check always starts from.

import type { CellRule, Lock, PoolMember, Source } from '../../../shared/draw/lock.ts';

/** The same cases in every run; a case that fails is pinned as an example beside its property. */
export const FIXED = { seed: 20261121, numRuns: 200 } as const;

export const DICE: Source = { type: 'dice10', count: 20 };
export const THROW = '84019375620184736251';

/** A lock by `rule` over `pool`, otherwise the plainest there is. */
export function lockOf(
  pool: readonly PoolMember[],
  rule: CellRule,
  changes: Partial<Lock> = {},
): Lock {
  return {
    v: 'fairdraw/1',
    session: 'demo',
    seq: 0,
    prev: '',
    draw: 'units',
    locked_at: '2026-11-21T09:00:00Z',
    pool,
    excluded: [],
    rule,
    entropy: [DICE],
    ...changes,
  };
}

/** A member of each cell of `counts` as often as it says; a cell "F|N" has g = F and d = N. */
export function poolOf(counts: Readonly<Record<string, number>>): readonly PoolMember[] {
  const members = Object.entries(counts).flatMap(([cell, count]) => {
    const [g = '', d = ''] = cell.split('|');
    return Array.from({ length: count }, () => ({ g, d }));
  });
  // A stride apart, so that the members of a cell are not neighbours in the pool.
  const spread = members.map((a, index) => ({ a, place: (index * 7919) % 10007 }));
  spread.sort((left, right) => left.place - right.place);
  return spread.map(({ a }, index) => ({ id: `p${String(index).padStart(4, '0')}`, a }));
}
