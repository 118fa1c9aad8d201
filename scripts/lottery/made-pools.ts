// Pools in the shape of real ones, the same in every run: who volunteers is not like the population whose shares the quotas say.
import type { Demand } from '../../shared/draw/lottery/cell-table.ts';
import type { PoolMember, QuotaRange } from '../../shared/draw/lock-form.ts';

/** Values and their shares of the population, in per cent. */
const ATTRIBUTES: readonly (readonly [name: string, shares: readonly number[]])[] = [
  ['gender', [51, 49]],
  ['age', [18, 26, 31, 25]],
  ['area', [9, 14, 7, 22, 11, 17, 12, 8]],
  ['education', [22, 44, 34]],
  ['group', [40, 35, 15, 10]],
  ['opinion', [30, 25, 28, 17]],
  ['household', [35, 33, 32]],
];

/** A linear congruential generator: fit for making up people, and the same in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}

/**
 * @param attributes how many of the seven there are
 * @param slack seats by which a quota may be missed: 1 is what organisers of citizens' assemblies usually allow
 */
export function madePool(
  people: number,
  k: number,
  attributes: number,
  seed: number,
  slack = 1,
): Demand {
  const chance = chances(seed);
  const used = ATTRIBUTES.slice(0, attributes).map(([name, shares]) => {
    // Some volunteer twice as often as others.
    const keen = shares.map((share) => share * (0.6 + 1.2 * chance()));
    return { name, shares, keen };
  });
  const pick = (weights: readonly number[]) => {
    let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  const pool: readonly PoolMember[] = Array.from({ length: people }, (_, n) => {
    let bent = 0;
    const a = Object.fromEntries(
      used.map(({ name, keen }) => {
        // The old live elsewhere than the young, and learned something else.
        const value = pick(keen.map((share, at) => share * (at % 3 === bent % 3 ? 1.5 : 1)));
        bent += value;
        return [name, `${name.slice(0, 1).toUpperCase()}${String(value + 1)}`];
      }),
    );
    return { id: `p${String(n + 1).padStart(4, '0')}`, a };
  });
  const quotas: readonly QuotaRange[] = used.flatMap(({ name, shares }) =>
    shares.map((share, at) => ({
      ...{ a: name, v: `${name.slice(0, 1).toUpperCase()}${String(at + 1)}` },
      min: Math.max(0, Math.floor((share * k) / 100 + 0.5) - slack),
      max: Math.floor((share * k) / 100 + 0.5) + slack,
    })),
  );
  return { pool, by: used.map(({ name }) => name), quotas, k };
}
