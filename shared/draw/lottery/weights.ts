// Shares of panels as the whole numbers that a lock takes: what is locked says the chances, and nothing else does.

/** W = Σw of a lock's lottery may be so much (DRAW.md §1). */
const LARGEST_SUM = 2 ** 32;
/** Up to this sum weights are looked for that say the shares to the last digit. */
const SMALL_SUM = 5_000;
/** How far a share may be from a fraction to be taken for it: many times what a solver is off. */
const NEAR = 1e-10;

/**
 * Whole weights of 1 and more in the proportion of the shares: the smallest ones that are exactly so, where the shares are
 * fractions with a small common denominator, else with a sum of 2^32.
 *
 * @param shares above 0; their sum is about 1, and there are fewer than a million
 */
export function wholeWeights(shares: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const parts = shares.map((share) => share / total);
  for (let sum = parts.length; sum <= SMALL_SUM; sum += 1) {
    const weights = parts.map((part) => Math.round(part * sum));
    const isExact = parts.every((part, n) => {
      const weight = weights[n] ?? 0;
      return weight >= 1 && Math.abs(part - weight / sum) <= NEAR;
    });
    if (isExact && weights.reduce((all, weight) => all + weight, 0) === sum) return weights;
  }
  const weights = parts.map((part) => Math.max(1, Math.floor(part * LARGEST_SUM)));
  // What rounding left over, to those who lost most by it; what the least weights took, from the largest.
  let left = LARGEST_SUM - weights.reduce((sum, weight) => sum + weight, 0);
  const byLoss = parts
    .map((part, n) => ({ n, loss: part * LARGEST_SUM - (weights[n] ?? 0) }))
    .sort((one, other) => other.loss - one.loss);
  for (const { n } of byLoss) {
    if (left <= 0) break;
    weights[n] = (weights[n] ?? 0) + 1;
    left -= 1;
  }
  const largest = weights.indexOf(Math.max(...weights));
  weights[largest] = (weights[largest] ?? 0) + left;
  return weights;
}
