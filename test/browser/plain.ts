// The board again, by hand: whole numbers and schoolbook fractions, nothing of the project's own arithmetic.

export interface PlainBallot {
  readonly group: string;
  readonly scores: readonly number[];
}

/** 100 times the sum of scores over the sum of maxima, averaged in each group, weighted over the groups that voted. */
export function plainScore(
  ballots: readonly PlainBallot[],
  maxima: readonly number[],
  weights: Readonly<Record<string, number>>,
): string {
  const full = BigInt(maxima.reduce((sum, max) => sum + max, 0));
  let top = 0n;
  let bottom = 1n;
  let weight = 0n;
  for (const [group, w] of Object.entries(weights)) {
    const mine = ballots.filter((ballot) => ballot.group === group);
    if (mine.length === 0) continue;
    const points = mine.flatMap(({ scores }) => scores).reduce((sum, score) => sum + score, 0);
    // top/bottom += w · 100 · points / (full · count)
    const count = full * BigInt(mine.length);
    top = top * count + BigInt(w) * 100n * BigInt(points) * bottom;
    bottom *= count;
    weight += BigInt(w);
  }
  return twoDecimals(top, bottom * weight);
}

/** The mean of one group, in the same way. */
export function plainMean(
  ballots: readonly PlainBallot[],
  maxima: readonly number[],
  group: string,
): string {
  return plainScore(ballots, maxima, { [group]: 1 });
}

/** Rounds half away from zero, as people do on paper. */
function twoDecimals(top: bigint, bottom: bigint): string {
  const hundredths = (top * 200n + bottom) / (bottom * 2n);
  return `${String(hundredths / 100n)}.${String(hundredths % 100n).padStart(2, '0')}`;
}
