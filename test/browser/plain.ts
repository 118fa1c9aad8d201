// The board again, by hand: whole numbers and schoolbook fractions, nothing of the project's own arithmetic.

export interface PlainBallot {
  readonly group: string;
  readonly scores: readonly number[];
}

/** A fraction; `bottom` is above zero. */
export interface Plain {
  readonly top: bigint;
  readonly bottom: bigint;
}

/**
 * 100 times the sum of scores over the sum of maxima, averaged in each group, weighted over the groups that voted; null
 * where nobody did.
 */
export function plainExact(
  ballots: readonly PlainBallot[],
  maxima: readonly number[],
  weights: Readonly<Record<string, number>>,
): Plain | null {
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
  return weight === 0n ? null : { top, bottom: bottom * weight };
}

/** {@link plainExact} as people write it on paper, to two decimals. */
export function plainScore(
  ballots: readonly PlainBallot[],
  maxima: readonly number[],
  weights: Readonly<Record<string, number>>,
): string {
  const exact = plainExact(ballots, maxima, weights);
  if (!exact) throw new Error('nobody voted');
  return onPaper(exact, 2);
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
export function onPaper({ top, bottom }: Plain, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const parts = (top * scale * 2n + bottom) / (bottom * 2n);
  return `${String(parts / scale)}.${String(parts % scale).padStart(decimals, '0')}`;
}

/** Places as in sports: 1, 2, 2, 4. */
export function plainRank(scores: readonly Plain[], one: Plain): number {
  return 1 + scores.filter(({ top, bottom }) => top * one.bottom > one.top * bottom).length;
}

/** Whether a score of another value reads the same to two decimals: only then more of them are shown. */
export function isNearTie(scores: readonly Plain[], one: Plain): boolean {
  return scores.some(
    (other) =>
      other.top * one.bottom !== one.top * other.bottom && onPaper(other, 2) === onPaper(one, 2),
  );
}
