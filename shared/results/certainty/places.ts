// Whole ranks of subjects by their scores, over all and within each category.
import { grouped } from '../../grouped.ts';
import { rank } from '../../scoring/rank.ts';
import type { Rational } from '../../scoring/rational.ts';

export interface Contender {
  readonly id: string;
  readonly category: string;
  readonly score: Rational | null;
}

export interface Ranks {
  readonly overall: number;
  readonly category: number;
}

/** Ranks before any tie-break, equal scores sharing one; without a score the last place: as many as there are subjects. */
export function ranksOf(contenders: readonly Contender[]): ReadonlyMap<string, Ranks> {
  const overall = placed(contenders);
  const within = new Map(
    [...grouped(contenders, ({ category }) => category).values()].flatMap((mates) => [
      ...placed(mates),
    ]),
  );
  return new Map(
    contenders.map(({ id }) => [
      id,
      { overall: overall.get(id) ?? 0, category: within.get(id) ?? 0 },
    ]),
  );
}

function placed(contenders: readonly Contender[]): ReadonlyMap<string, number> {
  const keyed = contenders.map(({ id, score }) => ({ key: id, score }));
  return new Map(rank(keyed).map(({ key, rank: place }) => [key, place ?? contenders.length]));
}
